import { data } from 'react-router'
import { nameIn } from '#domain/shared/lang.ts'
import { listDepartments } from '#store/departments.ts'
import { findPlan } from '#store/plans.ts'
import { reading } from '#store/transaction.ts'
import { findConsultation, publishedTable } from '#usecases/consult.ts'
import { writeCommentCsv } from '#writers/comment-csv.ts'
import { PLAN_FORMATS } from '#writers/plan-formats.ts'
import { servingContext } from '../context.ts'
import { langOf } from '../paths.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/public-comments-file'

/** 募集の資料: the draft as it was laid open (pdf, docx), and the published table as CSV. Anybody may have them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store } = context.get(servingContext)
  const url = new URL(request.url)
  const words = wordsOf(langOf(url))
  const format = url.pathname.split('.').at(-1)
  const found = await reading(store, { government: params.code }, async (tx) => {
    const record = await findConsultation(tx, params.consultation)
    if (!record) return undefined
    const then = { ...tx, asOf: record.openedAt }
    const departments = new Map(
      (await listDepartments(then)).map((each) => [each.id, nameIn(words.lang, each)]),
    )
    return {
      ...{ departments, plan: await findPlan(then, record.plan, record.edition) },
      table: publishedTable(record)?.table,
    }
  })
  const file = (body: string | Uint8Array, type: string, name: string) =>
    new Response(typeof body === 'string' ? body : Uint8Array.from(body), {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    })
  if (format === 'csv' && found?.table)
    return file(
      writeCommentCsv(found.table, words),
      'text/csv; charset=utf-8',
      `comments-${params.consultation}.csv`,
    )
  if ((format === 'pdf' || format === 'docx') && found?.plan) {
    const { type, write } = PLAN_FORMATS[format]
    const { id, edition } = found.plan
    return file(await write(found.plan, words, found.departments), type, `${id}.${edition.id}.${format}`)
  }
  throw data({ why: 'no-such-consultation', value: params.consultation }, 404)
}
