import { entriesOf } from '#domain/document/draft.ts'
import { type Line, listed, type Remark, type Rule, remark } from './remark.ts'

const flat = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
const COUNT: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PROMISED =
  /([2-9二三四五六七八九])つの([^\s、。「」（）()のをにはがと]{2,16}(?:プロジェクト|施策|柱|目標|ビジョン|視点|戦略|重点事項|方針))/g

/** 来ない一覧: 「5つの復興重点プロジェクト」 that the document never lists. */
export const promisedList: Rule = ({ lines }) => {
  const texts = lines.map(({ text }) => flat(text))
  const seen = new Set<string>()
  return lines.flatMap(({ line }, index): Remark[] =>
    [...(texts[index] ?? '').matchAll(PROMISED)].flatMap(([whole, written = '', noun = '']): Remark[] => {
      const count = COUNT[written] ?? Number(written)
      if (seen.has(noun) || isListed(texts, index, noun, count)) return []
      seen.add(noun)
      return [
        remark('promised-list-missing', 'warning', line, {
          what: whole,
          count,
          found: mentions(texts, noun).length,
        }),
      ]
    }),
  )
}

const mentions = (texts: readonly string[], noun: string) => texts.filter((text) => text.includes(noun))

/** Listed where the noun heads numbered lines, or its items stand quoted, numbered or itemised right after the promise. */
function isListed(texts: readonly string[], at: number, noun: string, count: number): boolean {
  const core = noun.replace(/^(?:横断的な|重点的な|主な)/, '')
  const numbered = texts.filter((text) =>
    new RegExp(
      `(?:${core}|${core.slice(-2)})[0-9Ⅰ-ⅩⅠ①-⑨IVX一二三四五六七八九]|^[Ⅰ-Ⅹ①-⑨(]*[0-9IVX]*[.)]?.{0,30}${core}$|プロジェクト[Ⅰ-Ⅹ1-9]`,
    ).test(text),
  )
  const after = texts.slice(Math.max(0, at - 1), at + 30).join('\n')
  const quoted = after.match(/「[^」]{2,40}」/g)?.length ?? 0
  const marked =
    new Set(after.match(/^[・①-⑨■◆●○]|^\(?[1-9]\)/gm) ?? []).size + (after.match(/^[・■◆●]/gm)?.length ?? 0)
  const strict = /重点プロジェクト$/.test(noun)
  return strict
    ? numbered.filter((text) => text.includes(noun)).length >= count
    : numbered.length >= count || quoted >= count || marked >= count
}

/** 示すとした指標がない: 「検証指標などをとりまとめた」 and no indicator follows. */
export const promisedIndicators: Rule = ({ lines, draft }) => {
  if (entriesOf(draft, 'indicator').length > 0) return []
  const said = lines.find(({ text }) =>
    /(?:検証指標|成果指標|数値目標|KPI|重要業績評価指標)/.test(flat(text)),
  )
  return said
    ? [
        remark('promised-indicators-missing', 'warning', said.line, {
          what: /検証指標|成果指標|数値目標|KPI|重要業績評価指標/.exec(flat(said.text))?.[0] ?? '',
        }),
      ]
    : []
}

const CONTENTS = /[.…]{3,}\s*\d+$|\t\d{1,3}$/

type Chapter = { readonly number: string; readonly title: string; readonly line: number }

const chapter = ({ text, line }: Line): Chapter | undefined => {
  const match = /^(?:#+\s*)?(?:第)?([1-9])(?:章)?[.\s\t]+([^\d\s.…(（][^.…\t]{2,40})/.exec(
    text
      .normalize('NFKC')
      .replace(/<[^>]*>/g, '')
      .trim(),
  )
  return match?.[1] && match[2] ? { number: match[1], title: flat(match[2]), line } : undefined
}

