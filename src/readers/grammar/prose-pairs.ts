import type { DraftIndicator, DraftValue } from '#domain/document/draft.ts'
import { isIndicatorName, type Made, valueFrom } from './inline.ts'
import { readName } from './names.ts'
import { findQuantities, quantityCell } from './quantity.ts'
import type { Sentence } from './sentences.ts'
import { OTHER_BODIES } from './vocabulary.ts'
import { findYears } from './years.ts'

/** 「令和2年度に1,230人だった参加者数を、令和7年度までに2,000人に増やす」. */
export function fromThen({ text, row }: Sentence): Made | undefined {
  const found =
    /^(?:(.{2,16}?)(?:に|で|の|は))?((?:約|年間|月間|延べ)*[\d][^、。]*?)(?:だった|であった|である)([^、。]{3,30}?)を、?(.{3,16}?)まで(?:に)?(\S+?)(?:に|へ|まで|と)(?:増や|減ら|高め|引き|伸ば|する|拡大|縮)/.exec(
      text,
    )
  const [, when = '', was = '', named = '', then = '', aimed = ''] = found ?? []
  const [baseline, target] = [quantityCell(was, row.context), quantityCell(aimed, row.context)]
  const { name } = readName(named)
  if (!baseline || !target || !isIndicatorName(name)) return undefined
  const unit = target.unit ?? baseline.unit
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name,
    ...(unit ? { unit } : {}),
    baseline: valueFrom(baseline, row, findYears(when, row.context)[0]?.year),
    targets: [{ ...valueFrom(target, row, findYears(then, row.context)[0]?.year), role: 'final' }],
    actuals: [],
    relisted: false,
  }
  return { indicator, rule: 'sentence-from-then', confidence: 0.9, row, text }
}

/** 「観光客数は、令和4年度の目標120万人に対し実績は98万人であった」. */
export function targetAndActual({ text, row }: Sentence): Made | undefined {
  const found =
    /^(.{2,40}?)(?:について)?は、?(.{0,16}?)(?:の)?目標(?:値)?(?:は|の|である)?\s*(\S+?)に対(?:して|し|する)、?(.{0,16}?)(?:の)?実績(?:値)?(?:は|が)?\s*(\S+?)(?:で|と|だ|にとど|、|。)/.exec(
      text,
    )
  const [, subject = '', when = '', aimed = '', then = '', got = ''] = found ?? []
  const [target, actual] = [quantityCell(aimed, row.context), quantityCell(got, row.context)]
  const { name } = readName(subject)
  if (!target || !actual || !isIndicatorName(name)) return undefined
  const year = findYears(when, row.context)[0]?.year
  const unit = target.unit ?? actual.unit
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name,
    ...(unit ? { unit } : {}),
    targets: [{ ...valueFrom(target, row, year), role: 'final' }],
    actuals: [valueFrom(actual, row, findYears(then, row.context)[0]?.year ?? year)],
    relisted: false,
  }
  return { indicator, rule: 'sentence-target-and-actual', confidence: 0.9, row, text }
}

/** 「令和5年度の実施率は31.5%で、目標の60%に届かなかった」. */
export function actualAndTarget({ text, row }: Sentence): Made | undefined {
  const found =
    /^(?:(.{2,14}?)の)?([^、。]{2,40}?)は、?(\S+?)(?:で|であり|となり|と)、?[^。]{0,12}?目標(?:値)?(?:の|である|は|として(?:いた|きた))?\s*(\S+?)(?:に|を)(?:は)?(?:届|達し|達成|及ば|上回|下回|超え|クリア)/.exec(
      text,
    )
  const [, when = '', subject = '', got = '', aimed = ''] = found ?? []
  const [target, actual] = [quantityCell(aimed, row.context), quantityCell(got, row.context)]
  const year = findYears(when, row.context)[0]?.year
  const { name } = readName(year === undefined && when !== '' ? `${when}の${subject}` : subject)
  if (!target || !actual || target.unit !== actual.unit || !isIndicatorName(name)) return undefined
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name,
    ...(target.unit ? { unit: target.unit } : {}),
    targets: [{ ...valueFrom(target, row), role: 'final' }],
    actuals: [valueFrom(actual, row, year)],
    relisted: false,
  }
  return { indicator, rule: 'sentence-actual-and-target', confidence: 0.85, row, text }
}

/** 地の文の実績: 「令和4年度は受講者52名であった」 for an indicator that is already known; the longest tail of its name counts. */
export function proseActuals(
  sentence: Sentence,
  names: readonly string[],
  titleYear: number | undefined,
): readonly { name: string; value: DraftValue }[] {
  const { text, row } = sentence
  if (/目標|とする|見込/.test(text) || OTHER_BODIES.test(text)) return []
  const quantities = findQuantities(text, row.context)
  if (quantities.length === 0) return []
  const years = findYears(text, row.context)
  const bares = names.map(bare)
  const found: { name: string; value: DraftValue }[] = []
  for (const quantity of quantities) {
    const before = text.slice(Math.max(0, quantity.start - 40), quantity.start)
    const beside = /([^、。はがを「」\s・]{3,})(?:は|が|:)?\s*$/.exec(before)?.[1]
    const tail = beside && bare(beside)
    const name = tail && names.find((_, at) => bares[at] === tail || bares[at]?.endsWith(tail))
    if (!name || found.some((each) => each.name === name)) continue
    const year = years.findLast(({ end }) => end <= quantity.start)?.year ?? titleYear
    if (year === undefined || !/%|人|名|件|円|社|ha/.test(quantity.unit ?? '')) continue
    found.push({ name, value: valueFrom(quantity, row, year) })
  }
  return found
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
