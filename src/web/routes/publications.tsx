import { listEditions } from '#store/plans.ts'
import { listPublications } from '#store/publications.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/publications'

export async function loader({ context }: Route.LoaderArgs) {
  return visitOf(context).read(async (tx) => {
    const titles = new Map(
      (await listEditions(tx)).map(({ id, title, titles: more }) => [id, { title, titles: more }]),
    )
    return (await listPublications(tx)).map(({ snapshot: _, ...told }) => ({
      ...told,
      ...titles.get(told.plan),
    }))
  })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.publications} | ${w.app.name}` }]
}

export default function Publications({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const { site, code } = useHere()
  return (
    <>
      <Head
        title={w.menu.publications}
        lead={loaderData.length === 0 ? w.publications.none : w.publications.lead(loaderData.length)}
      />
      {loaderData.length > 0 && (
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.publications.page}</th>
              <th scope="col">{w.publications.at}</th>
              <th scope="col">{w.publications.number}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {loaderData.map(
              ({ plan, title, titles, year, number, publishedAt, publishedBy, sha256, note }) => (
                <tr key={`${plan}${year}${number}`}>
                  <th scope="row">
                    <a href={site(`/p/${code}/${plan}/${year}?asOf=${publishedAt}`)}>
                      <Name of={{ title: title || plan, titles }} /> {w.year(year)}
                    </a>
                    {note && <span className="block small mute">{note}</span>}
                  </th>
                  <td>
                    {w.moment(publishedAt)} {publishedBy}
                  </td>
                  <td>{w.planYear.publication(number)}</td>
                  <td className="small faint break-all">{sha256}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </>
  )
}
