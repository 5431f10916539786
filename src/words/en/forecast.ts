import type * as ja from '../ja/forecast.ts'
import { plural, year } from './time.ts'

const kinds: typeof ja.forecast.kinds = {
  count: 'count',
  amount: 'amount',
  share: 'share',
  rate: 'rate',
  index: 'index',
  balance: 'balance',
  cumulative: 'running total',
}

const scales: typeof ja.forecast.scales = {
  log: 'logarithms (changes are percentages)',
  logit: 'logits (nothing leaves 0–100 %)',
  identity: 'the values themselves (may be negative)',
}

export const forecast: typeof ja.forecast = {
  title: 'Will we make it?',
  why: (code, d = {}) =>
    ({
      'fewer-than-three-points': `${plural(Number(d.points ?? 0), 'value')} known; a forecast needs three`,
      'year-not-ahead': `The value of ${year(Number(d.year))} is known already (latest: ${year(Number(d.last))})`,
      'too-far-ahead': `More than ${d.most} years ahead cannot be foreseen`,
      'two-values-for-a-year': `There are two values of ${year(Number(d.year))}, and nothing says which to use`,
      'not-a-number': `The value of ${d.year} is not a number`,
      'share-outside': `A share outside 0–100 (${year(Number(d.year))}: ${d.value})`,
      ended: 'The indicator has ended',
      'nothing-but-zeros': 'All values are 0, so nothing is known of how it moves',
    })[code],
  kinds,
  scales,
  chance: (chance) =>
    chance < 0.05 ? 'under 5%' : chance > 0.95 ? 'over 95%' : `about ${Math.round(chance * 100)}%`,
  answer: (of, chance, kept) =>
    `If it goes on as it has, the chance of ${kept ? 'keeping' : 'reaching'} the target in ${year(of)} is ${chance}.`,
  notYet: (reason) => `It cannot be said yet. ${reason}.`,
  noChance: {
    'target-not-stated': 'There is no target, so no chance of reaching it.',
    'never-judged': 'The indicator is not judged, so no chance of reaching a target is given.',
    'direction-not-stated':
      'Nobody says whether it should rise or fall, so no chance of reaching the target is given.',
    'no-tolerance':
      'The value is to be held, but within what is not settled, so no chance of holding it is given.',
    complete: 'The target is to complete something, so no chance is given.',
  },
  middle: 'Middle',
  range: (from, to) => (from.startsWith('−') ? `${from} to ${to}` : `${from}–${to}`),
  band: (share) => `${share}% band`,
  reaching: (of, kept) =>
    `chance of ${kept ? 'keeping' : 'reaching'} the target in ${year(of)}, if it goes on as it has`,
  tolerated: (within) => `Up to ${within} short of it counts as kept.`,
  table: 'Forecast of the coming years',
  methodTitle: 'How it is computed and how well it does',
  method: ({ points, firstYear, lastYear, missingYears, kind, scale, onIncrements, shockYear }) => [
    `From ${points} values, ${firstYear} to ${lastYear}${missingYears > 0 ? ` (${plural(missingYears, 'year')} without a value)` : ''}. No other indicator, no economy and no project of the plan is looked at.`,
    `The model is a level with a drift that fades (local level with damped drift). Kind: ${kinds[kind]}. Scale: ${scales[scale]}.${onIncrements ? ' A running total is built up from what is added each year.' : ''}`,
    'How large the noise is and how long a drift lasts is weighed by a weak prior from many municipalities’ series and by how well each setting foretold this one.',
    ...(shockYear === undefined
      ? []
      : [`${year(shockYear)} is taken for an odd year (or a step) and weighs less.`]),
  ],
  withBaseline: (of) => `The value of ${year(of)} is the plan’s baseline.`,
  severalVintages:
    'The series was revised; only the newest is used. The target may have been set on an older one.',
  tried: ({ n, in80, in50, years }) =>
    `Back-test: on ${n.toLocaleString('en')} series of municipalities that the choice had not seen, with the last year held out, the 80% band held the value ${in80}% of the time and the 50% band ${in50}%. One year ahead only, 4 to 5 values each, held-out years ${years} (around the pandemic). Many years ahead it is less sure than that.`,
  chartKey: 'Light blue: the 80% and 50% bands of the forecast; dashed: its middle.',
}

export const forecastCommand: typeof ja.forecastCommand = {
  head: (series, unit, kind, stated) =>
    `${series || '(unnamed series)'}${unit === 'not-stated' ? '' : ` [${unit}]`}  kind: ${kind}${stated ? '' : ' (not in the table; by unit and values)'}`,
  year: 'year',
  target: (of, value, better, inferred, chance) => {
    const asked = { higher: 'or more', lower: 'or less', steady: 'held' }[better]
    const from = inferred ? ' (direction by the side on which the target lies)' : ''
    return chance === undefined
      ? `${value} ${asked} in ${year(of)}: no tolerance is given (--tolerance)`
      : `Chance of ${value} ${asked}${from} in ${year(of)}: ${chance}`
  },
}
