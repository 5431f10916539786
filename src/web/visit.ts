import {
  createContext,
  data,
  type MiddlewareFunction,
  type RouterContextProvider,
  redirect,
} from 'react-router'
import {
  type Action,
  type Actor,
  can,
  canAnywhere,
  type Hat,
  inHatFor,
  widestFirst,
} from '#domain/access/can.ts'
import { isBearer } from '#domain/access/token.ts'
import type { Outcome } from '#domain/shared/outcome.ts'
import type { FiscalYear } from '#domain/shared/year.ts'
import { findGovernment, type Government } from '#store/governments.ts'
import type { Store } from '#store/open.ts'
import { patiently } from '#store/patience.ts'
import { type ReadTx, reading, type WriteTx, writing } from '#store/transaction.ts'
import type { Doing } from '#usecases/doing.ts'
import { hatsHere } from '#usecases/hats.ts'
import { readMoment } from '#usecases/today.ts'
import { enterByToken, noteUse } from '#usecases/tokens.ts'
import { evaluationYear } from '#usecases/year.ts'
import { servingContext } from './context.ts'
import { isForbidden, viewOf } from './noted-view.ts'
import { langOf, prefixAt } from './paths.ts'
import { copyOfForm, signedOut } from './unsent.ts'
import { wordsOf } from './words.tsx'

export type User = { readonly id: string; readonly name: string }

/** One request to one government: who asks, in which role, for which moment; and the two doors to the database. */
export type Visit = {
  readonly government: Government
  readonly user: User | undefined
  /** Whether who asks has a role here. In a fictional city others may read too, as a stranger does, whether they are signed in or not. */
  readonly serves: boolean
  readonly actor: Actor
  /** 時点: the moment asked for, or undefined for now. */
  readonly asOf: string | undefined
  readonly now: string
  /** 年度 of the page. */
  readonly year: FiscalYear
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** Runs one use case. Refused in the past, and for who may not. @throws 401 with the form that a browser sent, where the session is over. */
  act<T, Why extends string>(
    action: Action,
    work: (tx: WriteTx, doing: Doing) => Promise<Outcome<T, Why>>,
  ): Promise<Outcome<T, Why | 'not-allowed' | 'past-is-read-only' | 'signed-out'>>
}

export const visitContext = createContext<Visit>()
export const visitOf = (context: Readonly<RouterContextProvider>): Visit => context.get(visitContext)

export async function userOf(
  request: Request,
  context: Readonly<RouterContextProvider>,
): Promise<User | undefined> {
  const { auth } = context.get(servingContext)
  const session = await patiently(() => auth.api.getSession({ headers: request.headers }))
  return session ? { id: session.user.id, name: session.user.name } : undefined
}

/**
 * `?asOf=2026-05-01` (to the end of that day in Japan) or a full moment; undefined where absent.
 * @throws Response 400 for what is no moment, or is still to come.
 */
export function askedMoment(url: URL, now: string): string | undefined {
  const asked = url.searchParams.get('asOf')?.trim()
  if (!asked) return undefined
  const moment = readMoment(asked)
  const today = new Date(Date.parse(now) + 24 * 60 * 60 * 1000)
  if (!moment || moment > today || moment.getUTCFullYear() < 1900)
    throw data({ why: 'bad-moment', value: asked.slice(0, 40) }, 400)
  return moment.toISOString()
}

/** 検証の部屋: the only pages of a government that a reviewer enters. */
const ROOM = /(^|\/)g\/:code\/reviews(\/|$)/
const FRONT = /(^|\/)g\/:code\/?$/

/**
 * Every page of a government is for its staff, but those of the review rooms, which are for whoever may enter them. The route that matched
 * decides, not the address, which can be written in many ways. A reviewer who comes to the front page is shown to the rooms.
 */
function refuseElsewhere(
  actor: Actor,
  { name, code }: Government,
  { request, pattern }: { readonly request: Request; readonly pattern: string },
): void {
  const room = ROOM.test(pattern)
  if (can(actor, room ? 'room:read' : 'staff:read')) return
  if (FRONT.test(pattern) && can(actor, 'room:read') && request.method === 'GET')
    throw redirect(`${prefixAt(request)}/g/${code}/reviews`)
  throw data({ why: room ? 'room-only' : 'staff-only', value: name }, 403)
}

