import type { DraftIndicator, DraftTarget, DraftValue } from '#domain/document/draft.ts'
import { alike } from './alike.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import { isIndicatorName, type Made, nameAsPrinted, pairsIn, valueFrom } from './inline.ts'
import { readName } from './names.ts'
import { findQuantities, quantityCell } from './quantity.ts'
import type { Row } from './rows.ts'
import { findYears, wholeYear } from './years.ts'

/** Longer lines are prose. */
const LONGEST = 200
const START = '(?:現状|基準|当初|策定時|現況|従前)(?:値)?'

/** 「観光入込客数 850,000人（R1：720,000人）」「… 850,000人 ［基準値：720,000人（H30）］」: the target, and in the bracket the value it starts from. */
export function bracketLine(row: Row, cued: boolean): Made | undefined {
  if (row.text.length > LONGEST) return undefined
  const text = plain(row.text)
  const dated = /^(.*?\S)[\s:]+(\S+?)\s*\((?:現状|基準)?(?:値)?\s*([^():]{0,12}?)\s*:\s*([^():]+)\)$/.exec(
    text,
  )
  const told = new RegExp(
    `^(.*?\\S)[\\s:]+(\\S+)\\s*[\\[(【]${START}\\s*[:は]?\\s*([^\\[\\]【】]+?)[\\])】]$`,
  ).exec(text)
  const [left, aimed, when, was] = dated
    ? [dated[1], dated[2], dated[3], dated[4]]
    : [told?.[1], told?.[2], '', told?.[3]]
  if (!left || !aimed || !was) return undefined
  const [target, baseline] = [quantityCell(aimed, row.context), quantityCell(was, row.context)]
  if (!target?.unit || !baseline || !(cued || /KPI|指標|目標/.test(left))) return undefined
  const year = wholeYear(when ?? '', row.context)?.year
  if (when && year === undefined) return undefined
  const made = indicatorOf(
    nameAsPrinted(row, left),
    target.unit,
    [{ ...valueFrom(target, row), role: 'final' }],
    {
      baseline: valueFrom(baseline, row, year),
    },
  )
  return made && { indicator: made, rule: 'value-and-bracket', confidence: 0.88, row }
}

const AIM =
  /^(.*?)[【[(〔](?:数値)?(?:目標|成果目標|KPI|成果指標|指標|目標指標)(?:値)?\s*:\s*([^【】[\]〔〕]+)[】\])〕]$/

/** 「（1）移住の促進　【目標：移住相談件数 年間300件】」「移住相談件数（目標値：300件）」: the aim in a bracket of its own. */
export function bracketedAim(row: Row): Made | undefined {
  if (row.text.length > 90 || !/[】\])）〕］]\s*$/.test(row.text)) return undefined
  const [, before = '', inside = ''] = AIM.exec(plain(row.text)) ?? []
  if (inside === '' || inside.includes('。')) return undefined
  const whole = quantityCell(inside, row.context)
  const [first, ...more] = findQuantities(inside, row.context)
  const said = whole ?? (more.length === 0 && first?.unit ? first : undefined)
  if (!said?.unit) return undefined
  const year = findYears(inside, row.context).at(-1)?.year
  const raw = whole
    ? before
    : inside
        .slice(0, said.start)
        .replace(/[\s:、]+$/, '')
        .replace(/\s*(?:年間|年平均|毎年)$/, '')
        .replace(/(?:を|が|は)$/, '')
  const made = indicatorOf(raw.trim(), said.unit, [{ ...valueFrom(said, row, year), role: 'final' }])
  return made && { indicator: made, rule: 'aim-in-bracket', confidence: whole ? 0.85 : 0.88, row }
}

/** 「数値目標　○○の割合　52.7％（R5）　60.0％（R10）」: under or after a word for targets, a name and two values of two years. */
export function twoDated(row: Row, cued: boolean): Made | undefined {
  const cells = row.cells.filter(({ text }) => text !== '')
  const label = cells.length > 3 ? readHeading(cells[0]?.text ?? '', row.context) : undefined
  const [name, ...values] = label?.role === 'name' || label?.role === 'target' ? cells.slice(1) : cells
  const [was, aimed] = alike(values.map(({ text }) => quantityCell(text, row.context)))
  if (row.tabular || !name || values.length !== 2 || !was || !aimed || !(cued || label)) return undefined
  if (was.year === undefined || aimed.year === undefined || was.year >= aimed.year || was.unit !== aimed.unit)
    return undefined
  const made = indicatorOf(name.text, aimed.unit, [{ ...valueFrom(aimed, row), role: 'final' }], {
    baseline: valueFrom(was, row),
  })
  return made && { indicator: made, rule: 'two-dated-values', confidence: label ? 0.92 : 0.88, row }
}

const PAIR = new RegExp(
  `^(.+?)[\\s:(]+${START}\\s*(?:\\(([^()]{2,10})\\))?\\s*[:]?\\s*(\\d\\S*?|[約▲△-]\\S+?)[\\s・、,/→⇒]*目標(?:値)?\\s*(?:\\(([^()]{2,10})\\))?\\s*[:]?\\s*(\\S+?)[\\s)]*$`,
)

