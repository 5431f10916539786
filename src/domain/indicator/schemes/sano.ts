import type { Scheme } from '../scheme.ts'
import { atLeast, EVERY_KIND, fromPoints, say, step, USUAL } from './terms.ts'

/** 佐野市: points by 達成率 in steps of 10 %, plus the points of the policy meeting, summed to a grade. */
export const SANO: Scheme = {
  ...USUAL,
  id: 'sano',
  title: say('佐野市型（境界は仮定）', 'Sano City (bounds assumed)'),
  body: '佐野市',
  source: { citation: '佐野市 施策貢献度評価・施策優先度評価の内容', date: 'not-stated' },
  measure: 'points',
  points: {
    measure: 'achievement',
    table: [
      fromPoints('1', '7'),
      fromPoints('0.9', '6'),
      fromPoints('0.8', '5'),
      fromPoints('0.7', '4'),
      fromPoints('0.6', '3'),
      fromPoints('0.5', '2'),
      fromPoints(undefined, '1'),
    ],
    plus: ['policy-points'],
  },
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step('A', say('高い', 'High'), 'good', atLeast('points', '12')),
        step('B', say('やや高い', 'Rather high'), 'fair', atLeast('points', '9')),
        step('C', say('やや低い', 'Rather low'), 'poor', atLeast('points', '6')),
        step('D', say('低い', 'Low'), 'poor'),
      ],
    },
  ],
  inputs: [
    {
      id: 'policy-points',
      label: say('政策会議の評点（0〜7）', 'Points of the policy meeting (0–7)'),
      values: 'number',
    },
  ],
  onTrack: ['A', 'B'],
  assumed: [
    say(
      '7点=100%以上、以下10%ごとに1点ずつ、1点=50%未満',
      '7 points from 100%, one less per 10%, 1 point under 50%',
    ),
    say(
      '合計点の境界 A 12点以上、B 9点以上、C 6点以上、D 6点未満',
      'Totals: A from 12, B from 9, C from 6, D below',
    ),
    say('政策会議の評点は0〜7点', 'Policy points run from 0 to 7'),
  ],
}
