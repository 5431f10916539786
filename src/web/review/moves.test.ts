import { expect, test } from 'vitest'
import type { EntryState } from '#domain/document/review.ts'
import { nextOpen, progressWith } from './moves.ts'
import type { IntakeView } from './view.ts'

const row = (id: string, tab = 'indicator', standing?: string, state: EntryState = 'open') =>
  ({ id, tab, standing, state }) as unknown as IntakeView['rows'][number] & IntakeView['open'][number]
const view = (rows: readonly ReturnType<typeof row>[], rest: readonly ReturnType<typeof row>[] = []) => ({
  ...{ rows: [...rows], open: [...rows, ...rest].filter(({ state }) => state === 'open') },
  ...({ tab: 'indicator', show: 'different' } as const),
})
const none = new Map<string, EntryState>()

test('次の一件: 下、上、同じ種類の続き、ほかの種類の順。送った手は済んだものとみる', () => {
  const three = view([row('a'), row('b'), row('c')], [row('p', 'project'), row('z')])
  expect(nextOpen(three, 'a', none)).toEqual({ at: 'b', away: false })
  expect(nextOpen(three, 'a', new Map([['b', 'accepted']]))).toEqual({ at: 'c', away: false })
  expect(nextOpen(three, 'c', none)).toEqual({ at: 'a', away: false })
  const sent = new Map<string, EntryState>(['a', 'b', 'c'].map((id) => [id, 'accepted']))
  expect(nextOpen(three, 'c', sent)).toEqual({ at: 'z', away: true })
  expect(nextOpen(three, 'c', new Map([...sent, ['z', 'left-out']]))).toEqual({ at: 'p', away: true })
})

test('次の一件: 見せていない変わらないものへは行かず、なければない', () => {
  expect(nextOpen(view([row('a')], [row('s', 'project', 'same')]), 'a', none)).toBeUndefined()
})

test('進み具合: 送った手を、まだ開いているものの中でだけ数える', () => {
  const { open } = view([row('a'), row('b', 'indicator', undefined, 'accepted')])
  const progress = { all: 2, accepted: 1, leftOut: 0, open: 1, sure: 0 }
  const states = new Map<string, EntryState>([
    ['a', 'left-out'],
    ['b', 'accepted'],
  ])
  expect(progressWith({ progress, open }, states)).toEqual({ all: 2, accepted: 1, leftOut: 1, open: 0 })
})
