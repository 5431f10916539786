import { data } from 'react-router'
import { listActuals } from '#store/actuals.ts'
import { loadShared } from '#store/plans.ts'
import { writeSeriesCsv } from '#writers/series-csv.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/indicator-csv'

/** The whole record of one indicator as CSV, corrections and reasons for missing values included. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const csv = await visit.read(async (tx) => {
    const indicator = (await loadShared(tx)).indicators.find(({ id }) => id === params.indicator)
    return indicator && writeSeriesCsv(indicator, await listActuals(tx, [indicator.id]))
  })
  if (csv === undefined) throw data({ why: 'no-such-indicator', value: params.indicator }, 404)
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${params.indicator}.csv"`,
    },
  })
}
