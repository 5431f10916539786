import { describe, expect, test } from 'vitest'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { textDocument } from '#readers/text/read-text.ts'
import { passagesIn, told } from '../support/passages.ts'

/** 様式集: passages in every form, and passages as municipalities print them. */
const CASES = [...passagesIn('forms.txt'), ...passagesIn('municipal.txt')].map(
  ({ title, text, expected }) => [title, text, expected] as const,
)

const same = (text: string) => text.normalize('NFKC')

describe('様式ごとの読み取り', () => {
  test.each(CASES)('%s', (_, passage, expected) => {
    const { entries } = readPlan(textDocument(passage, 'form.txt'))
    const found = entries.map(told).filter((each) => each !== undefined)
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
      expect([title, spaced.entries.map(told).filter(Boolean)]).toEqual([
        title,
        once.entries.map(told).filter(Boolean),
      ])
    }
  })
})
