import { describe, expect, test } from 'vitest'
import type { Thread } from './question.ts'
import { stagesAfter } from './stages.ts'
import {
  followUpNeeds,
  judgementNeeds,
  opinionNeeds,
  publicationNeeds,
  questionNeeds,
  reportNeeds,
  type Staff,
  stageNeeds,
  tasksOf,
} from './task.ts'

const dates = [
  { stage: 'report', from: '05-07', to: '06-19' },
  { stage: 'assess', from: '06-22', to: '07-31' },
] as const
const staff: readonly Staff[] = [
  { user: 'r1', name: '海野', hats: [{ role: 'reporter', department: 'fish' }] },
  { user: 'r2', name: '磯', hats: [{ role: 'reporter', department: 'fish' }] },
  { user: 'a1', name: '大山', hats: [{ role: 'approver', department: 'fish' }] },
  { user: 'd1', name: '代', hats: [{ role: 'approver', department: 'fish', deputyFor: '大山' }] },
  { user: 'a2', name: '谷', hats: [{ role: 'approver', department: 'health' }] },
  { user: 'p', name: '佐藤', hats: [{ role: 'planner' }] },
]
const facts = (today: string) => ({ year: 2025, today, dates, staff })
const never = () => false

describe('しごと', () => {
  test.each([
    // 報告の状態                          種類                  持っている人             今日         遅れ
    ['未入力', 'empty', 'fish', undefined, 'report-to-enter', ['海野', '磯'], '2026-06-18', 0],
    [
      'しめきりの日は、まだ遅れていない',
      'entered',
      'fish',
      undefined,
      'report-to-enter',
      ['海野', '磯'],
      '2026-06-19',
      0,
    ],
    ['翌日から遅れる', 'entered', 'fish', undefined, 'report-to-enter', ['海野', '磯'], '2026-06-20', 1],
    ['担当者が決まっていれば、その人だけ', 'empty', 'fish', 'r2', 'report-to-enter', ['磯'], '2026-06-01', 0],
    [
      'その人がいなくなれば、課のみんな',
      'empty',
      'fish',
      'gone',
      'report-to-enter',
      ['海野', '磯'],
      '2026-06-01',
      0,
    ],
    ['差戻し', 'returned', 'fish', undefined, 'report-to-fix', ['海野', '磯'], '2026-06-29', 10],
    [
      '承認待ちは承認者と代理',
      'submitted',
      'fish',
      'r2',
      'report-to-approve',
      ['大山', '代'],
      '2026-06-01',
      0,
    ],
    ['報告者のいない課は承認者', 'empty', 'health', undefined, 'report-to-enter', ['谷'], '2026-06-01', 0],
    ['だれもいない課', 'empty', 'roads', undefined, 'report-to-enter', [], '2026-06-01', 0],
    ['担当課がなければ企画課', 'empty', undefined, undefined, 'owner-to-name', ['佐藤'], '2026-06-01', 0],
  ] as const)('%s', (_, state, department, named, kind, holders, today, overdue) => {
    const report = {
      ...{ indicator: 'i', state },
      ...(department ? { department } : {}),
      ...(named ? { named } : {}),
    }
    const [task] = tasksOf(reportNeeds([report], never), facts(today))
    expect(task).toMatchObject({ kind, overdue, due: '2026-06-19' })
    expect(task?.holders.map(({ name }) => name)).toEqual(holders)
  })

  test('承認ずみ、またはロックされた課のしごとはない', () => {
    const of = (state: 'approved' | 'empty', department: string) => ({ indicator: 'i', state, department })
    expect(reportNeeds([of('approved', 'fish')], never)).toEqual([])
    expect(reportNeeds([of('empty', 'fish'), of('empty', 'health')], (each) => each === 'fish')).toEqual([
      { kind: 'report-to-enter', subject: 'i', department: 'health' },
    ])
  })

  const asked: Thread = {
    ...{ id: 'q', side: 'department', text: '?', at: '2026-06-01T00:00:00Z', by: '海野' },
    ...{ year: 2025, department: 'fish', replies: [] },
  }
  const reply = (side: 'department' | 'planning', at: string) => ({ id: at, side, text: '.', at, by: 'x' })
  test.each([
    ['課が聞けば企画課が答える', asked, 'planning-to-answer', '2026-06-04'],
    [
      '答えがあれば、だれの番でもない',
      { ...asked, replies: [reply('planning', '2026-06-02T00:00:00Z')] },
      undefined,
      undefined,
    ],
    [
      '聞いた側がもう一度書けば、また答える番',
      {
        ...asked,
        replies: [reply('planning', '2026-06-02T00:00:00Z'), reply('department', '2026-06-05T00:00:00Z')],
      },
      ...(['planning-to-answer', '2026-06-08'] as const),
    ],
    ['企画課が聞けば課が答える', { ...asked, side: 'planning' }, 'question-to-answer', '2026-06-04'],
  ] as const)('%s', (_, thread, kind, due) => {
    const [need] = questionNeeds([thread], (moment) => moment.slice(0, 10))
    expect([need?.kind, need?.due]).toEqual([kind, due])
  })

  test('評価の段階では一次判定、会議までは二次判定。書いたものは残らない', () => {
    const promises = [
      { commitment: 'a', department: 'fish', given: ['first'] },
      { commitment: 'b', department: 'fish', given: [] },
    ]
    const kinds = (moves: Parameters<typeof stagesAfter>[0]) =>
      judgementNeeds(promises, stagesAfter(moves, true)).map(({ kind, subject }) => `${kind} ${subject}`)
    expect(kinds([])).toEqual([])
    expect(kinds([{ stage: 'assess', move: 'begin' }])).toEqual(['judgement-first b'])
    expect(kinds([{ stage: 'steering', move: 'begin' }])).toEqual([
      'judgement-second a',
      'judgement-second b',
    ])
  })

  test.each([
    ['答える課のない意見は、企画課が決める', {}, 'opinion-to-charge', ['佐藤']],
    ['課の決まった意見は、その課が答える', { department: 'fish' }, 'opinion-to-answer', ['海野', '磯']],
    ['報告者のいない課では、承認者が答える', { department: 'health' }, 'opinion-to-answer', ['谷']],
  ] as const)('%s', (_, about, kind, holders) => {
    const [task] = tasksOf(opinionNeeds([{ id: '7', answered: false, ...about }]), facts('2026-08-01'))
    expect([task?.kind, task?.holders.map(({ name }) => name)]).toEqual([kind, holders])
    expect(opinionNeeds([{ id: '7', answered: true, ...about }])).toEqual([])
  })

  const deciding = stagesAfter([{ stage: 'decide', move: 'begin' }], true)
  const late = { due: '2026-12-31', department: 'health' }
  test.each([
    [
      '案のない事業は、担当課が案を出す',
      { owner: 'fish', state: 'none' },
      deciding,
      'follow-up-to-propose',
      ['大山', '代'],
    ],
    ['担当課の記載のない施策に、案の番はない', { state: 'none' }, deciding, undefined, undefined],
    [
      '案が出たら、企画課が決める',
      { owner: 'fish', state: 'proposed' },
      deciding,
      'follow-up-to-decide',
      ['佐藤'],
    ],
    ['決まれば、だれの番でもない', { owner: 'fish', state: 'decided' }, deciding, undefined, undefined],
    [
      '方針決定の段階の前は、案を待たない',
      { owner: 'fish', state: 'none' },
      stagesAfter([], true),
      undefined,
      undefined,
    ],
    [
      '期限を過ぎた方針は、進める課の番',
      { owner: 'fish', state: 'begun', late },
      stagesAfter([], true),
      'follow-up-late',
      ['谷'],
    ],
  ] as const)('%s', (_, row, stages, kind, holders) => {
    const [task] = tasksOf(followUpNeeds([{ subject: 's', ...row }], stages), facts('2027-02-01'))
    expect([task?.kind, task?.holders.map(({ name }) => name)]).toEqual([kind, holders])
  })

  test('公表の段階では、まだ公表していない計画', () => {
    const plans = [
      { plan: 'a', published: true },
      { plan: 'b', published: false },
    ]
    const of = (moves: Parameters<typeof stagesAfter>[0]) =>
      publicationNeeds(plans, stagesAfter(moves, true)).map(({ subject }) => subject)
    expect([of([]), of([{ stage: 'publish', move: 'begin' }])]).toEqual([[], ['b']])
  })

  test.each([
    ['終わりの日より前は、まだ', '2026-06-18', []],
    ['終わりの日から、終える番', '2026-06-19', ['report']],
  ] as const)('%s', (_, today, subjects) => {
    expect(stageNeeds(stagesAfter([], true), facts(today)).map(({ subject }) => subject)).toEqual(subjects)
  })

  test('終えたあと、次の段階の日が来れば、始める番', () => {
    const over = stagesAfter([{ stage: 'report', move: 'finish' }], true)
    const on = (today: string) => stageNeeds(over, facts(today))
    expect(on('2026-06-21')).toEqual([])
    expect(on('2026-06-22')).toEqual([{ kind: 'stage-to-begin', subject: 'assess', due: '2026-06-22' }])
  })

  test('遅れているものが先、次に期日の早いもの', () => {
    const needs = [
      { kind: 'report-to-enter', subject: 'a', department: 'fish', due: '2026-07-01' },
      { kind: 'report-to-enter', subject: 'b', department: 'fish', due: '2026-06-01' },
      { kind: 'report-to-enter', subject: 'c', department: 'fish', due: '2026-06-30' },
    ] as const
    expect(tasksOf(needs, facts('2026-06-10')).map(({ subject }) => subject)).toEqual(['b', 'c', 'a'])
  })
})
