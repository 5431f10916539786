import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { viewReports } from '#usecases/view-reports.ts'
import { langOf } from '../paths.ts'
import { allWorkbooks, workbookOf } from '../reports/workbook.ts'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/report-workbook'

/** 調査票: of one department (`?department=`), or of all of them as a ZIP. Only for whoever may write what is in it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const all = url.pathname.includes('.zip')
  const department = url.searchParams.get('department') ?? ''
  if (!can(visit.actor, 'report:write', all ? undefined : department)) throw data({ why: 'not-allowed' }, 403)
  const view = await visit.read((tx) => viewReports(tx, { year: visit.year }))
  if (!view.round) throw data({ why: 'no-such-page', value: String(visit.year) }, 404)
  const words = wordsOf(langOf(url))
  const bytes = all
    ? await allWorkbooks(visit, view, words)
    : await workbookOf(visit, view, department, words)
  if (!bytes) throw data({ why: 'no-such-page', value: department }, 404)
  const name = `reports-${visit.year}${all ? '.zip' : `-${department}.xlsx`}`
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': all
        ? 'application/zip'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
