// Forecasts of municipal series, the last year held out, beside the last value and the straight line in the same run: coverage of the
// 50 and 80 % bands, mean absolute scaled error, Brier score of P(value ≥ threshold). Three figures a cell: ours / last value / line.
//   node bench/forecast.ts --half tune|held-out [--every n]
// Claim, on the half that chose nothing: better than both on MASE and Brier over all, 80 % coverage within .75–.85.
// Thresholds, fixed before anything was computed: the last known value, and one usual yearly change of the history above and below it.
// A series whose history never moves has no scale and is told apart.
import { distributions } from '#domain/indicator/forecast/distributions.ts'
import type { ForecastKind } from '#domain/indicator/forecast/kind.ts'
import type { HistoryPoint } from '#domain/indicator/forecast/scaled.ts'
import { drift, lastValue, type Told, usualChange } from './support/naive.ts'
import { ALL, makeTally, printTable } from './support/score.ts'
import { MOST_AHEAD, simulatedSeries } from './support/simulated.ts'
import { type Half, hasSsdse, readSeries } from './support/ssdse.ts'

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1 || 1e9]
const half = option('--half') as Half
const every = Number(option('--every') ?? 1)

function shirube(history: readonly HistoryPoint[], kind: ForecastKind, to: number): Told {
  const told = distributions(history, kind, to)
  const last = told.ok ? told.value.years.at(-1) : undefined
  if (!last) throw new Error(`no forecast of ${JSON.stringify(history)}`)
  return {
    middle: last.quantile(0.5),
    band: (share) => [last.quantile(0.5 - share / 2), last.quantile(0.5 + share / 2)],
    atLeast: (value) => last.chance({ is: 'at-least', value }),
  }
}

function score(
  tally: ReturnType<typeof makeTally>,
  item: string,
  kind: ForecastKind,
  history: readonly HistoryPoint[],
  next: HistoryPoint,
): void {
  const usual = usualChange(history)
  const last = history.at(-1) as HistoryPoint
  const ahead = next.year - last.year
  const step = kind === 'count' ? 1 : 0
  const near = kind === 'count' ? Math.round(usual) : usual
  const thresholds = near > 0 ? [last.value - near, last.value, last.value + near] : [last.value]
  tally.add(
    { item, value: next.value, usual, thresholds },
    {
      しるべ: shirube(history, kind, next.year),
      前年のまま: lastValue(history, ahead, step),
      直線: drift(history, ahead, step),
    },
  )
}

function onSsdse(): void {
  const tally = makeTally()
  const still = makeTally()
  const lengths = new Map<number, number>()
  for (const { item, kind, points } of readSeries(half).filter((_, at) => at % every === 0)) {
    const [history, next] = [points.slice(0, -1), points.at(-1) as HistoryPoint]
    const moved = usualChange(history) > 0
    if (moved) lengths.set(history.length, (lengths.get(history.length) ?? 0) + 1)
    score(moved ? tally : still, item, kind, history, next)
  }
  console.log(`SSDSE-A, ${half} half, every ${every}; ours / last value / line`)
  console.log(`points of history: ${[...lengths].map(([points, n]) => `${points} (${n})`).join(', ')}`)
  console.log(printTable(tally))
  console.log(`\nHistories that never moved: n = ${still.of(ALL, 'しるべ').n}`)
  console.log(printTable(still).split('\n').slice(-1).join('\n'))
  const [ours, last, line] = (['しるべ', '前年のまま', '直線'] as const).map((method) =>
    tally.of(ALL, method),
  )
  if (!ours || !last || !line) return
  const covered = ours.in80 / ours.n
  const held =
    ours.mase < Math.min(last.mase, line.mase) &&
    ours.meanBrier < Math.min(last.meanBrier, line.meanBrier) &&
    covered >= 0.75 &&
    covered <= 0.85
  console.log(
    `\nMASE ratio ${(ours.mase / last.mase).toFixed(3)} to last value, ${(ours.mase / line.mase).toFixed(3)} to line; Brier ratio ${(ours.meanBrier / last.meanBrier).toFixed(3)}, ${(ours.meanBrier / line.meanBrier).toFixed(3)}; 80 % band ${covered.toFixed(3)}; claim ${held ? 'holds' : 'does not hold'}`,
  )
  process.exitCode = held ? 0 : 1
}

function onSimulated(): void {
  for (const ahead of [1, 3, MOST_AHEAD]) {
    const tally = makeTally()
    for (const { item, kind, points } of simulatedSeries(Math.ceil(160 / every), 4)) {
      const history = points.slice(0, -MOST_AHEAD)
      score(tally, item, kind, history, points.at(ahead - MOST_AHEAD - 1) as HistoryPoint)
    }
    console.log(`\nSimulated, ${ahead} year(s) ahead, 3 to 10 points; ours / last value / line`)
    console.log(printTable(tally))
  }
}

if (half !== 'tune' && half !== 'held-out') {
  console.error('--half tune or --half held-out')
  process.exitCode = 2
} else {
  if (half === 'tune') onSimulated()
  if (hasSsdse()) onSsdse()
  else console.log('飛ばす: ../shared/data/ssdse がないので、市区町村の系列では試せない')
}
