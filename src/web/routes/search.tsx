import { Form, Link, useNavigation } from 'react-router'
import type { Found } from '#domain/search/found.ts'
import { search } from '#usecases/search.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/search'

/** Longer than any name; what goes on is not looked for. */
const LONGEST = 200

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const typed = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST)
  return visitOf(context).read((tx) => search(tx, typed))
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.search.title} | ${w.app.name}` }]
}

/** 検索: one field, and what was found by kind. */
export default function Search({ loaderData: { typed, groups } }: Route.ComponentProps) {
  const w = useWords().search
  const { location } = useHere()
  const { state } = useNavigation()
  const kept = [...new URLSearchParams(location.search)].filter(([key]) => key !== 'q')
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <Form method="get" role="search" className="flex flex-wrap gap-3 items-end mb-6 no-print">
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <div className="field grow max-w-2xl">
          <label htmlFor="q">{w.label}</label>
          <input
            key={typed}
            className="input"
            id="q"
            name="q"
            type="search"
            maxLength={LONGEST}
            defaultValue={typed}
          />
        </div>
        <button className="button" type="submit" aria-disabled={state !== 'idle'}>
          {w.find}
        </button>
      </Form>
      {typed !== '' && (
        <p role="status" className="mb-4">
          {all > 0 ? w.said(typed, all) : w.none(typed)}
        </p>
      )}
      {typed !== '' && all === 0 && <p className="mute">{w.noneNext}</p>}
      {groups.map(({ kind, count, found }) => (
        <section key={kind} className="card mb-5" aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>
            {w.kinds[kind]} <span className="small mute">{w.count(count)}</span>
          </h2>
          <ul className="mt-2 grid gap-2">
            {found.map((each) => (
              <li key={`${each.plan ?? ''}/${each.id}/${each.page ?? ''}/${each.line ?? ''}/${each.name}`}>
                <FoundLine found={each} />
              </li>
            ))}
          </ul>
          {count > found.length && <p className="small mute mt-2">{w.more(found.length, count)}</p>}
        </section>
      ))}
    </>
  )
}

function FoundLine({ found }: { readonly found: Found }) {
  const words = useWords()
  const { of } = useHere()
  const { kind, id, plan = '', year, page, line, within, text } = found
  const to = {
    plan: of(`/plans/${id}`),
    node: `${of(`/plans/${plan}`, { depth: 'effort' })}#${id}`,
    indicator: of(`/indicators/${id}`),
    project: of(`/projects/${id}`),
    opinion: of(`/plans/${plan}/years/${year}`),
    document: of(`/documents/${id}`),
    line: of(`/documents/${id}/page`, { page: String(page ?? 1), ...(line ? { line: String(line) } : {}) }),
  }[kind]
  return (
    <>
      <Link to={to}>
        <Name of={found} />
      </Link>
      {within && (
        <span className="small mute">
          {' '}
          {within}
          {year !== undefined && ` ${words.year(year)}`}
          {line !== undefined && ` ${words.origin.place(page, line, undefined)}`}
        </span>
      )}
      {text && <span className="small mute block line-clamp-2">{text}</span>}
    </>
  )
}
