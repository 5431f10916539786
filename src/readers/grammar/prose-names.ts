import { findYears } from './years.ts'

const YEAR_LEAD = /^(?:[^、]*?(?:まで|から|末))(?:の\d+年間)?(?:で|に|、)/

/** What a quantity is said of, and by which word. */
export type Named = {
  readonly name: string
  readonly how: 'を' | 'が' | 'は' | 'として' | 'colon' | 'beside'
}

export type Clause = { readonly text: string; readonly start: number }

/** The part of a sentence that ends with the quantity. */
export function clauseBefore(text: string, from: number, end: number): Clause {
  const piece = text.slice(from, end)
  const breaks = [
    ...piece.matchAll(
      /[、。「」○●・■](?=\S)|目標(?:値)?(?:は|:)、?|(?:計画|戦略|指標|市|町|県)(?:\([^()]*\))?(?:では|は)、/g,
    ),
  ]
  // A comma before the particle belongs to the sentence, the last one before the name parts it.
  const particle = Math.max(piece.lastIndexOf('を'), piece.lastIndexOf('が'), piece.lastIndexOf('として'))
  const usable = breaks.filter(({ index }) => particle === -1 || index < particle)
  const last = usable.at(-1)
  const start = last ? last.index + last[0].length : 0
  return { text: piece.slice(start), start: from + start }
}

const FILLER =
  /^(?:[、「]|継続的に|年度ごとに|毎年度?|年間|少なくとも|おおむね|合計|累計で?|更に|さらに|(?:\d+[人日月年戸世帯]+)*(?:当|あ)たり|現状の\S{1,8}を維持し|\d{1,2}(?:日|か月|年)(?:に)?|現状と同じ(?:程度)?の|現状の|最低|.{0,24}(?:まで(?:に|の)?|年度?(?:比で|で|に|の|末に?)?|年間で|比で|置き、|し、|から|現在の))*$/

/** The noun phrase that the quantity is said of. */
export function nameBefore(clause: Clause, after: string): Named | undefined {
  const { text } = clause
  const colon = /^(.*?)\s*:\s*$/.exec(text)
  if (colon?.[1]) return clean(colon[1], 'colon')
  const marked = [...text.matchAll(/として|[をがは]/g)].filter(({ index, 0: word }) =>
    FILLER.test(text.slice(index + word.length)),
  )
  // 「…では23%」: the particle before は belongs to the name's place, not to its end.
  const found = marked.find(({ 0: word }) => word === 'を' || word === 'が') ?? marked[0]
  if (found) return clean(text.slice(0, found.index), found[0] as Named['how'])
  const of = /^(.+?の.+?)(?:では|で)$/.exec(text)
  if (of?.[1] && /^(?:以上|以下)?(?:を?削減|減|増|とする)/.test(after)) return clean(of[1], 'は')
  const beside = /^(.{2,}?)\s*(?:年間)?\s*$/.exec(text)
  return beside?.[1] && !/[をにがはでとへ]$/.test(beside[1]) ? clean(beside[1], 'beside') : undefined
}

function clean(raw: string, how: Named['how']): Named | undefined {
  let text = raw
    .trim()
    .replace(/^(?:指標|成果指標|KPI|目標)\s+(?=\S)/, '')
    .replace(/^(?:なお|また|あわせて|さらに|一方|その後|主な)[、]?/, '')
  const years = findYears(text)
  for (const { start, end } of [...years].reverse()) {
    const tail = text.slice(end)
    if (start === 0 || /^(?:まで|の|に|時点|末)/.test(tail))
      text = tail.replace(/^(?:まで)?(?:の\d+年間)?(?:の|に|で|末の|時点の|、)*/, '')
  }
  text = text
    .replace(YEAR_LEAD, '')
    .replace(/^(?:計画|戦略|この)?期間(?:内|中)(?:に|で)|^(?:今後)?\d+年間で|^\d+年後(?:の|に|には)/, '')
    .replace(/^(?:(?:本|当)[都道府県市区町村](?:の|における)|[都道府県市区町村]への)(?=\S{3})/, '')
    .replace(/^[「『○●・■\s:]+|[」』\s]+$/g, '')
    .replace(/\d{4}年度?比.*$/, '')
    .replace(/(?<=[率数量額])で$/, '')
    .replace(/の(?:数値)?目標(?:値)?$/, '')
    .replace(/^(?:に)?(?:おける|係る|関する)(?=\S{3})/, '')
    .replace(/(?:について|に関して|における|につき)$/, '')
  return text.length >= 3 ? { name: text, how } : undefined
}

/** 「…については、令和6年度に38,000人を」: nothing but years and fillers since the topic of the sentence. */
export function topicOf(text: string, clause: Clause, made: number): Named | undefined {
  const topic = /^([^、。]{3,40}?)(?:については|に関しては|は)、/.exec(text)
  const since = topic && text.slice(topic[0].length, clause.start + clause.text.length)
  if (!topic?.[1] || made > 0 || since === null || since === undefined || !FILLER.test(since))
    return undefined
  return clean(topic[1], 'は')
}
