import { type DraftEntry, type DraftIndicator, entriesOf } from '#domain/document/draft.ts'
import { compare, div, fromDecimal, print, printPercent, sub } from '#domain/shared/rational.ts'
import { readHeading } from '../grammar/heading.ts'
import { findYears } from '../grammar/years.ts'
import { sentencesOf } from './prose.ts'
import { type Checked, listed, type Remark, type Rule, remark } from './remark.ts'

type Entry = DraftEntry<DraftIndicator>

const lineOf = ({ grounds, baseline }: Entry): number => grounds.at.line ?? baseline?.at.line ?? 0
const indicators: (checked: Parameters<Rule>[0]) => readonly Entry[] = ({ draft }) =>
  entriesOf(draft, 'indicator').filter(({ relisted }) => !relisted)
const finalOf = ({ targets }: Entry) => targets.findLast(({ role }) => role === 'final')
const numberOf = (value: unknown) => (typeof value === 'string' ? fromDecimal(value as never) : undefined)
const names = (list: readonly Entry[]) => list.map(({ name }) => name).join('、')

/** One remark for all KPIs that lack the same thing, so that a plan without owners does not fill a page. */
const together = (
  code: string,
  severity: Remark['severity'],
  list: readonly Entry[],
  all: number,
): readonly Remark[] => {
  const [first] = list
  if (!first) return []
  return [
    remark(code, severity, lineOf(first), {
      count: list.length,
      all,
      names: names(list),
      lines: listed(list.map(lineOf)),
    }),
  ]
}

/** Rates and indices that have no unit of their own. */
const UNITLESS = /出生率|指数|倍率|係数|偏差値|順位/

/** KPIに欠けているもの: baseline, target, unit; and nowhere an owner or a source. */
export const kpiLacks: Rule = (checked) => {
  const all = indicators(checked)
  if (all.length === 0) return []
  const text = checked.lines.map((line) => line.text).join('\n')
  const without = (lacks: (entry: Entry) => boolean) => all.filter(lacks)
  const [first] = all
  const nowhere = (code: string, pattern: RegExp): readonly Remark[] =>
    pattern.test(text) || !first
      ? []
      : [remark(code, 'note', lineOf(first), { count: all.length, all: all.length })]
  return [
    ...together(
      'kpi-without-baseline',
      'warning',
      without(({ baseline }) => !baseline),
      all.length,
    ),
    ...together(
      'kpi-without-target',
      'warning',
      without(({ targets }) => targets.length === 0),
      all.length,
    ),
    ...together(
      'kpi-without-unit',
      'warning',
      without(({ unit, name }) => !unit && !UNITLESS.test(name)),
      all.length,
    ),
    ...together(
      'kpi-without-baseline-year',
      'note',
      without(({ baseline }) => baseline !== undefined && baseline.year === undefined),
      all.length,
    ),
    ...nowhere('kpi-without-owner', /担当(?:課|部署|部局|局)|所管(?:課|部)/),
    ...nowhere(
      'kpi-without-source',
      /出典|資料[:：]|(?:統計|調査|アンケート)(?:に|の|より)?(?:よる|よれば)?.{0,6}(?:結果|数値|値)/,
    ),
  ]
}

/** 見出しの年と違う基準値: the column says H27, the cell says (H24). */
export const headingYearFalse: Rule = (checked) => {
  const all = indicators(checked)
  const false_ = all.filter(
    ({ baseline }) =>
      baseline?.headingYear !== undefined &&
      baseline.year !== undefined &&
      baseline.headingYear !== baseline.year,
  )
  const [first] = false_
  if (!first) return []
  return [
    remark('heading-year-false', 'warning', lineOf(first), {
      count: false_.length,
      all: all.length,
      arithmetic: false_
        .map(({ name, baseline }) => `${name}: 見出し ${baseline?.headingYear}、値 ${baseline?.year}`)
        .join('、'),
      lines: listed(false_.map(lineOf)),
    }),
  ]
}

/** 遠い目標: further from its baseline, or from where the plan begins, than any plan looks ahead. */
const FARTHEST = 60

/** 目標の年度: before the year of its own baseline, or further ahead than a plan can mean. */
export const targetYearDoubtful: Rule = (checked) => {
  const all = indicators(checked)
  const years = all.flatMap(({ targets }) => targets.flatMap(({ year }) => year ?? []))
  const begins =
    checked.draft.period?.from ??
    years.reduce((first, year) => Math.min(first, year), Number.POSITIVE_INFINITY)
  const doubtful = all.flatMap((entry) => {
    const to = finalOf(entry)?.year
    const from = entry.baseline?.year ?? begins
    return to !== undefined && (to < from || to - from > FARTHEST) ? [{ entry, from, to }] : []
  })
  const [first] = doubtful
  if (!first) return []
  return [
    remark('target-year-doubtful', 'warning', lineOf(first.entry), {
      count: doubtful.length,
      all: all.length,
      arithmetic: doubtful.map(({ entry, from, to }) => `${entry.name}: ${from} → ${to}`).join('、'),
      lines: listed(doubtful.map(({ entry }) => lineOf(entry))),
    }),
  ]
}

const MONTHS = /(\d{1,2})\s*(?:ヶ|か|カ|ケ|ヵ|箇|ヵ)月間/

