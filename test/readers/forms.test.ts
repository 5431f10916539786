import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DraftEntry, DraftValue } from '#domain/document/draft.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { textDocument } from '#readers/text/read-text.ts'

/** 様式集: made-up passages in every form, each followed by what is to be found in it. */
const CASES = readFileSync(join(import.meta.dirname, 'fixtures/forms.txt'), 'utf8')
  .split(/^=== */m)
  .filter((part) => part.trim() !== '')
  .map((part) => {
    const [title = '', ...rest] = part.split('\n')
    const [passage = '', expected = ''] = rest.join('\n').split(/^-->\n/m)
    return [title, passage, expected.split('\n').filter((line) => line !== '')] as const
  })

const BOUND: Readonly<Record<string, string>> = { 'at-least': '>=', 'at-most': '<=' }
const valueText = ({ value, year, qualifier }: DraftValue) =>
  `${typeof value === 'string' ? value : value.words}@${year ?? ''}${BOUND[qualifier ?? ''] ?? ''}`

/** 「I 名前|単位|b基準値@年|t目標値@年 …|a実績値@年 …」「P 事業名|千円|前年度」「D 千円」. */
function line(entry: DraftEntry): string | undefined {
  if (entry.kind === 'indicator')
    return [
      `I ${entry.name}`,
      entry.unit ?? '',
      `b${entry.baseline ? valueText(entry.baseline) : ''}`,
      `t${entry.targets.map(valueText).join(' ')}`,
      `a${entry.actuals.map(valueText).join(' ')}${entry.relisted ? '|R' : ''}`,
    ].join('|')
  if (entry.kind === 'project') {
    const previous = entry.previous === 'none' ? 'none' : entry.previous ? entry.previous.yen / 1000 : ''
    return `P ${entry.name}|${(entry.amount?.yen ?? 0) / 1000}|${previous}`
  }
  return entry.kind === 'donation' ? `D ${entry.estimate.yen / 1000}` : undefined
}

const same = (text: string) => text.normalize('NFKC')

describe('様式ごとの読み取り', () => {
  test.each(CASES)('%s', (_, passage, expected) => {
    const { entries } = readPlan(textDocument(passage, 'form.txt'))
    const found = entries.map(line).filter((each) => each !== undefined)
    expect(found.map(same).sort()).toEqual(expected.map(same).sort())
  })

  test('どの項目も、規則・原文・場所・確からしさを言える', () => {
    for (const [, passage] of CASES)
      for (const { grounds } of readPlan(textDocument(passage, 'form.txt')).entries) {
        expect(grounds.rule).toMatch(/^[a-z-]+$/)
        expect(grounds.text).not.toBe('')
        expect(grounds.at.line).toBeGreaterThan(0)
        expect(grounds.confidence).toBeGreaterThan(0)
        expect(grounds.confidence).toBeLessThan(1)
      }
  })

  test('同じ文書は同じ結果になり、一行おきの空行でも値は変わらない', () => {
    for (const [title, passage] of CASES) {
      const once = readPlan(textDocument(passage, 'form.txt'))
      expect(readPlan(textDocument(passage, 'form.txt'))).toEqual(once)
      if (/\|/.test(passage)) continue
      const spaced = readPlan(textDocument(passage.replaceAll('\n', '\n\n'), 'form.txt'))
      expect([title, spaced.entries.map(line).filter(Boolean)]).toEqual([
        title,
        once.entries.map(line).filter(Boolean),
      ])
    }
  })
})
