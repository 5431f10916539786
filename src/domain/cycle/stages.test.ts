import { describe, expect, test } from 'vitest'
import type { CycleStage } from './calendar.ts'
import { isLocked, moveStage, type StageMove, type StageMoveKind, stageNow, stagesAfter } from './stages.ts'

const m = (stage: CycleStage, move: StageMoveKind, reason?: string, department?: string): StageMove => ({
  ...{ stage, move },
  ...(reason ? { reason } : {}),
  ...(department ? { department } : {}),
})
const reportOver = m('report', 'finish')

describe('進行管理の段階', () => {
  test.each([
    // 何をする                                 これまで                      次の一手                              残り  結果
    ['収集の前に、入力は終えられない', [], m('report', 'finish'), 0, 'stage-not-begun', false],
    ['全部そろえば、入力を終えられる', [], m('report', 'finish'), 0, 'finished', true],
    ['残りがあれば、理由なしに終えられない', [], m('report', 'finish'), 3, 'reports-left', true],
    ['残りがあっても、理由があれば終えられる', [], m('report', 'finish', '3件は未公表'), 3, 'finished', true],
    ['終えたものは、もう終えられない', [reportOver], m('report', 'finish'), 0, 'stage-is-finished', true],
    [
      '終えたものは、開け直す（始めるのではない）',
      [reportOver],
      m('report', 'begin'),
      0,
      'stage-is-finished',
      true,
    ],
    ['開け直すには理由が要る', [reportOver], m('report', 'reopen'), 0, 'reason-missing', true],
    ['空白は理由にならない', [reportOver], m('report', 'reopen', '　 '), 0, 'reason-missing', true],
    ['理由があれば開け直せる', [reportOver], m('report', 'reopen', '集計の誤り'), 0, 'running', true],
    [
      '一課だけなら、段階はおわりのまま',
      [reportOver],
      m('report', 'reopen', '誤り', 'fish'),
      0,
      'finished',
      true,
    ],
    ['動いている段階は開け直せない', [], m('report', 'reopen', 'なぜか'), 0, 'stage-not-finished', true],
    ['前の段階が終わらないうちは、理由が要る', [], m('assess', 'begin'), 0, 'earlier-stage-open', true],
    [
      '理由があれば、並べて始められる',
      [],
      m('assess', 'begin', '会議の日が先に決まった'),
      0,
      'running',
      true,
    ],
    ['順番が来れば、理由は要らない', [reportOver], m('assess', 'begin'), 0, 'running', true],
    [
      '始めたものは、もう始められない',
      [reportOver, m('assess', 'begin')],
      m('assess', 'begin'),
      0,
      'stage-runs-already',
      true,
    ],
    [
      '公表は、検証のあとすぐに始められる（方針と予算を待たない）',
      [reportOver, m('assess', 'finish'), m('steering', 'finish'), m('review', 'finish')],
      ...([m('publish', 'begin'), 0, 'running', true] as const),
    ],
    ['公表も、検証の前には理由が要る', [reportOver], m('publish', 'begin'), 0, 'earlier-stage-open', true],
  ] as const)('%s', (_, made, next, left, expected, opened) => {
    const moved = moveStage(stagesAfter(made, opened), next, { left })
    expect(moved.ok ? moved.value[next.stage].state : moved.why).toBe(expected)
  })

  test('終えるとどの課も書けず、一課だけ開け直すとその課だけ、終え直すとまた全部', () => {
    const over = stagesAfter([reportOver], true)
    expect([isLocked(over, 'fish'), isLocked(over, undefined)]).toEqual([true, true])
    const one = stagesAfter([reportOver, m('report', 'reopen', '誤り', 'fish')], true)
    expect([isLocked(one, 'fish'), isLocked(one, 'health'), isLocked(one, undefined)]).toEqual([
      ...[false, true, true],
    ])
    const again = moveStage(one, reportOver, { left: 0 })
    expect(again.ok && isLocked(again.value, 'fish')).toBe(true)
  })

  test('段階を記録する前に開いた収集は、入力の段階にある', () => {
    expect(stageNow(stagesAfter([], true))).toBe('report')
    expect(stagesAfter([], true).report.state).toBe('running')
    expect(stagesAfter([], false).report.state).toBe('waiting')
  })

  test('いま: 動いている早いもの、なければ次に来るもの、すべて終われば無い', () => {
    const all = (['report', 'assess', 'steering', 'review', 'decide', 'budget'] as const).map((stage) =>
      m(stage, 'finish'),
    )
    expect(stageNow(stagesAfter([reportOver], true))).toBe('assess')
    expect(stageNow(stagesAfter([reportOver, m('review', 'begin')], true))).toBe('review')
    expect(stageNow(stagesAfter([...all, m('publish', 'finish')], true))).toBeUndefined()
  })
})
