import { expect, test } from 'vitest'
import { type Attempt, nextStep } from './letter.ts'

const at = (minutes: number) =>
  new Date(Date.parse('2026-04-01T00:00:00.000Z') + minutes * 60_000).toISOString()
const tried = (...attempts: readonly (readonly [Attempt['what'], number])[]): readonly Attempt[] =>
  attempts.map(([what, minute]) => ({ what, at: at(minute) }))

test.each([
  ['まだ試していない', tried(), 0, { do: 'send' }],
  ['送っている最中', tried(['begun', 0]), 5, { do: 'wait', until: at(10) }],
  ['送る途中で落ちた', tried(['begun', 0]), 10, { do: 'send' }],
  ['一度失敗して、1分', tried(['begun', 0], ['failed', 0]), 0.5, { do: 'wait', until: at(1) }],
  ['一度失敗して、1分たった', tried(['begun', 0], ['failed', 0]), 1, { do: 'send' }],
  [
    '三度失敗すると、15分待つ',
    tried(['failed', 0], ['failed', 2], ['failed', 8]),
    20,
    { do: 'wait', until: at(23) },
  ],
  [
    '八度失敗すれば、あきらめる',
    tried(...Array.from({ length: 8 }, (_, k) => ['failed', k] as const)),
    5000,
    { do: 'give-up' },
  ],
  ['送れたら、もう何もしない', tried(['begun', 0], ['sent', 0]), 99_999, { do: 'nothing' }],
  ['あきらめたら、もう何もしない', tried(['given-up', 0]), 99_999, { do: 'nothing' }],
  ['手で渡しても、送れるようになれば送る', tried(['shown', 3]), 4, { do: 'send' }],
  ['一週間を過ぎた手紙は送らない', tried(), 7 * 24 * 60 + 1, { do: 'give-up' }],
] as const)('手紙: %s', (_, attempts, minute, next) =>
  expect(nextStep(at(0), attempts, at(minute))).toEqual(next),
)
