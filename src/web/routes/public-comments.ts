import { createHash, randomUUID } from 'node:crypto'
import type { Channel } from '#domain/cycle/consultation.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { findGovernment } from '#store/governments.ts'
import { findPlan } from '#store/plans.ts'
import { reading, writing } from '#store/transaction.ts'
import { findConsultation, publishedTable, stateOn, takeComment } from '#usecases/consult.ts'
import { dayInJapan } from '#usecases/today.ts'
import {
  type ConsultationPage,
  type TypedComment,
  writeConsultationPage,
} from '#writers/site/consultation-page.ts'
import { writeNoticePage } from '#writers/site/notice-page.ts'
import { mayTry } from '../auth/throttle.ts'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { langOf } from '../paths.ts'
import { governmentNamed } from '../ui/name.tsx'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/public-comments'

type Args = Pick<Route.LoaderArgs, 'request' | 'params' | 'context'>
type Said = Pick<ConsultationPage, 'typed' | 'refused' | 'receipt'>

/** 意見募集の公開ページ: drawn by the site writer; no script, no sign-in. */
export const loader = (args: Route.LoaderArgs) => draw(args)

/** A comment of anybody. What was typed is given back where it is refused. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { store, now, client } = context.get(servingContext)
  const { told } = await readForm(request)
  const words = wordsOf(langOf(new URL(request.url)))
  const at = now()
  const typed: TypedComment = {
    ...{ about: told('about'), text: told('text'), name: told('name'), contact: told('contact') },
  }
  const args = { request, params, context }
  if (!(await mayTry(store.authPool, `comment ${client}`, at)))
    return draw(args, { typed, refused: words.consult.tooMany }, 429)
  const token = told('token') || createHash('sha256').update(JSON.stringify(typed)).digest('hex')
  const { name, contact, ...said } = typed
  const taken = await writing(store, { government: params.code }, (tx) =>
    takeComment(tx, { now: at }, params.consultation, {
      ...{
        ...said,
        token: token.slice(0, 64),
        channel: 'form' satisfies Channel,
        receivedOn: dayInJapan(at),
      },
      person: { name, contact },
    }),
  )
  return taken.ok
    ? draw(args, { receipt: taken.value })
    : draw(args, { typed, refused: words.refusal(taken.why, taken.detail) }, 422)
}

async function draw({ request, params, context }: Args, said: Said = {}, status = 200): Promise<Response> {
  const { store, now } = context.get(servingContext)
  const url = new URL(request.url)
  const words = wordsOf(langOf(url))
  const page = await reading(
    store,
    { government: params.code },
    async (tx): Promise<ConsultationPage | undefined> => {
      const government = await findGovernment(tx, params.code)
      const record = await findConsultation(tx, params.consultation)
      const plan = record && (await findPlan({ ...tx, asOf: record.openedAt }, record.plan, record.edition))
      if (!government || !plan) return undefined
      const published = publishedTable(record)
      return {
        government: nameIn(words.lang, governmentNamed(government)),
        ...{
          plan: plan.title,
          edition: plan.edition.label,
          consultation: record,
          state: stateOn(record, now()),
        },
        ...{ path: url.pathname, token: randomUUID(), ...said },
        ...(published ? { published } : {}),
      }
    },
  )
  return new Response(
    page
      ? writeConsultationPage(page, words)
      : writeNoticePage(words, words.trouble(404, 'no-such-consultation')),
    {
      status: page ? status : 404,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      },
    },
  )
}
