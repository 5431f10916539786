import type { OpenAge } from '#domain/population/population.ts'

/** 年齢の見出し: a five-year group by its first age, an open one, the total or 不詳. */
export type AgeLabel =
  | { readonly kind: 'group'; readonly from: number }
  | { readonly kind: 'open'; readonly from: number }
  | { readonly kind: 'total' | 'unknown' }

const TO = String.raw`\s*歳?\s*[-~〜–―‐−→]\s*`
const GROUP = new RegExp(`^(\\d{1,3})${TO}(\\d{1,3})\\s*歳?$`)
const OPEN = /^(\d{2,3})\s*歳?\s*(?:\+|以上|[~〜])$/

/** 「0～4歳」「0-4」「95歳以上」「90+」「総数」「年齢不詳」. Other spans (15～64歳) are no label of a group. */
export function ageLabel(written: string): AgeLabel | undefined {
  const text = written.normalize('NFKC').replace(/[\s「」()]/g, '')
  if (/^(総数|計|合計|total|年齢計|総人口)$/i.test(text)) return { kind: 'total' }
  if (/^(年齢)?不詳$|^unknown$/i.test(text)) return { kind: 'unknown' }
  const open = OPEN.exec(text)
  if (open) return Number(open[1]) % 5 === 0 ? { kind: 'open', from: Number(open[1]) } : undefined
  const group = GROUP.exec(text)
  if (!group) return undefined
  const [from, to] = [Number(group[1]), Number(group[2])]
  return from % 5 === 0 && to === from + 4 ? { kind: 'group', from } : undefined
}

export type SexLabel = 'both' | 'male' | 'female'

/** 「男女計」「男」「M」. A longer text is a label only where it begins with one and something parts it: 「男（人）」. */
export function sexLabel(written: string): SexLabel | undefined {
  const text = written.normalize('NFKC').replace(/\s/g, '')
  if (/^(男女計|総数|計|男女総数|T|both|total)$/i.test(text) || /^男女計/.test(text)) return 'both'
  if (/^(男|男性|M|male)$/i.test(text) || /^男性?[(:/]/.test(text)) return 'male'
  if (/^(女|女性|F|female)$/i.test(text) || /^女性?[(:/]/.test(text)) return 'female'
  return undefined
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911 }

/** 「2020年」「平成27（2015）年」「令和6年」「2015」「2015000000」 (e-Stat). Undefined outside 1900–2200 and for anything longer. */
export function yearLabel(written: string): number | undefined {
  const text = written.normalize('NFKC').replace(/\s/g, '')
  const western =
    /^(?:[^\d]{0,4}\d{0,2}年?\(?)?((?:19|20|21)\d{2})(?:年度?|\)年?|0{6})?(?:\(.{1,8}\))?(?:10月1日|1月1日)?$/.exec(
      text,
    )
  if (western) return Number(western[1])
  const era = /^(令和|平成|昭和|大正)(元|\d{1,2})年/.exec(text)
  return era ? (ERAS[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2])) : undefined
}

/** Where each of our groups is found: a list of places, for groups above the open age are added together. */
export type Grouping = { readonly open: OpenAge; readonly places: readonly (readonly number[])[] }

/** 年齢の区分を決める: the finest of 95+, 90+, 85+ that the labels fill without a hole. */
export function groupingOf(
  labels: readonly { readonly label: AgeLabel; readonly at: number }[],
): Grouping | undefined {
  const closed = new Map<number, number>()
  const opened: { from: number; at: number }[] = []
  for (const { label, at } of labels) {
    if (label.kind === 'group' && !closed.has(label.from)) closed.set(label.from, at)
    if (label.kind === 'open') opened.push({ from: label.from, at })
  }
  for (const open of [95, 90, 85] as const) {
    const below = Array.from({ length: open / 5 }, (_, at) => closed.get(at * 5))
    if (below.includes(undefined)) continue
    // The highest open group, for 「75歳以上」 may be printed besides; what lies between is closed.
    const top = opened.filter(({ from }) => from >= open).toSorted((a, b) => b.from - a.from)[0]
    if (!top) continue
    const between = Array.from({ length: (top.from - open) / 5 }, (_, at) => closed.get(open + at * 5))
    if (between.includes(undefined)) continue
    const places = [...below.map((at) => [at as number]), [...between.map((at) => at as number), top.at]]
    return { open, places }
  }
  return undefined
}

/** A figure: 「-」 is none, 0 in statistics; 「…」「x」「***」 are missing; commas and full width are read. */
export function figure(written: string | undefined): number | undefined {
  const text = (written ?? '').normalize('NFKC').replace(/[,\s]/g, '')
  if (/^[-‐−―–]$/.test(text)) return 0
  return /^[-−△▲]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Number(text.replace(/^[−△▲]/, '-')) : undefined
}
