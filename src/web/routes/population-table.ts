import { data } from 'react-router'
import { viewPopulation } from '#usecases/view-population.ts'
import { populationDocument, writePopulationCsv } from '#writers/population-table.ts'
import { writeXlsx } from '#writers/xlsx.ts'
import { langOf } from '../paths.ts'
import { limitsOf } from '../population/act.ts'
import { askedOf } from '../population/asked.ts'
import { workOut } from '../population/work.ts'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/population-table'

/** The table and the assumptions of what the address asks, as CSV or as a workbook. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const view = await visit.read((tx) => viewPopulation(tx))
  if (!view.ok) throw data({ why: view.why, value: visit.government.code }, 404)
  const asked = askedOf(url.searchParams, limitsOf(view.value))
  const worked = workOut(view.value, asked)
  if (!worked.ok) throw data({ why: worked.why, value: '' }, 422)
  const words = wordsOf(langOf(url))
  const w = words.population
  const { choice } = asked
  const plan = view.value.plans.find(({ id }) => id === asked.plan)
  const assumed: readonly (readonly [string, string])[] =
    choice.kind === 'own'
      ? [
          [w.fertility, choice.fertility.toFixed(2)],
          [`${w.more}（${w.perYear}）`, String(choice.more)],
          [w.by, w.year(choice.by)],
        ]
      : choice.kind === 'plan'
        ? (plan?.targets ?? []).flatMap(({ name, points }) =>
            points.map(({ year, value }) => [`${name} ${w.year(year)}`, String(value)] as const),
          )
        : []
  const table = {
    area: view.value.area.name,
    choice: `${w.choice}: ${w.choices[choice.kind]}`,
    dataset: w.source(view.value.dataset.title, view.value.dataset.source),
    survival: w.survival[view.value.survivalFrom],
    assumed,
    years: worked.value.years.map((year, at) => ({
      ...year,
      published: worked.value.published[at]?.total ?? 0,
      low80: worked.value.bands[at]?.low80 ?? year.total,
      high80: worked.value.bands[at]?.high80 ?? year.total,
    })),
  }
  const xlsx = url.pathname.includes('.xlsx')
  const content = xlsx
    ? Uint8Array.from(await writeXlsx(populationDocument(table, words), w.choice))
    : writePopulationCsv(table, words)
  return new Response(content, {
    headers: {
      'content-type': xlsx
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="population-${visit.government.code}.${xlsx ? 'xlsx' : 'csv'}"`,
    },
  })
}
