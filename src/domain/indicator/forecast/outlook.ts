import { done, type Outcome, refuse } from '../../shared/outcome.ts'
import type { FiscalYear } from '../../shared/year.ts'
import type { Actual, KnownActual } from '../actual.ts'
import type { Commitment, Target } from '../commitment.ts'
import type { Indicator } from '../indicator.ts'
import { DEFAULT_SCHEME } from '../schemes/all.ts'
import { accumulationOf, baselineYearOf, unitOf } from '../settled.ts'
import { type Aim, type AimWhy, aimOf, finalTarget, hasPath } from '../target-kind.ts'
import { toleranceOf } from '../tolerance.ts'
import type { ForecastWhy } from './distributions.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type ForecastKind, kindByUnit } from './kind.ts'
import type { HistoryPoint } from './scaled.ts'
import { type Wanted, wantedOf } from './wanted.ts'

export type NoChanceWhy = AimWhy | 'no-tolerance' | 'complete'

export type OutlookWhy = ForecastWhy | 'ended'

/** 見通し (outlook): the forecast of an indicator towards one promise, and what it was made from. */
export type Outlook = {
  readonly forecast: Forecast
  readonly to: FiscalYear
  readonly target?: number
  /** The target is to be kept (hold, floor, curb), not reached. */
  readonly kept: boolean
  /** 許容差 that counts as held; absent where none does. */
  readonly tolerance?: number
  /** Why there are bands but no chance. */
  readonly noChance?: NoChanceWhy
  /** Year of the plan's baseline, where that is one of the values used. */
  readonly baselineYear?: number
  /** More than one 系列 is known; the newest was used, and the target may be of an older one. */
  readonly severalVintages: boolean
  /** Decimals with which the history is printed, for printing what is foretold. */
  readonly decimals: number
}

/** The outlook towards a commitment's final target; towards the end of its plan where it has none. */
export function outlookOf(
  indicator: Indicator,
  commitment: Commitment,
  actuals: readonly Actual[],
  planEnds: FiscalYear,
): Outcome<Outlook, OutlookWhy> {
  const last = actuals.findLast(({ kind }) => kind === 'known')?.year ?? 0
  const ended = actuals.find((each) => each.kind === 'missing' && each.why === 'ended' && each.year > last)
  if (ended) return refuse('ended', { year: ended.year })
  const { points, baselineYear, severalVintages } = historyFor(indicator, commitment, actuals)
  const target = finalTarget(commitment)
  const to = target?.year ?? planEnds
  const kind = kindOf(indicator, commitment, [
    ...points.map(({ value }) => value),
    ...(target ? [Number(target.value)] : []),
  ])
  const aim = aimOf(indicator, commitment)
  const tolerance = aim.ok && aim.value.kind === 'hold' ? held(indicator, commitment) : 0
  const wanted = aim.ok ? wantedBy(aim.value, target, tolerance) : aim
  const told = forecast(points, { kind, to, ...(wanted.ok ? { wanted: wanted.value } : {}) })
  if (!told.ok) return told
  return done({
    forecast: told.value,
    to,
    ...(target ? { target: Number(target.value) } : {}),
    kept: aim.ok && !hasPath(aim.value.kind),
    ...(tolerance > 0 ? { tolerance } : {}),
    ...(wanted.ok ? {} : { noChance: wanted.why }),
    ...(baselineYear === undefined ? {} : { baselineYear }),
    severalVintages,
    decimals: Math.max(...points.map(({ value }) => decimalsOf(value))),
  })
}

/** Values of the newest 系列, whole years only; a baseline of its own year where no value was recorded for that. */
function historyFor(indicator: Indicator, commitment: Commitment, actuals: readonly Actual[]) {
  const known = actuals.filter((each): each is KnownActual => each.kind === 'known')
  const vintages = [...new Set(known.map(({ vintage }) => vintage ?? ''))]
  const newest = vintages.at(-1) ?? ''
  const points: HistoryPoint[] = known
    .filter(({ vintage, span }) => (vintage ?? '') === newest && !span)
    .map(({ year, value, n = indicator.survey?.n }) => ({
      year,
      value: Number(value),
      ...(n === undefined ? {} : { n }),
    }))
  const { baseline } = commitment
  const year = baselineYearOf(indicator, commitment)
  const isNew =
    baseline !== 'not-stated' &&
    !baseline.span &&
    year !== 'not-stated' &&
    newest === '' &&
    !actuals.some((each) => each.year === year)
  return {
    points: isNew ? [{ year, value: Number(baseline.value) }, ...points] : points,
    ...(isNew ? { baselineYear: year } : {}),
    severalVintages: vintages.length > 1,
  }
}

function kindOf(indicator: Indicator, commitment: Commitment, values: readonly number[]): ForecastKind {
  const running =
    accumulationOf(indicator) === 'cumulative' || finalTarget(commitment)?.qualifier === 'cumulative'
  const unit = unitOf(indicator)
  return running ? 'cumulative' : kindByUnit(unit === 'not-stated' ? undefined : unit, values)
}

/** How far a held value may fall short: the commitment's tolerance, else its survey's, else none. */
const held = (indicator: Indicator, commitment: Commitment): number =>
  Number(toleranceOf(commitment, { ...indicator, unit: unitOf(indicator) }, DEFAULT_SCHEME).value)

/** What the target asks for, in the sense in which it is judged. */
function wantedBy(
  { kind, better }: Aim,
  target: Target | undefined,
  tolerance: number,
): Outcome<Wanted, NoChanceWhy> {
  if (kind === 'complete') return refuse('complete')
  const wanted = wantedOf(better, Number(target?.value), tolerance)
  return wanted ? done(wanted) : refuse('no-tolerance')
}

const decimalsOf = (value: number): number => Math.min(3, String(value).split('.')[1]?.length ?? 0)
