import { type Entry, listAudit } from '#store/audit.ts'
import { writeCsv } from '#writers/csv.ts'
import { askedOf, auditOnly } from '../audit/asked.ts'
import { langOf } from '../paths.ts'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/audit-csv'

/** Entries that are read at once. */
const PAGE = 5_000
/** Most entries of one file; what is older is asked for with the day until which it goes. */
const MOST = 100_000

/** 監査の記録 as CSV, with the filter of the page, newest first. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  auditOnly(visit)
  const url = new URL(request.url)
  const asked = askedOf(url)
  const w = wordsOf(langOf(url)).audit
  const entries = await visit.read(async (tx) => {
    const all: Entry[] = []
    for (let before = asked.before; all.length < MOST; before = all.at(-1)?.id) {
      const page = await listAudit(tx, { ...asked, before, limit: PAGE })
      all.push(...page)
      if (page.length < PAGE) break
    }
    return all
  })
  const rows = entries.map(({ id, at, kind, role, person, action, subject, body, digest }) => [
    ...[id, at, w.kinds[kind], role, person ?? w.erased, action, subject, body ?? '', digest],
  ])
  return new Response(writeCsv([w.csvHeads, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${visit.government.code}.csv"`,
    },
  })
}
