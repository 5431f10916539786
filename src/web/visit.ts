import {
  createContext,
  data,
  type MiddlewareFunction,
  type RouterContextProvider,
  redirect,
} from 'react-router'
import { type Action, type Actor, canAnywhere, type Hat, inHatFor, widestFirst } from '#domain/access/can.ts'
import type { Outcome } from '#domain/shared/outcome.ts'
import type { FiscalYear } from '#domain/shared/year.ts'
import type { View } from '#store/audit.ts'
import { findGovernment, type Government } from '#store/governments.ts'
import { membershipsOf } from '#store/memberships.ts'
import { patiently } from '#store/patience.ts'
import { type ReadTx, reading, type WriteTx, writing } from '#store/transaction.ts'
import type { Doing } from '#usecases/doing.ts'
import { readMoment } from '#usecases/today.ts'
import { evaluationYear } from '#usecases/year.ts'
import { pathIn } from '#words/languages.ts'
import { servingContext } from './context.ts'
import { langOf, prefixAt } from './paths.ts'

export type User = { readonly id: string; readonly name: string }

/** One request to one government: who asks, in which role, for which moment; and the two doors to the database. */
export type Visit = {
  readonly government: Government
  readonly user: User | undefined
  readonly actor: Actor
  /** 時点: the moment asked for, or undefined for now. */
  readonly asOf: string | undefined
  readonly now: string
  /** 年度 of the page. */
  readonly year: FiscalYear
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** Runs one use case. Refused in the past, and for who may not. */
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

/** Opens the visit for every page of a government. Strangers see fictional governments only, and change nothing. */
export const enterGovernment: MiddlewareFunction<Response> = async ({ request, params, context }, next) => {
  const { store, now, views, client } = context.get(servingContext)
  const url = new URL(request.url)
  const code = params.code ?? ''
  const user = await userOf(request, context)
  const scope = { government: code, ...(user ? { user: user.id } : {}) }
  const at = now()
  const { government, hats, year } = await reading(store, scope, async (tx) => ({
    government: await findGovernment(tx, code),
    hats: user ? (await membershipsOf(tx, user.id)).filter((each) => each.government === code) : [],
    year: await evaluationYear(tx, url.searchParams.get('year'), at),
  }))
  if (!government) throw data({ why: 'no-such-government', value: code }, 404)
  const [hat, ...also]: readonly Hat[] =
    hats.length > 0
      ? widestFirst(hats.map(({ role, department }) => ({ role, ...(department ? { department } : {}) })))
      : government.fictional
        ? [{ role: 'viewer' }]
        : []
  const note = (kind: View['kind'], role: string, status: number) => {
    if (user && request.method === 'GET')
      views.note(code, viewOf({ kind, at, person: user.id, role, url, status, client }))
  }
  if (!hat) {
    note('refused', 'none', 403)
    if (!user && request.method !== 'GET') throw data({ why: 'signed-out' }, 401)
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
  const asOf = askedMoment(url, at)
  context.set(visitContext, {
    government,
    user,
    actor,
    asOf,
    now: at,
    year,
    read: (work) => reading(store, { ...scope, asOf }, work),
    async act(action, work) {
      if (asOf !== undefined) return { ok: false, why: 'past-is-read-only' }
      if (!user) return { ok: false, why: 'signed-out' }
      if (!canAnywhere(actor, action)) return { ok: false, why: 'not-allowed' }
      return writing(store, scope, (tx) => work(tx, { actor: inHatFor(actor, action), now: at }))
    },
  })
  const response = await next()
  note('view', hat.role, response.status)
  return response
}

/** A view as the audit keeps it: the page without its language; the question and the address stand in what can be erased. */
function viewOf({
  url,
  status,
  client,
  ...about
}: Pick<View, 'kind' | 'at' | 'person' | 'role'> & {
  readonly url: URL
  readonly status: number
  readonly client: string
}): View {
  const lang = langOf(url)
  const page = pathIn('ja', url.pathname.replace(/(\/_)?\.data$/, '')).replace(/^\/g\/[^/]+/, '')
  return {
    ...about,
    action: 'view',
    subject: page === '' ? '/' : page,
    body: JSON.stringify({ query: url.search.slice(0, 500), status, lang, address: client }),
  }
}
