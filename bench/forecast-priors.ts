// Chooses the priors of the forecasts by what foretells the tuning half of SSDSE best (EM over the grid), with a share of flat weight kept so that
// they stay weak. Prints them as they stand in src/domain/indicator/forecast/priors.ts. Never reads the held-out half.
import type { Setting } from '#domain/indicator/forecast/follow.ts'
import { PRIORS, type Prior, type Priors } from '#domain/indicator/forecast/priors.ts'
import { scaled } from '#domain/indicator/forecast/scaled.ts'
import { weigh } from '#domain/indicator/forecast/weigh.ts'
import { hasSsdse, ITEMS, readSeries, type Series } from './support/ssdse.ts'

const EACH = Number(process.argv[2] ?? 60)
const ROUNDS = Number(process.argv[3] ?? 8)
const FLAT = 0.3
const NAMES = ['noise', 'fleeting', 'drift', 'damping', 'counting'] as const

/** `EACH` series of each item, spread over the municipalities. Series that never move say nothing of how things move. */
const sample = (all: readonly Series[]): readonly Series[] =>
  ITEMS.flatMap(({ name }) => {
    const of = all.filter(
      ({ item, points }) => item === name && points.some(({ value }) => value !== points[0]?.value),
    )
    const every = Math.max(1, Math.floor(of.length / EACH))
    return of.filter((_, at) => at % every === 0).slice(0, EACH)
  })

function learned(series: readonly Series[], priors: Priors): Priors {
  const sums = new Map<string, number>()
  let [shocks, places] = [0, 0]
  for (const { kind, points } of series) {
    places += 2 * points.length - 1
    for (const { weight, setting, shock } of weigh(scaled(points, kind).points, priors, 0)) {
      if (shock) shocks += weight
      for (const name of NAMES) {
        const key = `${name} ${setting[name]}`
        sums.set(key, (sums.get(key) ?? 0) + weight / series.length)
      }
    }
  }
  const again = (name: keyof Setting): Prior =>
    priors[name].map(({ value }) => ({
      value,
      weight: (1 - FLAT) * (sums.get(`${name} ${value}`) ?? 0) + FLAT / priors[name].length,
    }))
  return {
    noise: again('noise'),
    fleeting: again('fleeting'),
    drift: again('drift'),
    damping: again('damping'),
    counting: again('counting'),
    shock: { ...priors.shock, chance: shocks / places },
  }
}

/** The same grid with nothing learned yet. */
function flat(priors: Priors): Priors {
  const even = (name: keyof Setting): Prior =>
    priors[name].map(({ value }) => ({ value, weight: 1 / priors[name].length }))
  return {
    noise: even('noise'),
    fleeting: even('fleeting'),
    drift: even('drift'),
    damping: even('damping'),
    counting: even('counting'),
    shock: { ...priors.shock, chance: 0.03 },
  }
}

if (!hasSsdse()) console.log('飛ばす: ../shared/data/ssdse がないので、事前分布は選べない')
else {
  const series = sample(readSeries('tune'))
  for (const kind of ['count', 'amount', 'rate', 'share', 'balance'] as const) {
    const of = series.filter((each) => each.kind === kind)
    let priors = flat(PRIORS[kind])
    for (let round = 0; round < ROUNDS; round++) priors = learned(of, priors)
    console.log(`${kind} (${of.length} series)`)
    for (const name of NAMES)
      console.log(
        `  ${name}: ${priors[name].map(({ value, weight }) => `[${value}, ${weight.toFixed(2)}]`).join(', ')}`,
      )
    console.log(`  shock chance: ${priors.shock.chance.toFixed(4)}`)
  }
}