/** 目次と本文: chapters that carry one number twice, or another number in the contents than in the body. */
export const numberingDisagrees: Rule = ({ lines }) => {
  const contents = lines
    .filter(({ text }) => CONTENTS.test(text.normalize('NFKC')))
    .flatMap((line) => chapter(line) ?? [])
  const body = lines
    .filter(({ text, heading }) => heading !== undefined && !CONTENTS.test(text.normalize('NFKC')))
    .flatMap((line) => chapter(line) ?? [])
  const twice = [...Map.groupBy(contents, ({ number }) => number).values()].filter(
    (same) => new Set(same.map(({ title }) => title)).size > 1,
  )
  const moved = contents.flatMap((each) => {
    const there = body.find(({ title }) => title === each.title && title.length >= 4)
    return there && there.number !== each.number ? [[each, there] as const] : []
  })
  const [first] = [...twice.flat(), ...moved.flat()]
  if (!first) return []
  const said = [
    ...twice.map(
      (same) =>
        `目次の「${same[0]?.number}」が${same.length}つ（${same.map(({ title }) => title).join('、')}）`,
    ),
    ...moved.map(
      ([listedAs, stands]) => `「${stands.title}」は目次で${listedAs.number}、本文で${stands.number}`,
    ),
  ]
  return [
    remark('numbering-disagrees', 'warning', first.line, {
      arithmetic: said.join('、'),
      lines: listed([...twice.flat(), ...moved.flat()].map(({ line }) => line)),
    }),
  ]
}

/** 注のない脚注: a footnote is cited under a number that no note carries. */
export const footnoteUndefined: Rule = ({ lines }) => {
  const defined = new Set<string>()
  const cited = new Map<string, number>()
  const strange: Line[] = []
  for (const line of lines) {
    const start = /^\s*\^\{(\d+)\}\s*(?:\^\{(\d+)\})?/.exec(line.text)
    if (start?.[1]) {
      defined.add(start[1])
      if (start[2]) strange.push(line)
    }
    const rest = start ? line.text.slice(start[0].length) : line.text
    for (const [, number = ''] of rest.matchAll(/\^\{(\d+)\}/g))
      if (!cited.has(number)) cited.set(number, line.line)
  }
  return [...cited].flatMap(([number, line]): Remark[] => {
    if (defined.size === 0 || defined.has(number)) return []
    const near = strange.find((each) => each.line >= line)
    return [
      remark('footnote-undefined', 'warning', line, {
        number,
        ...(near
          ? {
              printed: near.text
                .replace(/[\^{}]/g, ' ')
                .replace(/\s+/g, ' ')
                .trim()
                .slice(0, 24),
              lines: listed([near.line]),
            }
          : {}),
      }),
    ]
  })
}

/** 関連の一方通行: 「関連するビジョン」 named on one side only. */
export const oneWayRelated: Rule = ({ lines }) => {
  const links: { from: string; to: string; line: number }[] = []
  let here = ''
  for (const { text, line } of lines) {
    const plain = text.normalize('NFKC')
    const heading = /^◆?\s*(ビジョン|基本目標|政策|目標)\s*(\d+)(?:が|\s|$)/.exec(plain)
    if (heading) here = `${heading[1]}${heading[2]}`
    const related = /\(関連する(ビジョン|基本目標|政策|目標)\)/.exec(plain)
    if (related && here)
      for (const [, to = ''] of plain
        .slice(related.index + related[0].length)
        .matchAll(new RegExp(`${related[1]}\\s*(\\d+)`, 'g')))
        links.push({ from: here, to: `${related[1]}${to}`, line })
  }
  const has = new Set(links.map(({ from, to }) => `${from} ${to}`))
  const oneWay = links.filter(({ from, to }) => !has.has(`${to} ${from}`))
  const [first] = oneWay
  if (!first) return []
  const mutual = (links.length - oneWay.length) / 2
  return [
    remark('one-way-related', 'note', first.line, {
      all: links.length,
      mutual,
      count: oneWay.length,
      arithmetic: oneWay.map(({ from, to }) => `${from}→${to}`).join('、'),
      lines: listed(oneWay.map(({ line }) => line)),
    }),
  ]
}
