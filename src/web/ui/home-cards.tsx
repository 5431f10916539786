import { Link } from 'react-router'
import type { PrintedTotal } from '#domain/budget/total.ts'
import type { PlanYear } from '#domain/cycle/plan-year.ts'
import type { YearState } from '#domain/cycle/year-state.ts'
import { stepsOf } from '#domain/indicator/roll-up.ts'
import { nameIn, type Translations } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { JudgementBadge } from './judgement.tsx'
import { Mark } from './mark.tsx'
import { Name } from './name.tsx'
import { Picture } from './picture.tsx'
import { Scroll } from './scroll.tsx'
import { PromiseCells, PromiseHeads } from './value.tsx'

type Judged = PlanYear & { readonly state: YearState }

/** What the action plan of the coming year costs, by goal. */
export type YearMoney = {
  readonly id: string
  readonly year: number
  readonly goals: PrintedTotal | undefined
  readonly budgets: readonly (PrintedTotal & {
    readonly id: string
    readonly number: string | undefined
    readonly name: string
    readonly names: Translations | undefined
  })[]
}

/** KPIの状況: one mark for each indicator, then the counts, zeros too; nothing is averaged. */
export function PlanCard({
  plan: { plan, year, scheme, goals, rows, total, state },
}: {
  readonly plan: Judged
}) {
  const w = useWords()
  const { of, lang } = useHere()
  const steps = stepsOf(scheme)
  return (
    <section className="card" aria-labelledby={`kpi-${plan.id}`}>
      <header>
        <h2 id={`kpi-${plan.id}`}>{w.home.status}</h2>
        <span className="mute small">
          <Name of={plan} /> · {w.year(year)} · {w.yearStates[state]}
        </span>
        <Link className="more" to={of(`/plans/${plan.id}/years/${year}`)}>
          {w.home.toYear}
        </Link>
      </header>
      <Scroll label={w.home.status}>
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{plan.trees[0]?.levels[0]?.name}</th>
              <th scope="col">{w.home.oneCell}</th>
              {steps.map(({ grade, label, tone }) => (
                <th scope="col" className="num" key={grade}>
                  <span className="inline-flex gap-1 items-center">
                    <Mark tone={tone} /> {w.label(label)}
                  </span>
                </th>
              ))}
              <th scope="col" className="num">
                <span className="inline-flex gap-1 items-center">
                  <Mark tone="none" /> {w.home.ungraded}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {goals
              .filter(({ rollUp }) => rollUp.commitments > 0)
              .map(({ goal, rollUp }) => (
                <tr key={goal.id}>
                  <th scope="row">
                    {goal.number} <Name of={goal} />
                  </th>
                  <td>
                    <span className="cells">
                      {rows
                        .filter((row) => row.goal.id === goal.id)
                        .map(({ indicator, judgement }) => (
                          <Link
                            className="cell"
                            key={indicator.id}
                            to={of(`/indicators/${indicator.id}`)}
                            aria-label={`${nameIn(lang, indicator)}: ${judgement.kind === 'graded' ? w.label(judgement.label) : w.missingShort(judgement.why)}`}
                          >
                            <Mark tone={judgement.tone} />
                          </Link>
                        ))}
                    </span>
                  </td>
                  {rollUp.grades.map(({ grade, label, count }) => (
                    <td className="num" key={grade} data-label={w.label(label)}>
                      {count}
                    </td>
                  ))}
                  <td className="num" data-label={w.home.ungraded}>
                    {rollUp.ungraded}
                  </td>
                </tr>
              ))}
            <tr className="total">
              <th scope="row">{w.home.total(total.commitments)}</th>
              <td>{total.graded > 0 && w.home.onTrack(total.onTrack.expression)}</td>
              {total.grades.map(({ grade, label, count }) => (
                <td className="num" key={grade} data-label={w.label(label)}>
                  {count}
                </td>
              ))}
              <td className="num" data-label={w.home.ungraded}>
                {total.ungraded}
              </td>
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p className="small mute mt-3">
        {total.relisted > 0 && `${w.home.relisted(total.relisted)} `}
        {w.home.judgedBy(w.label(scheme.title))}
      </p>
    </section>
  )
}