/** 「（1）農業後継者数　現状 12人 ・ 目標 20人」: where it stands and what it aims at, both named, in one line. */
export function keyedPair(row: Row): Made | undefined {
  if (row.tabular || row.text.length > 100 || !row.text.includes('目標')) return undefined
  const [, name = '', from = '', was = '', to = '', aim = ''] = PAIR.exec(plain(row.text)) ?? []
  if (name === '') return undefined
  const [start, target] = alike([quantityCell(was, row.context), quantityCell(aim, row.context)])
  if (!start || !target || readHeading(name, row.context)) return undefined
  const year = (text: string) => (text === '' ? undefined : wholeYear(text, row.context)?.year)
  const made = indicatorOf(
    nameAsPrinted(row, name),
    target.unit ?? start.unit,
    [{ ...valueFrom(target, row, year(to)), role: 'final' }],
    { baseline: valueFrom(start, row, year(from)) },
  )
  return made && { indicator: made, rule: 'named-pair', confidence: 0.93, row }
}

/** 「成果指標：利用者数　R3 1,240人　R4 2,015人（目標 R8 4,000人）」. */
export function keyedYears(row: Row): Made | undefined {
  if (row.tabular || row.text.length > LONGEST || !/[:：]/.test(row.text)) return undefined
  const [, key = '', name = '', values = '', aim] =
    /^([^:\s]+)\s*:\s*(\S+)\s+(.+?)(?:\s*\(目標(?:値)?[\s:]*([^()]+)\))?$/.exec(plain(row.text)) ?? []
  if (!aim || readHeading(key, row.context)?.role !== 'name') return undefined
  const [actuals, targets] = [pairsIn(values, row), pairsIn(aim, row)]
  if (!actuals || !targets) return undefined
  const made = indicatorOf(
    name,
    targets.at(-1)?.quantity.unit,
    targets.map(({ year, quantity }, at) => ({
      ...valueFrom(quantity, row, year),
      role: at === targets.length - 1 ? 'final' : 'milestone',
    })),
  )
  const done = actuals.map(({ year, quantity }) => valueFrom(quantity, row, year))
  return made && { indicator: { ...made, actuals: done }, rule: 'years-after-name', confidence: 0.9, row }
}

const LIST_HEAD =
  /^[[【<(■◆●○□◇\s]*(?:KPI|重要業績評価指標|数値目標|成果目標|目標値|目標指標)(?:\(KPI\)|一覧)?[\]】>)\s:]*$/
const MARKED = /^[\s\u3000]*(?:[①-⑳・○●◎◆■□]|[(（]?\d{1,2}[)）.．])/

/** 「①特産品の開発数　累計10品目（2024）」 in a list that is headed as targets: a name and one value. */
export function listedAim(rows: readonly Row[], at: number): Made | undefined {
  const row = rows[at] as Row
  const pair = (each: Row) => {
    const cells = each.cells.filter(({ text }) => text !== '')
    const value = cells.length === 2 && MARKED.test(each.text) ? cells[1] : undefined
    return value && quantityCell(value.text, each.context)
  }
  const said = pair(row)
  if (row.tabular || !said?.unit) return undefined
  let head = at - 1
  while (head >= 0 && head > at - 12 && pair(rows[head] as Row)) head -= 1
  const above = rows[head]
  if (!above || !LIST_HEAD.test(plain(above.text))) return undefined
  const name = row.cells.find(({ text }) => text !== '')?.text ?? ''
  const made = indicatorOf(name, said.unit, [{ ...valueFrom(said, row), role: 'final' }])
  return made && { indicator: made, rule: 'value-in-list', confidence: 0.88, row }
}

/** A name in a line of its own, and below it two lines of a value each, the later year last: where it starts and what it aims at. */
export function datedBelow(rows: readonly Row[], at: number): { made: Made; next: number } | undefined {
  const [row, first, second] = rows.slice(at, at + 3)
  const alone = (each: Row | undefined) =>
    each && !each.tabular && each.heading === undefined && each.cells.length === 1 ? each : undefined
  const [name, one, two] = [alone(row), alone(first), alone(second)]
  if (!name || !one || !two || quantityCell(name.text, name.context)) return undefined
  const [was, aimed] = alike([quantityCell(one.text, one.context), quantityCell(two.text, two.context)])
  if (was?.year === undefined || aimed?.year === undefined || was.year >= aimed.year) return undefined
  if (was.unit !== aimed.unit || readHeading(name.text, name.context)) return undefined
  const made = indicatorOf(name.text, aimed.unit, [{ ...valueFrom(aimed, two), role: 'final' }], {
    baseline: valueFrom(was, one),
  })
  if (!made) return undefined
  const text = [name, one, two].map((each) => each.text).join(' ')
  return { made: { indicator: made, rule: 'dated-lines', confidence: 0.86, row: name, text }, next: at + 3 }
}

function indicatorOf(
  raw: string,
  unit: string | undefined,
  targets: readonly DraftTarget[],
  more: { readonly baseline?: DraftValue } = {},
): DraftIndicator | undefined {
  const named = readName(raw)
  if (!isIndicatorName(named.name)) return undefined
  const counted = unit ?? named.unit
  return {
    kind: 'indicator',
    name: named.name,
    ...(counted ? { unit: counted } : {}),
    ...more,
    targets,
    actuals: [],
    ...(named.cumulative === undefined ? {} : { cumulative: named.cumulative }),
    relisted: named.relisted,
  }
}
