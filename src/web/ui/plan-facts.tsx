import type { Plan } from '#domain/plan/plan.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { useWords } from '../words.tsx'
import { Origin } from './origin.tsx'
import { Scroll } from './scroll.tsx'
import { Figure } from './value.tsx'

/** What a plan holds besides its trees: direction, figures in the prose, bodies, steps, alignment, donations, tables, terms. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const w = useWords()
  const { documents } = plan
  return (
    <div className="grid gap-3">
      <Part title={w.facts.documents} count={documents.length}>
        <ul>
          {documents.map(({ id, title, publisher, published, lines }) => (
            <li key={id}>
              {title}（{publisher}
              {published && ` ${published}`}）{lines && w.origin.lines(lines)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.facts.passages} count={plan.passages.length}>
        <ul>
          {plan.passages.map(({ kind, text, source }) => (
            <li key={`${kind}${text}`}>
              <b>{w.facts.passageKinds[kind]}</b> {text} <Origin source={source} documents={documents} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.facts.donations} count={plan.donations.length}>
        <ul>
          {plan.donations.map(({ measure, name, estimate, from, to, source }) => (
            <li key={measure}>
              {name}（{measure}） {w.facts.estimate} <b>{writeMoney(estimate)}</b>（{w.year(from)}〜
              {w.year(to)}） <Origin source={source} documents={documents} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.facts.figures} count={plan.figures.length}>
        <table className="sheet">
          <tbody>
            {plan.figures.map(({ id, what, year, value, unit, qualifier, promise, source }) => (
              <tr key={id}>
                <th scope="row">
                  {what} {promise && <span className="tag">{w.facts.promise}</span>}
                </th>
                <td className="num">
                  <Figure
                    value={value}
                    unit={unit}
                    qualifier={qualifier}
                    slot={year === 'not-stated' ? w.indicator.yearNotStated : String(year)}
                  />
                </td>
                <td>
                  <Origin source={source} documents={documents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={w.facts.bodies} count={plan.bodies.length + plan.steps.length}>
        <ul>
          {plan.bodies.map(({ id, name, role, since, source }) => (
            <li key={id}>
              <b>{name}</b> {role} {since && <span className="slot">{w.facts.since(since)}</span>}{' '}
              <Origin source={source} documents={documents} />
            </li>
          ))}
          {plan.steps.map(({ id, name, from, to, about, by, source }) => (
            <li key={id}>
              <b>{name}</b> {w.facts.months(from, to, about ?? false)} {by}{' '}
              <Origin source={source} documents={documents} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.facts.alignments} count={plan.alignments.length + plan.references.length}>
        <ul>
          {plan.references.map(({ title, relation, source }) => (
            <li key={`${relation}${title}`}>
              <b>{w.facts.relations[relation]}</b> {title} <Origin source={source} documents={documents} />
            </li>
          ))}
          {plan.alignments.map(({ with: whom, name, means, count, source }) => (
            <li key={`${whom}${name}`}>
              <b>{name}</b>
              {count !== undefined && w.facts.governments(count)} {means.join('、')}{' '}
              <Origin source={source} documents={documents} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.facts.tables} count={plan.tables.length}>
        {plan.tables.map(({ id, title, columns, rows, unit, note, source }) => (
          <Scroll key={id} label={title}>
            <table className="sheet">
              <caption>
                {title} {unit && <span className="slot">（{unit}）</span>}
              </caption>
              <thead>
                <tr>
                  {columns.map((column, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a printed table have no other identity
                    <th scope="col" key={at}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.join('|')}>
                    {row.map((cell, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={at}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="small mute">
              {note} <Origin source={source} documents={documents} />
            </p>
          </Scroll>
        ))}
      </Part>
      <Part title={w.facts.glossary} count={plan.glossary.length}>
        <dl className="facts">
          {plan.glossary.map(({ number, term, gloss, sharesNoteWith }) => (
            <div key={number} className="contents">
              <dt>
                {number} {term}
              </dt>
              <dd>{gloss ?? (sharesNoteWith ? w.facts.sharesNote(sharesNoteWith) : '')}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </div>
  )
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: React.ReactNode
}) {
  if (count === 0) return null
  return (
    <details className="card">
      <summary>
        <b>{title}</b> <span className="slot">{count}</span>
      </summary>
      <div className="mt-3 small">{children}</div>
    </details>
  )
}
