import { describe, expect, test } from 'vitest'
import { codesOn, type LifeEvent } from './life.ts'

const EVENTS: readonly LifeEvent[] = [
  { code: '403059', day: '2018-10-01', what: 'merged-into', other: '402311', note: '市制施行' },
  { code: '992003', day: '2005-03-22', what: 'merged-into', other: '992011' },
  { code: '992020', day: '2010-04-01', what: 'split-into', other: '992038' },
  { code: '992020', day: '2010-04-01', what: 'split-into', other: '992046' },
  { code: '992046', day: '2015-04-01', what: 'merged-into', other: '992011' },
  { code: '992062', day: '2015-04-01', what: 'abolished' },
  { code: '992011', day: '2005-03-22', what: 'founded' },
  { code: '992070', day: '2020-04-01', what: 'merged-into', other: '992089' },
  { code: '992089', day: '2021-04-01', what: 'merged-into', other: '992070' },
]

describe('団体の変遷', () => {
  test.each([
    ['何も起きていない団体', '432032', '2026-01-01', ['432032']],
    ['市制施行の前日', '403059', '2018-09-30', ['403059']],
    ['市制施行の日', '403059', '2018-10-01', ['402311']],
    ['合併した町は新しい市が引き継ぐ', '992003', '2026-01-01', ['992011']],
    ['分かれた団体は二つになる', '992020', '2012-01-01', ['992038', '992046']],
    ['その片方がさらに合併した', '992020', '2016-01-01', ['992038', '992011']],
    ['なくなり、引き継ぐ先がない', '992062', '2016-01-01', []],
    ['新設の記録だけでは変わらない', '992011', '2026-01-01', ['992011']],
    ['誤って輪になった記録でも終わる', '992070', '2026-01-01', []],
  ])('%s', (_, code, day, expected) => {
    expect(codesOn(EVENTS, code, day)).toEqual(expected)
  })
})
