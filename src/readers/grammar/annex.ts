import type { DraftBody, DraftPlace, DraftStep, DraftTerm } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { plain } from './characters.ts'
import type { Sentence } from './sentences.ts'

export type AnnexFound = {
  readonly of: DraftTerm | DraftBody | DraftStep
  readonly rule: string
  readonly confidence: number
  readonly at: DraftPlace
  readonly text: string
}

/** 用語: notes that begin with a raised number, 「^{3} 用語：説明」. Two numbers before one note give two terms. */
export function termsOf(document: SourceDocument): readonly AnnexFound[] {
  return document.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block): AnnexFound[] => {
      if (block.kind !== 'line') return []
      const found = /^\s*((?:\^\{\s*\d+\s*\}\s*)+)([^:：]{1,120}?)\s*[:：]\s*(.*)$/.exec(block.text)
      if (!found) return []
      const numbers = [...(found[1] ?? '').matchAll(/\d+/g)].map(([digits]) => digits)
      const terms = (found[2] ?? '').split(numbers.length > 1 ? /[／/](?![^（(]*[）)])/ : /$^/)
      return numbers.map((number, at) => ({
        of: {
          kind: 'term',
          number,
          term: (terms[at] ?? terms[0] ?? '').trim(),
          ...(found[3] ? { gloss: found[3] } : {}),
        },
        rule: 'footnote',
        confidence: numbers.length > 1 ? 0.7 : 0.95,
        at: block.at,
        text: block.text,
      }))
    }),
  )
}

const BODY = /「([^「」]{3,36}(?:本部|委員会|審議会|協議会|会議|プラットフォーム))」/g

/** 体制: bodies that a sentence names in quotes. */
export function bodiesOf(sentences: readonly Sentence[]): readonly AnnexFound[] {
  const seen = new Set<string>()
  return sentences.flatMap(({ text, row }) =>
    [...text.matchAll(BODY)].flatMap(([, name = '']): AnnexFound[] => {
      if (seen.has(name)) return []
      seen.add(name)
      const role = /本部/.test(name)
        ? 'steering'
        : /検証|評価/.test(name)
          ? 'review'
          : /策定|審議会/.test(name)
            ? 'planning'
            : 'co-ordination'
      return [{ of: { kind: 'body', name, role }, rule: 'named-body', confidence: 0.85, at: row.at, text }]
    }),
  )
}

/** 年間の流れ: what a sentence says is done every year, with its month where it says one. */
export function stepsOf(sentences: readonly Sentence[]): readonly AnnexFound[] {
  return sentences.flatMap(({ text, row }): AnnexFound[] => {
    if (!/毎年度?|年度ごとに|次年度|翌年度/.test(text)) return []
    const name = /(効果検証|行政評価|進捗管理|予算編成|公表|見直し|事務事業評価)/.exec(text)?.[1]
    if (!name) return []
    const month = /(\d{1,2})月(頃)?(?:まで)?/.exec(plain(text))
    return [
      {
        of: {
          kind: 'step',
          name,
          ...(month ? { to: Number(month[1]) } : {}),
          ...(month?.[2] ? { about: true } : {}),
        },
        rule: 'yearly-step',
        confidence: 0.7,
        at: row.at,
        text,
      },
    ]
  })
}
