import type { Outlook } from '#domain/indicator/forecast/outlook.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { IndicatorView } from '#usecases/view-indicator.ts'
import { useWords } from '../words.tsx'
import { Scroll } from './scroll.tsx'

type Props = { readonly view: IndicatorView }

/**
 * Figures of the back-test on the half that chose nothing, as docs/forecasts.md prints them. They belong to the frozen priors and change
 * only together with them.
 */
export const TRIED = { n: 22_095, in80: 81, in50: 55, years: '2020–2022' } as const

/** A foretold value as the history prints its values. */
export const printForetold = (value: number, { decimals }: Pick<Outlook, 'decimals'>): string =>
  printDecimal(value.toFixed(decimals).replace(/^-(?=0(\.0+)?$)/, ''))

/** 「このままの動きなら…」: one sentence under the judgement, or why nothing can be said. */
export function OutlookSentence({ view: { outlook } }: Props) {
  const w = useWords()
  if (!outlook) return null
  const { told } = outlook
  if (!told.ok)
    return told.why === 'year-not-ahead' || told.why === 'ended' ? null : (
      <span className="block small mt-1">{w.forecast.notYet(w.forecast.why(told.why, told.detail))}</span>
    )
  const { chance } = told.value.forecast
  return chance === undefined ? null : (
    <span className="block mt-1">
      {w.forecast.answer(told.value.to, w.forecast.chance(chance), told.value.kept)}
    </span>
  )
}

/** 届くか: the chance, the bands of each coming year, and how they were made. */
export function OutlookCard({ view: { outlook } }: Props) {
  const w = useWords()
  if (!outlook) return null
  const { plan, told } = outlook
  return (
    <section className="card" aria-labelledby="outlook">
      <header>
        <h2 id="outlook">{w.forecast.title}</h2>
        <span className="mute small">{plan}</span>
      </header>
      {told.ok ? (
        <Told outlook={told.value} />
      ) : (
        <p className="small">{w.forecast.notYet(w.forecast.why(told.why, told.detail))}</p>
      )}
    </section>
  )
}

function Told({ outlook }: { readonly outlook: Outlook }) {
  const w = useWords()
  const { forecast, noChance, kept, tolerance, to, baselineYear, severalVintages } = outlook
  const { chance } = forecast
  const print = (value: number | undefined) => (value === undefined ? '' : printForetold(value, outlook))
  return (
    <>
      {chance !== undefined && (
        <p className="small mb-2">
          <b className="chance">{w.forecast.chance(chance)}</b> {w.forecast.reaching(to, kept)}
        </p>
      )}
      {tolerance !== undefined && (
        <p className="small mute mb-2">{w.forecast.tolerated(printDecimal(String(tolerance)))}</p>
      )}
      {noChance && <p className="small mb-2">{w.forecast.noChance[noChance]}</p>}
      <Scroll label={w.forecast.table}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{w.app.fiscalYear}</th>
              <th scope="col" className="num">
                {w.forecast.middle}
              </th>
              <th scope="col" className="num">
                {w.forecast.band(50)}
              </th>
              <th scope="col" className="num">
                {w.forecast.band(80)}
              </th>
            </tr>
          </thead>
          <tbody>
            {forecast.years.map(({ year, quantiles: [, p10, p25, p50, p75, p90] }) => (
              <tr key={year}>
                <th scope="row">{w.shortYear(year)}</th>
                <td className="num">{print(p50)}</td>
                <td className="num">{w.forecast.range(print(p25), print(p75))}</td>
                <td className="num">{w.forecast.range(print(p10), print(p90))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details className="small mt-3">
        <summary>{w.forecast.methodTitle}</summary>
        <ul className="grid gap-2 mt-2">
          {[
            ...w.forecast.method(forecast.method),
            ...(baselineYear === undefined ? [] : [w.forecast.withBaseline(baselineYear)]),
            ...(severalVintages ? [w.forecast.severalVintages] : []),
            w.forecast.tried(TRIED),
          ].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