/** 部分期間の基準値: a few months against a target for a whole year. */
export const partYearBaseline: Rule = (checked) =>
  indicators(checked).flatMap((entry): Remark[] => {
    const from = checked.lines.findIndex(({ line }) => line >= lineOf(entry))
    const near = checked.lines.slice(from, from + 3).find(({ text }) => MONTHS.test(text.normalize('NFKC')))
    const months = Number(MONTHS.exec(near?.text.normalize('NFKC') ?? '')?.[1])
    const next = indicators(checked).find((other) => lineOf(other) > lineOf(entry))
    if (!near || !(months > 0 && months < 12) || (next && lineOf(next) <= near.line)) return []
    const [baseline, target] = [entry.baseline?.printed ?? '', finalOf(entry)?.printed ?? '']
    return [
      remark('part-year-baseline', 'warning', lineOf(entry), {
        name: entry.name,
        months,
        arithmetic: `${baseline}（${months}か月）→ ${target}（1年）、1年に直すと ${print(div(fromYear(entry, 12), fromYear(entry, months, true)) ?? fromYear(entry, 12))}`,
        lines: listed([near.line]),
      }),
    ]
  })

/** Helper of the arithmetic above: baseline × 12, or the number of months. */
function fromYear({ baseline }: Entry, months: number, alone = false) {
  const value = numberOf(baseline?.value) ?? fromDecimal('0' as never)
  const times = BigInt(months)
  return alone ? { n: times, d: 1n } : { n: value.n * times, d: value.d }
}

/** ％とポイント: a share that goes up by 10 points is not one that rises by 10 %. */
export const percentForPoints: Rule = (checked) =>
  indicators(checked).flatMap((entry): Remark[] => {
    const [from, to] = [numberOf(entry.baseline?.value), numberOf(finalOf(entry)?.value)]
    if (!from || !to || !/%|％/.test(entry.unit ?? '')) return []
    const gain = sub(to, from)
    const at = checked.lines.findIndex(({ line }) => line >= lineOf(entry))
    const said = checked.lines.slice(at, at + 4).find(({ text }) => {
      const match = /(\d+(?:\.\d+)?)%(?:の)?(?:上昇|増加|増|向上|アップ|引き上げ)/.exec(
        text.normalize('NFKC'),
      )
      return match?.[1] !== undefined && compare(fromDecimal(match[1] as never), gain) === 0
    })
    const relative = div(gain, from)
    if (!said || !relative) return []
    return [
      remark('percent-for-points', 'warning', said.line, {
        name: entry.name,
        arithmetic: `${print(to)}−${print(from)}＝${print(gain)}ポイント、${print(gain)}÷${print(from)}＝${printPercent(relative)}`,
        lines: listed([lineOf(entry)]),
      }),
    ]
  })

const LESS_IS_BETTER =
  /待機|待ち|未(?:納|収|利用|設置)|死傷|死者|死亡|事故|犯罪|火災|不登校|離職|廃棄|ごみ|排出|空き家|赤字|債|滞納|流出|転出|休廃業|自殺|要介護認定率|喫煙|時間外|苦情|削減|縮減|減少/

/** 基準値より易しい目標: below the baseline, with no 以上 that would make it a floor. */
export const targetEasier: Rule = (checked) =>
  indicators(checked).flatMap((entry): Remark[] => {
    const target = finalOf(entry)
    const [from, to] = [numberOf(entry.baseline?.value), numberOf(target?.value)]
    if (
      !from ||
      !to ||
      target?.qualifier === 'at-least' ||
      LESS_IS_BETTER.test(entry.name) ||
      compare(to, from) >= 0
    )
      return []
    return [
      remark('target-easier-than-baseline', 'warning', lineOf(entry), {
        name: entry.name,
        arithmetic: `${print(from)} → ${print(to)}（${print(sub(to, from))}）`,
      }),
    ]
  })

const OUTPUT =
  /(?:開催|実施|配布|発行|訪問|取組|取組み|研修|説明会|広報)(?:の)?(?:回数|件数|数|部数|日数)|説明会|セミナー.*(?:回|数)/

/** 成果を装う活動量: how often something was done is not what came of it. */
export const outputAsOutcome: Rule = (checked) =>
  indicators(checked)
    .filter(({ name }) => OUTPUT.test(name))
    .map((entry) => remark('output-as-outcome', 'note', lineOf(entry), { name: entry.name }))

/** 「令和2（2020）年度から…」: the first year of the plan, as the text says it. */
function firstYearOf({ lines, draft }: Checked): number | undefined {
  if (draft.period?.from !== undefined) return draft.period.from
  for (const { text } of sentencesOf(lines)) {
    const from = /^(.*?)年度から.*年度まで/.exec(text)?.[1]
    const year = from === undefined ? undefined : findYears(`${from}年度`).at(-1)?.year
    if (year !== undefined) return year
  }
  return undefined
}

/** 前の計画の目標: a target column whose year lies before the plan's own; it is a promise of the past and no actual. */
export const formerTarget: Rule = (checked) => {
  const first = firstYearOf(checked)
  const isFormer = ({ role, year }: Entry['targets'][number]) =>
    role === 'former' || (first !== undefined && year !== undefined && year < first)
  const former = indicators(checked).filter(({ targets }) => targets.length > 1 && targets.some(isFormer))
  const [one] = former
  // A column that says itself whose target it holds leaves no doubt.
  const said = checked.lines.some(({ text }) =>
    text.split('\t').some((cell) => readHeading(cell, {})?.role === 'former'),
  )
  if (!one || said) return []
  const years = [
    ...new Set(former.flatMap(({ targets }) => targets.filter(isFormer).map(({ year }) => year))),
  ]
  return [
    remark('former-target-column', 'note', lineOf(one), {
      count: former.length,
      year: years.join(', '),
      names: names(former),
      lines: listed(former.map(lineOf)),
    }),
  ]
}
