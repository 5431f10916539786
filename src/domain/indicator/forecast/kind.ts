/**
 * 指標の種類 (kind) for a forecast: 件数・量・割合・率・指数・増減・累計. It decides the scale in which the series is modelled and which prior
 * it shares with others of its kind.
 */
export const FORECAST_KINDS = ['count', 'amount', 'share', 'rate', 'index', 'balance', 'cumulative'] as const
export type ForecastKind = (typeof FORECAST_KINDS)[number]

/** Words that other tables use for a kind. `undefined` = it says nothing of the scale, so the unit decides. */
const OTHER_NAMES: Readonly<Record<string, ForecastKind | undefined>> = {
  件数: 'count',
  人数: 'count',
  number: 'count',
  量: 'amount',
  額: 'amount',
  金額: 'amount',
  割合: 'share',
  構成比: 'share',
  percent: 'share',
  percentage: 'share',
  proportion: 'share',
  率: 'rate',
  ratio: 'rate',
  指数: 'index',
  score: 'index',
  増減: 'balance',
  net: 'balance',
  signed: 'balance',
  累計: 'cumulative',
  total: 'cumulative',
  単年: undefined,
  annual: undefined,
  時点: undefined,
  point: undefined,
  level: undefined,
  'not-stated': undefined,
  記載なし: undefined,
  '': undefined,
}

/** A written kind: one of ours, one that only the unit can decide, or unknown. */
export function readKind(written: string): ForecastKind | 'by-unit' | 'unknown' {
  const word = written.trim().toLowerCase()
  const own = FORECAST_KINDS.find((each) => each === word)
  if (own) return own
  return Object.hasOwn(OTHER_NAMES, word) ? (OTHER_NAMES[word] ?? 'by-unit') : 'unknown'
}

const PERCENT = /^[%％]$|^(パーセント|percent)$/i
const COUNTED =
  /^(人|名|件|社|戸|世帯|回|か所|カ所|ヶ所|箇所|校|園|団体|台|本|組|棟|施設|路線|地区|店|店舗|事業所|品|品目|つ|個|頭|床|会場|クラブ|組織|法人|人\/年|件\/年|persons?|people|cases?|households?|schools?)$/i
const RATED = /^(‰|人口千対|千分率|倍|人\/ha|人\/km2|人\/㎢|\/.*|.+(あたり|当たり|対))$/
const SCORED = /^(点|指数|位|ポイント|pt|points?|index|score)$/i

/**
 * 単位から種類を決める: where nobody says the kind. A series with a negative value is a balance whatever its unit; a percentage
 * outside 0–100 is a rate.
 */
export function kindByUnit(unit: string | undefined, values: readonly number[]): ForecastKind {
  const written = (unit ?? '').trim()
  if (values.some((value) => value < 0)) return 'balance'
  if (PERCENT.test(written)) return values.every((value) => value <= 100) ? 'share' : 'rate'
  if (COUNTED.test(written) && values.every(Number.isInteger)) return 'count'
  if (SCORED.test(written)) return 'index'
  return RATED.test(written) ? 'rate' : 'amount'
}
