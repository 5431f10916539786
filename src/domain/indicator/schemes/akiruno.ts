import type { Scheme } from '../scheme.ts'
import { above, atLeast, EVERY_KIND, inputIs, ON_A_PATH, say, step, USUAL } from './terms.ts'

const byPeople = [
  step('F', say('事業完了', 'Done'), 'reach', inputIs('state', 'done')),
  step('X', say('未着手', 'Not begun'), 'poor', inputIs('state', 'not-begun')),
  step('Y', say('中止', 'Stopped'), 'none', inputIs('state', 'stopped')),
] as const

/** あきる野市: the state of the work first, then whether it is heading above, at, half or below half of the target. */
export const AKIRUNO: Scheme = {
  ...USUAL,
  id: 'akiruno',
  title: say('あきる野市型（境界は仮定）', 'Akiruno City (bounds assumed)'),
  body: 'あきる野市',
  source: { citation: '第2次あきる野市総合計画の進捗管理 評価基準', date: 'not-stated' },
  measure: 'pace',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        ...byPeople,
        step('S', say('目標値以上の見込み', 'Heading above the target'), 'good', above('pace', '1')),
        step('A', say('目標値どおりの見込み', 'Heading for the target'), 'good', atLeast('pace', '0.8')),
        step('B', say('半分程度・要改善', 'About half; needs improvement'), 'poor', atLeast('pace', '0.5')),
        step('C', say('半分程度以下・要大幅改善', 'Half or less; needs great improvement'), 'poor'),
      ],
    },
    {
      kinds: EVERY_KIND,
      steps: [
        ...byPeople,
        step('S', say('目標値以上の見込み', 'Heading above the target'), 'good', above('margin', '0')),
        step('A', say('目標値どおりの見込み', 'Heading for the target'), 'good', atLeast('margin', '0')),
        step('B', say('要改善', 'Needs improvement'), 'poor'),
      ],
    },
  ],
  inputs: [
    {
      id: 'state',
      label: say('事業の状態', 'State of the work'),
      values: ['under-way', 'done', 'not-begun', 'stopped'],
    },
  ],
  ungradable: {
    count: 'in-denominator',
    marks: [{ grade: 'Z', label: say('評価困難', 'Hard to evaluate') }],
  },
  onTrack: ['F', 'S', 'A'],
  assumed: [
    say(
      'S 目安の100%超、A 80%以上、B 50%以上、C 50%未満',
      'S above 100% of the pace, A from 80%, B from 50%, C below',
    ),
    say(
      '維持・以上・抑制の目標は S 余裕あり、A ちょうど、B 下回る',
      'Kept targets: S with a margin, A exactly, B below',
    ),
  ],
}
