import type { Scheme } from '../scheme.ts'
import { above, atLeast, EVERY_KIND, inputIs, say, step, USUAL } from './terms.ts'

/** いの町: the target alone. × is for no progress or an ended project, which people say, and for an ended indicator. */
export const INO: Scheme = {
  ...USUAL,
  id: 'ino',
  title: say('いの町型', 'Ino Town'),
  body: 'いの町',
  source: {
    citation: 'いの町まち・ひと・しごと創生総合戦略の効果検証（平成29年度分）評価区分',
    date: '2018-08',
  },
  measure: 'margin',
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step('◎', say('目標値以上', 'Above the target'), 'reach', above('margin', '0')),
        step('○', say('目標値と同等', 'Equal to the target'), 'good', atLeast('margin', '0')),
        step(
          '×',
          say('進捗なし・事業終了', 'No progress, or ended'),
          'bad',
          inputIs('state', 'no-progress', 'ended'),
        ),
        step('△', say('目標値未達成', 'Below the target'), 'poor'),
      ],
    },
  ],
  inputs: [
    {
      id: 'state',
      label: say('進捗なし・事業終了', 'No progress, or ended'),
      values: ['no-progress', 'ended', 'under-way'],
      optional: true,
    },
  ],
  ungradable: {
    count: 'in-denominator',
    marks: [
      { grade: '×', label: say('事業終了', 'Ended'), why: ['ended'] },
      { grade: '評価なし', label: say('評価なし', 'Not evaluated') },
    ],
  },
  onTrack: ['◎', '○'],
}
