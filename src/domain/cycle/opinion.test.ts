import { describe, expect, test } from 'vitest'
import {
  checkOpinion,
  citeKey,
  countStates,
  numbered,
  type RecordedOpinion,
  readCite,
  standingOpinions,
  stateNow,
} from './opinion.ts'

const row = (id: string, more: Partial<RecordedOpinion> = {}): RecordedOpinion => ({
  ...{ id, plan: 'p', year: 2024, subject: 'c', panel: '委員会', text: `文${id}` },
  ...{ recordedAt: '2025-08-22T00:00:00.000Z', recordedBy: '委員' },
  ...more,
})

describe('意見は一度だけ数え、最後の文が立つ', () => {
  const all = [
    row('1', { number: 7 }),
    row('2', { number: 8 }),
    row('3', { revises: '1', number: 7, text: '直した文' }),
    row('4', { answers: '1', state: 'begun' }),
    row('5', { answers: '1', state: 'done' }),
  ]
  test('直した文が立ち、前の文は残る', () => {
    const [first, second] = standingOpinions(all)
    expect([first?.id, first?.standing, first?.text, first?.before.map(({ text }) => text)]).toEqual([
      ...['1', '3', '直した文'],
      ['文1'],
    ])
    expect(second?.before).toEqual([])
  })
  test('最後の対応が数えられ、前の対応も残る', () => {
    const [first, second] = standingOpinions(all)
    expect(first && [stateNow(first), first.responses.length]).toEqual(['done', 2])
    expect(second && stateNow(second)).toBe('waiting')
    expect(countStates(standingOpinions(all))).toMatchObject({ done: 1, waiting: 1, begun: 0 })
  })
  test('番号のない古い意見は、年度の中の順で呼ぶ', () => {
    expect(
      numbered([
        row('1', { year: 2023 }),
        row('2', { year: 2024 }),
        row('4', { number: 3 }),
        row('3', { year: 2024 }),
      ]).map(({ year, number }) => `${year}-${number}`),
    ).toEqual(['2023-1', '2024-1', '2024-3', '2024-2'])
  })
})

test.each([
  ['書いてある', { text: '意見', kind: 'proposal' }, true],
  ['空白だけ', { text: '　 ', kind: 'proposal' }, 'opinion-empty'],
  ['種類を選んでいない', { text: '意見', kind: '' }, 'opinion-kind-missing'],
  ['長すぎる', { text: 'あ'.repeat(4001), kind: 'praise' }, 'too-long'],
] as const)('出せるか: %s', (_, fields, expected) => {
  const checked = checkOpinion(fields)
  expect(checked.ok ? true : checked.why).toBe(expected)
})

test.each(['value c-bus-riders 2025', 'opinion 2024 8'])('根拠は書いて読める: %s', (key) => {
  const cite = readCite(key)
  expect(cite && citeKey(cite)).toBe(key)
})
test.each(['', 'value', 'value c', 'opinion x 1', 'page 1 2'])('根拠でないもの: 「%s」', (key) =>
  expect(readCite(key)).toBeUndefined(),
)
