import { describe, expect, test } from 'vitest'
import { isSettled, meetingOf, moveReview, type ReviewMove, reviewState, takesOpinions } from './review.ts'

const made = (...moves: ReviewMove['move'][]) => moves.map((move) => ({ move }))

describe('検証の回の状態は、したことの一覧だけで決まる', () => {
  test.each([
    ['開いただけ', made('open'), 'preparing', false, false],
    ['資料を固定した', made('open', 'pack'), 'reading', true, false],
    ['資料を固定し直した', made('open', 'pack', 'pack'), 'reading', true, false],
    ['意見を締めた', made('open', 'pack', 'close'), 'closed', false, true],
    ['委員会の判定を書いた', made('open', 'pack', 'judge', 'close', 'judge'), 'closed', false, true],
    ['委員長が確認した', made('open', 'pack', 'close', 'sign'), 'signed', false, true],
    ['確認のあと開け直した', made('open', 'pack', 'close', 'sign', 'reopen'), 'closed', false, true],
    ['二度開け直した', made('open', 'pack', 'close', 'sign', 'reopen', 'reopen'), 'reading', true, false],
    ['できない一手は何も変えない', made('open', 'close', 'sign', 'pack'), 'reading', true, false],
  ] as const)('%s', (_, moves, state, takes, settled) => {
    expect(reviewState(moves)).toBe(state)
    expect(takesOpinions(reviewState(moves))).toBe(takes)
    expect(isSettled(reviewState(moves))).toBe(settled)
  })
})

describe('できない一手には理由がある', () => {
  test.each([
    ['資料がないまま締める', 'preparing', 'close', 'pack-missing'],
    ['資料がないまま判定する', 'preparing', 'judge', 'pack-missing'],
    ['締める前に確認する', 'reading', 'sign', 'opinions-open'],
    ['締めた後に資料を固定し直す', 'closed', 'pack', 'opinions-closed'],
    ['二度締める', 'closed', 'close', 'opinions-closed'],
    ['締めていないのに開け直す', 'reading', 'reopen', 'nothing-closed'],
    ['確認のあとに日程を変える', 'signed', 'change', 'review-signed'],
    ['確認のあとに判定する', 'signed', 'judge', 'review-signed'],
    ['二度確認する', 'signed', 'sign', 'review-signed'],
  ] as const)('%s', (_, state, move, why) => {
    expect(moveReview(state, move)).toEqual({ ok: false, why })
  })
})

test('日程は、最後に知らせたもの', () => {
  const meeting = { title: '第1回', day: '2026-08-20', time: '14時', place: '', due: '2026-08-31' }
  expect(
    meetingOf([
      { move: 'open', detail: meeting },
      { move: 'pack', detail: { number: 1 } },
      { move: 'change', detail: { ...meeting, day: '2026-08-27' } },
    ])?.day,
  ).toBe('2026-08-27')
})
