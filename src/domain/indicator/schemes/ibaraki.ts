import type { Scheme } from '../scheme.ts'
import { atLeast, ON_A_PATH, say, step, USUAL } from './terms.ts'

/** 茨城県: how much of the year's 期待値 was attained, gains counted from the baseline. A and B+ count as the expected result. */
export const IBARAKI: Scheme = {
  ...USUAL,
  id: 'ibaraki',
  title: say('茨城県型', 'Ibaraki Prefecture'),
  body: '茨城県',
  source: { citation: '茨城県まち・ひと・しごと創生総合戦略 数値目標・KPI進捗状況調書 評価', date: '2016' },
  measure: 'pace',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('A', say('順調', 'On track'), 'good', atLeast('lead', '0')),
        step('B+', say('概ね順調', 'Mostly on track'), 'fair', atLeast('pace', '0.8')),
        step('B', say('やや遅れ', 'Somewhat behind'), 'poor', atLeast('pace', '0.5')),
        step('C', say('遅れ', 'Behind'), 'poor'),
      ],
    },
  ],
  onTrack: ['A', 'B+'],
  readings: [
    say(
      '「80〜99%」「50〜79%」は、端数を丸めず 80%以上100%未満、50%以上80%未満と読む',
      '"80–99%" and "50–79%" are read without rounding: 80 to under 100, 50 to under 80',
    ),
  ],
}
