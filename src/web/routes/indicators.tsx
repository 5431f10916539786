import { Link } from 'react-router'
import { currentActuals } from '#domain/indicator/series.ts'
import { listActuals } from '#store/actuals.ts'
import { GOVERNMENT, loadElements, versions } from '#store/elements.ts'
import { editionOwner, listEditions, loadShared } from '#store/plans.ts'
import { sparkSvg } from '../charts/series.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { Picture } from '../ui/picture.tsx'
import { Head } from '../ui/shell.tsx'
import { ActualFigure, NotStated } from '../ui/value.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/indicators'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const { year } = visit
  return visit.read(async (tx) => {
    const { indicators } = await loadShared(tx)
    const records = Map.groupBy(await listActuals(tx), ({ indicator }) => indicator)
    const departments = await loadElements(tx, GOVERNMENT, 'department')
    const promises = await versions(tx)
      .where('kind', '=', 'commitments')
      .select(['indicator', 'owner'])
      .orderBy('indicator')
      .execute()
    const drafts = new Set(
      (await listEditions(tx))
        .filter(({ edition }) => edition.stage === 'draft')
        .map(({ id, edition }) => editionOwner(id, edition.id)),
    )
    const promised = Map.groupBy(promises, ({ indicator }) => indicator)
    // What only drafts promise is no indicator of the government yet.
    const onlyDrafted = (id: string) => promised.get(id)?.every(({ owner }) => drafts.has(owner)) ?? false
    const name = wordsOf(langOf(url)).indicator.spark
    return {
      year,
      rows: indicators
        .filter(({ id }) => !onlyDrafted(id))
        .map((indicator) => {
          const actuals = currentActuals(records.get(indicator.id) ?? [])
          return {
            indicator,
            promises: promised.get(indicator.id)?.length ?? 0,
            ofYear: actuals.findLast((each) => each.year === year),
            spark: sparkSvg(actuals, year - 9, year, name(indicator.name)),
            department: (
              departments.find(({ id }) => id === indicator.department)?.body as { name?: string } | undefined
            )?.name,
          }
        }),
    }
  })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.indicators.title} | ${w.app.name}` }]
}

export default function Indicators({ loaderData: { rows, year } }: Route.ComponentProps) {
  const w = useWords()
  const { of } = useHere()
  const reported = rows.filter(({ ofYear }) => ofYear !== undefined).length
  return (
    <>
      <Head
        title={w.indicators.title}
        lead={rows.length === 0 ? w.indicators.none : w.indicators.lead(year, reported, rows.length)}
      />
      {rows.length > 0 && (
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.indicator.indicator}</th>
              <th scope="col">{w.indicator.department}</th>
              <th scope="col" className="num">
                {w.indicators.promises}
              </th>
              <th scope="col" className="num">
                {w.year(year)}
              </th>
              <th scope="col">{w.indicator.trend}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, promises, ofYear, spark, department }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  <Link to={of(`/indicators/${indicator.id}`)}>
                    <Name of={indicator} />
                  </Link>
                  {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
                </th>
                <td>{department ?? <NotStated />}</td>
                <td className="num" data-label={w.indicators.promises}>
                  {promises}
                </td>
                <td className="num">
                  <ActualFigure actual={ofYear} withYear={false} />
                </td>
                <td>
                  <Picture svg={spark} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