/** 数値目標: what hangs on the goals themselves. */
export function Targets({
  plan: { plan, rows },
  sparks,
}: {
  readonly plan: Judged
  readonly sparks: Readonly<Record<string, string>>
}) {
  const w = useWords()
  const { of } = useHere()
  const onGoals = rows.filter(({ on, goal }) => on.id === goal.id)
  if (onGoals.length === 0) return null
  return (
    <section className="card" aria-labelledby={`targets-${plan.id}`}>
      <header>
        <h2 id={`targets-${plan.id}`}>{w.home.targets}</h2>
        <span className="mute small">
          <Name of={plan} />
        </span>
      </header>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.indicator.indicator}</th>
            <PromiseHeads />
            <th scope="col">{w.indicator.trend}</th>
            <th scope="col">{w.indicator.judgement}</th>
          </tr>
        </thead>
        <tbody>
          {onGoals.map(({ commitment, indicator, latest, judgement }) => (
            <tr key={commitment.id}>
              <th scope="row">
                <Link to={of(`/indicators/${indicator.id}`)}>
                  <Name of={indicator} />
                </Link>
                {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
              </th>
              <PromiseCells commitment={commitment} latest={latest} documents={plan.documents} />
              <td>
                <Picture svg={sparks[indicator.id] ?? ''} />
              </td>
              <td>
                <JudgementBadge judgement={judgement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** まだ判定できないもの, with reasons; those that want a value lead to the form. */
export function Waiting({ plan: { plan, rows, year, state } }: { readonly plan: Judged }) {
  const w = useWords()
  const { of } = useHere()
  const waiting = rows.filter(({ judgement }) => judgement.kind === 'ungraded')
  return (
    <section className="card" aria-labelledby={`waiting-${plan.id}`}>
      <header>
        <h2 id={`waiting-${plan.id}`}>{w.home.waiting}</h2>
        <span className="mute small">{w.home.count(waiting.length)}</span>
      </header>
      {waiting.length === 0 ? (
        <p className="small">{w.home.nothingWaiting}</p>
      ) : (
        <ul className="grid gap-3">
          {waiting.map(({ indicator, commitment, judgement }) => (
            <li key={commitment.id}>
              <Link
                to={
                  state === 'open' && judgement.kind === 'ungraded' && judgement.why === 'not-submitted'
                    ? of(`/indicators/${indicator.id}/record`, { year: String(year) })
                    : of(`/indicators/${indicator.id}`)
                }
              >
                <Name of={indicator} />
              </Link>
              <p className="small mute">
                {judgement.kind === 'ungraded' && w.ungraded(judgement.why, judgement.detail)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function Budget({ money }: { readonly money: YearMoney }) {
  const w = useWords()
  const { of } = useHere()
  return (
    <section className="card" aria-labelledby="budget">
      <header>
        <h2 id="budget">{w.home.budget}</h2>
        <span className="mute small">{w.year(money.year)}</span>
        <Link className="more" to={of('/projects', { plan: money.id })}>
          {w.home.toProjects}
        </Link>
      </header>
      {money.goals && (
        <p>
          <span className="small mute block">{w.home.budgetCounts(money.goals.projects)}</span>
          <span className="big">{writeMoney({ yen: money.goals.yen, unit: '千円' })}</span>
        </p>
      )}
      <table className="sheet mt-2">
        <caption className="sr">{w.home.budgetByGoal}</caption>
        <tbody>
          {money.budgets.map(({ id, number, name, names, yen, projects }) => (
            <tr key={id}>
              <th scope="row">
                {number} <Name of={{ name, names }} />
              </th>
              <td className="num">
                {writeMoney({ yen, unit: '千円' })}
                <span className="slot">{w.home.count(projects)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small mute mt-3">{w.home.printedNote}</p>
    </section>
  )
}
