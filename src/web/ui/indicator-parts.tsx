import { Link } from 'react-router'
import { writePrintedValue } from '#domain/indicator/printed.ts'
import { BY_APPROVAL } from '#domain/indicator/recorded.ts'
import { accumulationOf, betterOf } from '#domain/indicator/settled.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import type { IndicatorView } from '#usecases/view-indicator.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { JudgementBadge, WorkingLines } from './judgement.tsx'
import { Name } from './name.tsx'
import { FromSource, Origin } from './origin.tsx'
import { OutlookSentence } from './outlook.tsx'
import { Scroll } from './scroll.tsx'
import { ActualFigure, BaselineFigure, NotStated, TargetFigure } from './value.tsx'

type Props = { readonly view: IndicatorView }

/** The answer first: one sentence, then はじめ・いま・目標. */
export function IndicatorAnswer({ view }: Props) {
  const { actuals, promises, judged } = view
  const w = useWords()
  const first = judged[0]
  const verdict = first?.judgement
  const current = (promises.find(({ plan }) => plan.id === first?.plan) ?? promises[0])?.commitment
  const latest = actuals.findLast(
    (each) => each.kind === 'known' && each.year <= (verdict?.evaluationYear ?? each.year),
  )
  return (
    <div className="answer">
      <p className="font-bold text-xl">
        {verdict ? w.indicator.answer(verdict) : w.indicator.noPromise}
        <OutlookSentence view={view} />
      </p>
      <div>
        <span className="small mute block">{w.indicator.baseline}</span>
        {current ? <BaselineFigure baseline={current.baseline} /> : <NotStated />}
      </div>
      <div>
        <span className="small mute block">{w.indicator.latest}</span>
        <ActualFigure actual={latest} />
      </div>
      <div>
        <span className="small mute block">{w.indicator.target}</span>
        <TargetFigure target={current && finalTarget(current)} />
      </div>
      <div>
        <span className="small mute block">{w.indicator.judgement}</span>
        {verdict ? <JudgementBadge judgement={verdict} /> : <NotStated />}
      </div>
    </div>
  )
}

