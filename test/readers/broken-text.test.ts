import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { textDocument } from '#readers/text/read-text.ts'
import { passagesIn } from '../support/passages.ts'

const passages = [...passagesIn('forms.txt'), ...passagesIn('municipal.txt')].map(({ text }) => text)

/** 壊れた文書: pieces cut out, doubled, put elsewhere or written over. */
const broken = fc
  .tuple(
    fc.constantFrom(...passages),
    fc.constantFrom(...passages),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }),
  )
  .map(([text, other, cuts]) =>
    cuts.reduce((so, [at, length, put], index) => {
      const from = at % (so.length + 1)
      return `${so.slice(0, from)}${index % 2 === 0 ? put : other.slice(0, length)}${so.slice(from + length)}`
    }, text),
  )

test('どんなに壊れた文書でも、読み取りは止まらず、場所と規則を言う', () => {
  fc.assert(
    fc.property(broken, (text) => {
      for (const { grounds } of readPlan(textDocument(text, 'broken.txt')).entries) {
        expect(grounds.at.line).toBeGreaterThan(0)
        expect(grounds.rule).not.toBe('')
      }
    }),
    { numRuns: 400 },
  )
})

test.each([
  '目標：',
  '観光客数 12人 ',
  'KPI：あ 12人（',
  '現状 1人 目標 ',
  '令和6年度から',
  '令和6年度末の数を1人とする',
  '1,',
  '・あ\n',
  '| KPI | 2018 | 2024 |\n',
])('「%s」が何千回続いても、読み終わる', (piece) => {
  expect(readPlan(textDocument(piece.repeat(3000), 'long.txt')).document).toBe('long.txt')
})
