import type { Scheme } from '../scheme.ts'
import { atLeast, ON_A_PATH, say, step, USUAL } from './terms.ts'

/** 多摩市: 20/40/60/80/100 % of the way by year, and how much of that was attained. Kept targets have no way to go. */
export const TAMA: Scheme = {
  ...USUAL,
  id: 'tama',
  title: say('多摩市型', 'Tama City'),
  body: '多摩市',
  source: {
    citation: '多摩市まち・ひと・しごと創生総合戦略の評価方法（案）資料6（平成27年度実績）',
    date: '2016',
  },
  measure: 'pace',
  path: 'plan-years',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('①', say('着実に進んでいる', 'Steadily on the way'), 'good', atLeast('pace', '1')),
        step('②', say('概ね進んでいる', 'Mostly on the way'), 'fair', atLeast('pace', '0.6')),
        step('③', say('改善や工夫が必要', 'Needs improvement'), 'poor'),
      ],
    },
  ],
  onTrack: ['①', '②'],
}