/** 値と出どころ: every record, standing or replaced, with who, when, why and from where. Nothing is overwritten. */
export function Records({ view: { records, indicator } }: Props) {
  const w = useWords()
  const replaced = new Set(records.flatMap(({ corrects }) => (corrects ? [corrects] : [])))
  const newestFirst = [...records].sort(
    (a, b) => b.actual.year - a.actual.year || Number(b.id) - Number(a.id),
  )
  return (
    <section className="card" aria-labelledby="records">
      <header>
        <h2 id="records">{w.indicator.records}</h2>
        <span className="mute small">{w.indicator.recordsNote}</span>
      </header>
      {records.length === 0 ? (
        <p className="small">{w.indicator.noRecords}</p>
      ) : (
        <Scroll label={w.indicator.records}>
          <table className="sheet stack">
            <thead>
              <tr>
                <th scope="col">{w.app.fiscalYear}</th>
                <th scope="col" className="num">
                  {w.indicator.value}
                </th>
                <th scope="col">{w.indicator.from}</th>
                <th scope="col">{w.indicator.recorded}</th>
              </tr>
            </thead>
            <tbody>
              {newestFirst.map(({ id, actual, source, note, reason, recordedAt, recordedBy }) => (
                <tr key={id} className={replaced.has(id) ? 'faint' : ''}>
                  <th scope="row">{w.year(actual.year)}</th>
                  <td className="num" data-label={w.indicator.value}>
                    {replaced.has(id) ? (
                      <s>
                        {actual.kind === 'known'
                          ? writePrintedValue(actual)
                          : w.missing[actual.kind === 'missing' ? actual.why : 'withdrawn']}
                      </s>
                    ) : actual.kind === 'withdrawn' ? (
                      w.missing.withdrawn
                    ) : (
                      <ActualFigure actual={actual} withYear={false} />
                    )}
                    {actual.vintage && <span className="slot">{actual.vintage}</span>}
                  </td>
                  <td data-label={w.indicator.from}>
                    {source ?? (
                      <span className="faint">
                        {indicator.dataSource === 'not-stated'
                          ? w.origin.none
                          : w.origin.byDefinition(indicator.dataSource)}
                      </span>
                    )}
                    {note && <span className="block mute">{note}</span>}
                  </td>
                  <td className="small">
                    {w.moment(recordedAt)} {recordedBy}
                    {reason && (
                      <span className="block mute">
                        {w.indicator.because(reason === BY_APPROVAL ? w.history.byApproval : reason)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

/** この指標への約束: what each edition of each plan promises. */
export function Promises({ view: { promises } }: Props) {
  const w = useWords()
  const { of } = useHere()
  return (
    <section className="card" aria-labelledby="promises">
      <header>
        <h2 id="promises">{w.indicator.promises}</h2>
        <span className="mute small">{w.indicator.promisesNote}</span>
      </header>
      <Scroll label={w.indicator.promises}>
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.plans.plan}</th>
              <th scope="col" className="num">
                {w.indicator.baseline}
              </th>
              <th scope="col" className="num">
                {w.indicator.target}
              </th>
              <th scope="col">{w.indicator.from}</th>
            </tr>
          </thead>
          <tbody>
            {promises.map(({ plan, commitment, place }) => (
              <tr key={`${plan.id}/${plan.edition.id}/${commitment.id}`}>
                <th scope="row">
                  <Link to={of(`/plans/${plan.id}`, { edition: plan.edition.id })}>
                    <Name of={plan} />
                  </Link>{' '}
                  <span className="slot">{plan.edition.label}</span>
                  <span className="block small mute">{place.join(' › ')}</span>
                </th>
                <td className="num" data-label={w.indicator.baseline}>
                  <FromSource source={commitment.source} documents={plan.documents}>
                    <BaselineFigure baseline={commitment.baseline} />
                  </FromSource>
                </td>
                <td className="num" data-label={w.indicator.target}>
                  {commitment.targets.length === 0 ? (
                    <NotStated />
                  ) : (
                    commitment.targets.map((target) => (
                      <span className="block" key={`${target.role}${target.year}`}>
                        <FromSource source={commitment.source} documents={plan.documents}>
                          <TargetFigure target={target} />
                        </FromSource>
                        {target.role !== 'final' && (
                          <span className="slot">{w.indicator.roles[target.role]}</span>
                        )}
                      </span>
                    ))
                  )}
                </td>
                <td>
                  <Origin source={commitment.source} documents={plan.documents} />
                  {commitment.note && <span className="block small mute">{commitment.note}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** 判定と計算 under the schemes shown; the arithmetic stands on the page. */
export function JudgedUnder({ view: { judged }, year }: Props & { readonly year: number }) {
  const w = useWords()
  const { of } = useHere()
  return (
    <section className="card" aria-labelledby="judged">
      <header>
        <h2 id="judged">{w.indicator.judgedTitle}</h2>
        <span className="mute small">{w.year(year)}</span>
      </header>
      {judged.length === 0 && <p className="small">{w.indicator.noPromise}</p>}
      {judged.map(({ plan, planTitle, planTitles, scheme, judgement }) => (
        <div key={`${plan}/${scheme.id}`} className="mb-5">
          <h3 className="flex gap-2 flex-wrap items-center justify-between">
            {w.label(scheme.title)} <JudgementBadge judgement={judgement} />
          </h3>
          <p className="small faint mb-1">
            <Name of={{ title: planTitle, titles: planTitles }} />
          </p>
          <WorkingLines judgement={judgement} />
        </div>
      ))}
      {judged[0] && (
        <p className="small">
          <Link to={of(`/plans/${judged[0].plan}/years/${judged[0].judgement.evaluationYear}`)}>
            {w.indicator.otherSchemes}
          </Link>
        </p>
      )}
    </section>
  )
}

/** What is known of the indicator; what the document does not state is shown as 記載なし, what a person settled with their name. */
export function IndicatorFacts({ view: { indicator, department } }: Props) {
  const w = useWords()
  const better = betterOf(indicator)
  const accumulation = accumulationOf(indicator)
  const facts: readonly (readonly [string, string | undefined])[] = [
    [w.settle.attributes.better, better === 'not-stated' ? undefined : w.settle.values[better]],
    [
      w.settle.attributes.accumulation,
      accumulation === 'not-stated' ? undefined : w.settle.values[accumulation],
    ],
    [w.settle.attributes.unit, indicator.unit === 'not-stated' ? undefined : indicator.unit],
    [w.indicator.scope, indicator.scope === 'not-stated' ? undefined : indicator.scope],
    [
      w.indicator.period,
      indicator.period === 'not-stated' ? undefined : w.indicator.periods[indicator.period],
    ],
    [w.indicator.dataSource, indicator.dataSource === 'not-stated' ? undefined : indicator.dataSource],
    [
      w.indicator.release,
      indicator.release === 'not-stated'
        ? undefined
        : w.indicator.released(indicator.release.month, indicator.release.lagYears),
    ],
    [w.indicator.department, department],
  ]
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{w.indicator.facts}</h2>
      <dl className="facts mt-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value ?? <NotStated />}</dd>
          </div>
        ))}
      </dl>
      {indicator.settled && (
        <ul className="small mt-3 grid gap-1">
          {indicator.settled.map(({ what, value, reason, by, on }) => (
            <li key={`${what}${on}${value}`} className="mute">
              {w.settle.said(
                w.settle.attributes[what as keyof typeof w.settle.attributes] ?? what,
                w.settle.values[value as keyof typeof w.settle.values] ?? value,
                by,
                on,
                reason,
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
