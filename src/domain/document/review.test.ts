import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft, DraftBodyOf, DraftEntry } from './draft.ts'
import { acceptedDraft, type ReviewStep, reviewOf } from './review.ts'

const grounds = { rule: 'r', confidence: 0.9, at: { line: 1 }, text: '' }
const node = (id: string, name: string, under?: string): DraftEntry => ({
  kind: 'node',
  role: 'goal',
  depth: 1,
  name,
  id,
  grounds,
  ...(under ? { under } : {}),
})
const body = (name: string): DraftBodyOf => ({
  kind: 'indicator',
  name,
  targets: [],
  actuals: [],
  relisted: false,
})
const indicator = (id: string, name: string, under?: string): DraftEntry => ({
  ...body(name),
  id,
  grounds,
  ...(under ? { under } : {}),
})
const DRAFT: Draft = {
  document: 'plan.pdf',
  entries: [
    node('g', '目標'),
    node('p', '施策', 'g'),
    indicator('a', '来訪者数', 'p'),
    indicator('b', 'と満足度', 'p'),
  ],
  findings: [],
}
const states = (steps: readonly ReviewStep[]) =>
  reviewOf(DRAFT, steps).entries.map(({ entry, state }) => `${entry.id} ${state}`)
const names = (steps: readonly ReviewStep[]) =>
  acceptedDraft(DRAFT, reviewOf(DRAFT, steps)).entries.map((entry) => ('name' in entry ? entry.name : ''))

describe('取込結果の確認', () => {
  test('はじめは、どれも未確認。受け入れたものだけが案に入り、置き場所の節がついてくる', () => {
    expect(states([])).toEqual(['g open', 'p open', 'a open', 'b open'])
    expect(names([])).toEqual([])
    expect(names([{ do: 'accept', entries: ['a'] }])).toEqual(['目標', '施策', '来訪者数'])
  })

  test('節を取り込まないときは、その下のものは一つ上にかかる', () => {
    const review = reviewOf(DRAFT, [
      { do: 'accept', entries: ['g', 'a'] },
      { do: 'leave-out', entries: ['p'] },
    ])
    expect(acceptedDraft(DRAFT, review).entries.map(({ id, under }) => [id, under])).toEqual([
      ['g', undefined],
      ['a', 'g'],
    ])
  })

  test('直すと受け入れたことになり、もとの文と場所は残る', () => {
    const steps: ReviewStep[] = [{ do: 'correct', entry: 'a', body: body('年間来訪者数'), under: 'g' }]
    const [, , a] = reviewOf(DRAFT, steps).entries
    expect(a).toEqual({
      entry: { ...indicator('a', '年間来訪者数', 'g') },
      state: 'accepted',
      corrected: true,
    })
  })

  test('分けると二つになり、もう一度分けても名前が重ならない', () => {
    const split = (entry: string): ReviewStep => ({ do: 'split', entry, into: [body('一'), body('二')] })
    expect(states([split('a'), split('a')])).toEqual([
      'g open',
      'p open',
      ...['a', 'a-3', 'a-2'].map((id) => `${id} accepted`),
      'b open',
    ])
  })

  test('合わせると片方は消え、その下にあったものは移る', () => {
    const steps: ReviewStep[] = [
      {
        do: 'merge',
        entry: 'g',
        with: 'p',
        body: { kind: 'node', role: 'goal', depth: 1, name: '目標と施策' },
      },
      { do: 'accept', entries: ['a', 'b'] },
    ]
    expect(names(steps)).toEqual(['目標と施策', '来訪者数', 'と満足度'])
  })

  test('互いの下に置いた節は、輪にならない。取り込まなくても止まる', () => {
    const goal: DraftBodyOf = { kind: 'node', role: 'goal', depth: 1, name: '目標' }
    const under = (entry: string, on: string): ReviewStep => ({
      do: 'correct',
      entry,
      body: goal,
      under: on,
    })
    const circle = [under('g', 'p'), under('p', 'p'), { do: 'accept', entries: ['a'] } as const]
    const kept = acceptedDraft(DRAFT, reviewOf(DRAFT, circle)).entries
    expect(kept.map(({ id, under: on }) => [id, on])).toEqual([
      ['g', undefined],
      ['p', 'g'],
      ['a', 'p'],
    ])
    const turning = {
      ...DRAFT,
      entries: [node('g', '目標', 'p'), node('p', '施策', 'g'), indicator('a', '数', 'p')],
    }
    const review = reviewOf(turning, [
      { do: 'leave-out', entries: ['g', 'p'] },
      { do: 'accept', entries: ['a'] },
    ])
    expect(acceptedDraft(turning, review).entries.map(({ id }) => id)).toEqual(['a'])
  })

  test('上にあるものと合わせると、その場所につく。自分自身とは合わさらない', () => {
    const goal: DraftBodyOf = { kind: 'node', role: 'goal', depth: 1, name: '合' }
    const upward = reviewOf(DRAFT, [{ do: 'merge', entry: 'p', with: 'g', body: goal }])
    expect(upward.entries.map(({ entry }) => [entry.id, entry.under])).toEqual([
      ['p', undefined],
      ['a', 'p'],
      ['b', 'p'],
    ])
    expect(states([{ do: 'merge', entry: 'p', with: 'p', body: goal }])).toEqual(states([]))
  })

  test('元に戻すと、戻した手がなかったのと同じになる。取り込みは戻らない', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('accept' as const), entries: fc.subarray(['g', 'p', 'a', 'b']) }),
      fc.record({ do: fc.constant('leave-out' as const), entries: fc.subarray(['g', 'p', 'a', 'b']) }),
      fc.record({
        do: fc.constant('merge' as const),
        entry: fc.constant('a'),
        with: fc.constant('b'),
        body: fc.constant(body('合')),
      }),
      fc.constant<ReviewStep>({ do: 'split', entry: 'a', into: [body('一'), body('二')] }),
    )
    fc.assert(
      fc.property(fc.array(step), step, (before, taken) => {
        expect(reviewOf(DRAFT, [...before, taken, { do: 'undo' }])).toEqual(reviewOf(DRAFT, before))
      }),
    )
    const taken: ReviewStep = { do: 'take-in', plan: 'x', edition: 'y' }
    expect(reviewOf(DRAFT, [taken, { do: 'undo' }]).takenIn).toEqual({ plan: 'x', edition: 'y' })
  })

  test('計画についての言葉と、閉じた確認事項', () => {
    const review = reviewOf(DRAFT, [
      { do: 'describe', about: { title: '第2期計画', from: 2024, to: 2028 } },
      { do: 'accept-remark', mark: 'abc', reason: '原典のとおり' },
    ])
    expect(review.accepted.get('abc')).toBe('原典のとおり')
    expect(acceptedDraft(DRAFT, review)).toMatchObject({
      title: '第2期計画',
      period: { from: 2024, to: 2028 },
    })
  })
})