type Served = Pick<Visit, 'government' | 'actor' | 'year' | 'user' | 'serves'>
type At = { readonly code: string; readonly url: URL; readonly at: string }

/** A program enters with a token in the place of a session; it never falls back on what a stranger may see. */
async function byToken(store: Store, header: string, { code, url, at }: At): Promise<Served | undefined> {
  const { government, entered, year } = await reading(store, { government: code }, async (tx) => ({
    government: await findGovernment(tx, code),
    entered: await enterByToken(tx, header, at),
    year: await evaluationYear(tx, url.searchParams.get('year'), at),
  }))
  if (!entered || !government) return undefined
  const { actor, firstUse } = entered
  if (firstUse) await writing(store, { government: code }, (tx) => noteUse(tx, firstUse, at))
  return { government, actor, year, serves: true, user: { id: actor.id, name: actor.name } }
}

/** A person enters with a session. Strangers see fictional governments only. */
async function bySession(
  store: Store,
  user: User | undefined,
  request: Request,
  { code, url, at }: At,
): Promise<Served> {
  const scope = { government: code, ...(user ? { user: user.id } : {}) }
  const { government, hats, year } = await reading(store, scope, async (tx) => ({
    government: await findGovernment(tx, code),
    hats: user ? await hatsHere(tx, user.id, at) : [],
    year: await evaluationYear(tx, url.searchParams.get('year'), at),
  }))
  if (!government) throw data({ why: 'no-such-government', value: code }, 404)
  const [hat, ...also]: readonly Hat[] =
    hats.length > 0 ? widestFirst(hats) : government.fictional ? [{ role: 'viewer' }] : []
  if (!hat) {
    if (!user && request.method !== 'GET') throw await signedOut(copyOfForm(request))
    if (!user)
      throw redirect(`${prefixAt(request)}/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`)
    throw data({ why: 'not-a-member', value: government.name }, 403)
  }
  const actor: Actor = {
    id: user?.id ?? 'visitor',
    name: user?.name ?? '来訪者',
    government: code,
    ...hat,
    ...(also.length > 0 ? { also } : {}),
  }
  return { government, actor, year, user, serves: hats.length > 0 }
}

/** Opens the visit for every page of a government: who asks, and what they may enter. The door looks up as the system; all that follows acts as them. */
export const enterGovernment: MiddlewareFunction<Response> = async (
  { request, params, pattern, context },
  next,
) => {
  const { store, now, views, client } = context.get(servingContext)
  const url = new URL(request.url)
  const place = { code: params.code ?? '', url, at: now() }
  const header = request.headers.get('authorization')
  const person = isBearer(header) ? undefined : await userOf(request, context)
  const note = (kind: 'view' | 'refused', who: string, role: string, status: number) => {
    if (request.method === 'GET')
      views.note(place.code, viewOf({ kind, at: place.at, person: who, role, url, status, client }))
  }
  const entering = isBearer(header) ? byToken(store, header, place) : bySession(store, person, request, place)
  const served = await entering
    .then((found) => {
      if (found) refuseElsewhere(found.actor, found.government, { request, pattern })
      return found
    })
    .catch((thrown: unknown) => {
      if (person && isForbidden(thrown)) note('refused', person.id, 'none', 403)
      throw thrown
    })
  if (!served) {
    const why = 'token-not-valid'
    const said = wordsOf(langOf(url)).refusal(why)
    return Response.json({ ok: false, why, said }, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const { government, actor, user } = served
  const asOf = askedMoment(url, place.at)
  const copy = user ? undefined : copyOfForm(request)
  const scope = { government: government.code, actor, ...(user ? { user: user.id } : {}) }
  context.set(visitContext, {
    ...served,
    asOf,
    now: place.at,
    read: (work) => reading(store, { ...scope, asOf }, work),
    async act(action, work) {
      if (asOf !== undefined) return { ok: false, why: 'past-is-read-only' }
      if (!user && copy) throw await signedOut(copy)
      if (!user) return { ok: false, why: 'signed-out' }
      if (!canAnywhere(actor, action)) return { ok: false, why: 'not-allowed' }
      return writing(store, scope, (tx) => work(tx, { actor: inHatFor(actor, action), now: place.at }))
    },
  })
  const response = await next()
  if (user) note('view', user.id, actor.role, response.status)
  return response
}
