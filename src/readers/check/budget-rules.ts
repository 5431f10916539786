import { type DraftEntry, type DraftProject, entriesOf } from '#domain/document/draft.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { listed, type Remark, type Rule, remark } from './remark.ts'

type Entry = DraftEntry<DraftProject>

const projects = ({ draft }: Parameters<Rule>[0]): readonly Entry[] => entriesOf(draft, 'project')
const lineOf = ({ grounds }: Entry): number => grounds.at.line ?? 0

/** A name without brackets, quotes and what merely frames it, so that two spellings of one project meet. */
const core = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[「」『』\s]/g, '')
    .replace(/\((?:仮称|案|新規|拡充)\)/g, '')

/** 二つの予算額: one name, two amounts. */
export const twoBudgets: Rule = (checked) =>
  [
    ...Map.groupBy(
      projects(checked).filter(({ amount }) => amount),
      ({ name }) => core(name),
    ).values(),
  ].flatMap((same): Remark[] => {
    const amounts = [...new Set(same.map(({ amount }) => (amount ? writeMoney(amount) : '')))]
    const [first] = same
    if (amounts.length < 2 || !first) return []
    return [
      remark('two-budgets', 'error', lineOf(first), {
        name: first.name,
        arithmetic: amounts.join(' ≠ '),
        lines: listed(same.map(lineOf)),
      }),
    ]
  })

/** 計上の食い違い: shown as this year's in one place, booked wholly in last year's supplementary in another. */
export const bookedElsewhere: Rule = (checked) =>
  [...Map.groupBy(projects(checked), ({ name, amount }) => `${core(name)} ${amount?.yen}`).values()].flatMap(
    (same): Remark[] => {
      const booked = same.find(({ booking }) => booking?.kind === 'all-in-supplementary')
      const plainly = same.find(({ booking, amount }) => !booking && amount)
      if (!booked || !plainly?.amount) return []
      return [
        remark('booked-elsewhere', 'warning', lineOf(plainly), {
          name: plainly.name,
          printed: booked.booking?.printed ?? '',
          arithmetic: writeMoney(plainly.amount),
          lines: listed([lineOf(booked)]),
        }),
      ]
    },
  )

const STRONGER = /強化|拡充|拡大|増員|充実/

/** 強化といいながら減る: the text says 強化, the budget falls. */
export const strongerButLess: Rule = (checked) =>
  projects(checked).flatMap((entry): Remark[] => {
    const { amount, previous, name, grounds } = entry
    if (!amount || !previous || previous === 'none' || amount.yen >= previous.yen) return []
    const from = checked.lines.findIndex(({ line }) => line >= (grounds.at.line ?? 0))
    const text = [name, grounds.text, ...checked.lines.slice(from, from + 3).map((line) => line.text)].join(
      '',
    )
    const word = STRONGER.exec(text)?.[0]
    if (!word) return []
    return [
      remark('stronger-but-less', 'warning', lineOf(entry), {
        name,
        word,
        arithmetic: `${writeMoney(amount)} ＜ ${writeMoney(previous)}`,
      }),
    ]
  })

/** 写した金額: two different projects with one and the same odd amount. */
export const copiedAmount: Rule = (checked) => {
  const odd = projects(checked).filter(({ amount }) => amount && amount.yen % 100_000 !== 0)
  return [...Map.groupBy(odd, ({ amount }) => amount?.yen ?? 0).values()].flatMap((same): Remark[] => {
    const different = [...new Map(same.map((entry) => [core(entry.name), entry])).values()]
    const [first, second] = different
    if (!first?.amount || !second) return []
    return [
      remark('copied-amount', 'note', lineOf(second), {
        names: different.map(({ name }) => name).join('、'),
        arithmetic: writeMoney(first.amount),
        lines: listed(different.map(lineOf)),
      }),
    ]
  })
}

const PLACE = /[^\s「」『』()（）の・、。]{2,14}(?:センター|プロジェクト|制度|プラン|アプリ|拠点|ラボ)/g

/** 同じものの呼び方: one centre or project under several names. */
export const severalNames: Rule = (checked) => {
  const seen = new Map<string, Map<string, number>>()
  for (const { text, line } of checked.lines)
    for (const [named] of text
      .normalize('NFKC')
      .replace(/\((?:仮称)\)/g, '')
      .matchAll(PLACE)) {
      const last = named.replace(/^(?:新たな|市内|くまもと|公立|県立|市立)/, '')
      const spelling = text.normalize('NFKC').includes(`(仮称)${named}`)
        ? `(仮称)${named}`
        : text.includes(`「${named}」`)
          ? `「${named}」`
          : named
      const spellings = seen.get(last) ?? new Map<string, number>()
      if (!spellings.has(spelling)) spellings.set(spelling, line)
      seen.set(last, spellings)
    }
  return [...seen].flatMap(([, spellings]): Remark[] => {
    const names = [...spellings.keys()]
    const differ = new Set(names.map((name) => name.replace(/[「」]/g, '')))
    if (differ.size < 2 || names.length < 3) return []
    return [
      remark('several-names', 'note', [...spellings.values()][0] ?? 0, {
        names: names.join('、'),
        count: names.length,
        lines: listed([...spellings.values()]),
      }),
    ]
  })
}
