import type { Line } from './remark.ts'

/** A sentence over the lines it wraps, and the line on which each of its characters stands. */
export type Sentence = { readonly text: string; lineAt(offset: number): number }

/** 文 (sentences) of the running text, joined over line ends. Width is evened out (NFKC) and blanks are dropped. */
export function sentencesOf(lines: readonly Line[]): readonly Sentence[] {
  const found: Sentence[] = []
  let text = ''
  let starts: { readonly from: number; readonly line: number }[] = []
  const close = () => {
    const [said, at] = [text, starts]
    if (said !== '')
      found.push({ text: said, lineAt: (offset) => at.findLast(({ from }) => from <= offset)?.line ?? 0 })
    text = ''
    starts = []
  }
  for (const { text: written, line, heading } of lines) {
    const plain = written
      .normalize('NFKC')
      .replace(/\^\{[^}]*\}/g, '')
      .trim()
      // The cells of a table stand apart, and a year among them is one.
      .replace(/(?<=^|\t)((?:19|20)\d\d)(?=\t|$)/g, '$1年')
      .replace(/\t+/g, '、')
      .replace(/\s+/g, '')
    if (plain === '') continue
    if (heading !== undefined || /^[・●○◎◆■□※☑✓(①-⑳]/.test(plain)) close()
    for (const part of plain.split(/(?<=。)/)) {
      starts.push({ from: text.length, line })
      text += part
      if (part.endsWith('。')) close()
    }
    if (heading !== undefined) close()
  }
  close()
  return found
}

/** 本文の数値: what the prose says of a population quantity in a year. */
export type Fact = {
  readonly what: Quantity
  readonly year: number
  readonly value: number
  readonly line: number
}

/** 「全体の37.4％」. */
export type Share = Fact & { readonly written: string }

/** 「1955年には年少人口を逆転し」: one quantity is said to have overtaken another. */
export type Overtaking = {
  readonly what: Quantity
  readonly other: Quantity
  readonly year: number
  readonly line: number
}

const QUANTITIES = {
  total: '総人口',
  working: '生産年齢人口',
  young: '年少人口',
  old: '(?:老年人口|高齢者人口|高齢人口)',
  in: '転入(?:者)?数',
  out: '転出(?:者)?数',
  births: '出生(?:者)?数',
  deaths: '死亡(?:者)?数',
  netMigration: '社会(?:増減|増|減)',
  natural: '自然(?:増減|増|減)',
} as const

export type Quantity = keyof typeof QUANTITIES
const NAMES = Object.entries(QUANTITIES) as [Quantity, string][]
const TOKEN = new RegExp(
  [
    // Before the quantities: 「総人口の5%」 is a share of the total, not a figure of it.
    '(?:全体|総人口)の(?:約)?(?<share>\\d+(?:\\.\\d+)?)%',
    ...NAMES.map(([name, pattern]) => `(?<${name}>${pattern})`),
    '(?<year>(?:19|20)\\d\\d)年',
    '(?<value>\\d[\\d,]*)人(?:の(?<after>社会減|自然減|社会増|自然増))?',
    '(?<overtakes>逆転)',
  ].join('|'),
  'g',
)

export type Facts = {
  readonly facts: readonly Fact[]
  readonly shares: readonly Share[]
  readonly overtakings: readonly Overtaking[]
}

/**
 * Reads the population facts of the prose by going along it: a quantity named before a number owns it, a year said before it dates it.
 * 「429人の社会減」 names its quantity after the number.
 */
export function factsOf(lines: readonly Line[]): Facts {
  const facts: Fact[] = []
  const shares: Share[] = []
  const overtakings: Overtaking[] = []
  let what: Quantity | undefined
  let subject: Quantity | undefined
  let year: number | undefined
  for (const { text, lineAt } of sentencesOf(lines)) {
    let overtaken: Quantity | undefined
    for (const match of text.matchAll(TOKEN)) {
      const groups = match.groups ?? {}
      const line = lineAt(match.index)
      const named = NAMES.find(([name]) => groups[name] !== undefined)?.[0]
      if (named) {
        const next = text.slice(match.index + match[0].length)
        if (/^を(?:逆転|上回|抜)/.test(next)) overtaken = named
        else {
          what = named
          if (/^(?:\([^)]*\))?(?:は|も)/.test(next)) subject = named
        }
      } else if (groups.year) year = Number(groups.year)
      else if (groups.value && year !== undefined) {
        const sign = groups.after?.endsWith('減') ? -1 : 1
        const of = groups.after ? (groups.after.startsWith('社会') ? 'netMigration' : 'natural') : what
        if (of) facts.push({ what: of, year, value: sign * Number(groups.value.replaceAll(',', '')), line })
      } else if (groups.share && subject && year !== undefined)
        shares.push({ what: subject, year, value: Number(groups.share), written: groups.share, line })
      else if (groups.overtakes && subject && overtaken && year !== undefined)
        overtakings.push({ what: subject, other: overtaken, year, line })
    }
  }
  return { facts, shares, overtakings }
}
