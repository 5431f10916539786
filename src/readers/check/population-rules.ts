import { entriesOf } from '#domain/document/draft.ts'
import type { Decimal } from '#domain/shared/decimal.ts'
import { toEra } from '#domain/shared/era.ts'
import { print, printPercent, rational } from '#domain/shared/rational.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import { type Fact, type Facts, factsOf, type Quantity } from './prose.ts'
import { listed, proseOf, type Remark, type Rule, remark } from './remark.ts'

const at = ({ facts }: Facts, what: Quantity, year: number): Fact | undefined =>
  facts.find((each) => each.what === what && each.year === year)

const NAME: Readonly<Record<Quantity, string>> = {
  total: '総人口',
  working: '生産年齢人口',
  young: '年少人口',
  old: '老年人口',
  in: '転入数',
  out: '転出数',
  births: '出生数',
  deaths: '死亡数',
  netMigration: '社会増減',
  natural: '自然増減',
}

const people = (value: number) => print(rational(value))

/** 年の矛盾: 「1955年に逆転」 though the figures of 1955 say the opposite. */
export const yearsContradict: Rule = (checked) => {
  const facts = factsOf(proseOf(checked))
  return facts.overtakings.flatMap(({ what, other, year, line }): Remark[] => {
    const [mine, theirs] = [at(facts, what, year), at(facts, other, year)]
    if (!mine || !theirs || mine.value > theirs.value) return []
    return [
      remark('years-contradict', 'error', line, {
        what: NAME[what],
        other: NAME[other],
        year,
        arithmetic: `${year}年: ${NAME[what]} ${people(mine.value)}人 ＜ ${NAME[other]} ${people(theirs.value)}人`,
        lines: listed([mine.line, theirs.line]),
      }),
    ]
  })
}

const PARTS: readonly Quantity[] = ['young', 'working', 'old']
const HALF = 0.05

/** 部分と全体: three age groups against the total of their year, and a share against both. */
export const partsAndWhole: Rule = (checked) => {
  const facts = factsOf(proseOf(checked))
  const years = [...new Set(facts.facts.map(({ year }) => year))]
  return years.flatMap((year): Remark[] => {
    const parts = PARTS.flatMap((what) => at(facts, what, year) ?? [])
    if (parts.length < PARTS.length) return []
    const sum = parts.reduce((total, { value }) => total + value, 0)
    const added = `${parts.map(({ value }) => people(value)).join('＋')}＝${people(sum)}`
    const total = at(facts, 'total', year)
    if (total && total.value !== sum)
      return [
        remark('parts-not-whole', 'error', parts[0]?.line ?? 0, {
          year,
          arithmetic: `${added} ≠ ${people(total.value)}`,
          lines: listed([...parts, total].map(({ line }) => line)),
        }),
      ]
    return facts.shares
      .filter((share) => share.year === year)
      .flatMap((share) => shareRemarks(facts, share, sum, added, parts))
  })
}

/** A share that does not come out of its own parts; and, if it comes out of another year's total, that year. */
function shareRemarks(
  facts: Facts,
  share: Facts['shares'][number],
  sum: number,
  added: string,
  parts: readonly Fact[],
): readonly Remark[] {
  const part = at(facts, share.what, share.year)
  if (!part) return []
  const fits = (whole: number) => Math.abs((part.value / whole) * 100 - share.value) <= HALF + 1e-9
  if (fits(sum)) return []
  const of = (whole: number) =>
    `${people(part.value)}÷${people(whole)}＝${printPercent(rational(part.value, whole))}`
  const lines = listed([...parts.map(({ line }) => line), share.line])
  const first = remark('share-not-of-parts', 'error', share.line, {
    year: share.year,
    arithmetic: `${added}、${of(sum)} ≠ ${share.written}%`,
    lines,
  })
  const other = facts.facts.find(
    ({ what, year, value }) => what === 'total' && year !== share.year && fits(value),
  )
  if (!other) return [first]
  const era = isFiscalYear(other.year) ? toEra(other.year) : undefined
  const slip = era && era.year === share.year % 10
  return [
    first,
    remark('figures-of-another-year', slip ? 'error' : 'warning', share.line, {
      year: share.year,
      other: other.year,
      era: era ? `${era.era}${era.year}` : '',
      arithmetic: `${of(other.value)}（${other.year}年の総人口）`,
      lines: listed([other.line, share.line]),
    }),
  ]
}

/** 差の計算: in minus out, births minus deaths, against the balance that the text prints. */
export const balances: Rule = (checked) => {
  const facts = factsOf(proseOf(checked))
  const pairs = [
    ['in', 'out', 'netMigration'],
    ['births', 'deaths', 'natural'],
  ] as const
  return pairs.flatMap(([plus, minus, balance]) =>
    facts.facts.flatMap((printed): Remark[] => {
      if (printed.what !== balance) return []
      const [gain, loss] = [at(facts, plus, printed.year), at(facts, minus, printed.year)]
      if (!gain || !loss || gain.value - loss.value === printed.value) return []
      const arithmetic = `${people(gain.value)}−${people(loss.value)}＝${people(gain.value - loss.value)} ≠ ${people(printed.value)}`
      return [
        remark('parts-not-whole', 'error', printed.line, {
          year: printed.year,
          arithmetic,
          lines: listed([gain.line, loss.line]),
        }),
      ]
    }),
  )
}

/** Which quantity of the prose a KPI is about. */
const CONCEPTS: readonly (readonly [RegExp, Quantity])[] = [
  [/社会(?:増|減|動態)|転入超過|転出超過/, 'netMigration'],
  [/自然(?:増|減)/, 'natural'],
  [/^出生(?:者)?数/, 'births'],
  [/^総人口|^人口$/, 'total'],
]

/** 基準値と本文: a KPI's baseline that is far from the figure the text itself gives for the same thing. */
export const baselineFarFromText: Rule = (checked) => {
  const facts = factsOf(proseOf(checked))
  return entriesOf(checked.draft, 'indicator').flatMap((indicator): Remark[] => {
    const value = indicator.baseline?.value
    const what = CONCEPTS.find(([pattern]) => pattern.test(indicator.name))?.[1]
    const said = facts.facts.findLast((each) => each.what === what)
    if (typeof value !== 'string' || !said || !indicator.baseline) return []
    const baseline = Number(value as Decimal)
    const far =
      Math.abs(said.value - baseline) > 5 * Math.max(Math.abs(baseline), 1) &&
      Math.abs(said.value - baseline) > 0.5 * Math.abs(said.value)
    if (!far) return []
    const line = indicator.baseline.at.line ?? indicator.grounds.at.line ?? 0
    return [
      remark('baseline-far-from-text', 'warning', line, {
        name: indicator.name,
        arithmetic: `基準値 ${people(baseline)}、本文 ${said.year}年 ${people(said.value)}`,
        lines: listed([line, said.line]),
      }),
    ]
  })
}
