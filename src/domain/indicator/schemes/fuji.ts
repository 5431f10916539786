import type { Scheme } from '../scheme.ts'
import { atLeast, ON_A_PATH, say, step, USUAL } from './terms.ts'

/** 富士市: 進捗率 towards the interim target (the next milestone, else the final target). */
export const FUJI: Scheme = {
  ...USUAL,
  id: 'fuji',
  title: say('富士市型', 'Fuji City'),
  body: '富士市',
  source: {
    citation: '第五次富士市総合計画 前期基本計画の達成状況（平成27年度）代表的な施策指標の進捗率',
    date: '2016',
  },
  measure: 'interim-progress',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('80%以上', say('80%以上', '80% or more'), 'good', atLeast('interim-progress', '0.8')),
        step(
          '50%以上80%未満',
          say('50%以上80%未満', '50% to under 80%'),
          'fair',
          atLeast('interim-progress', '0.5'),
        ),
        step(
          '20%以上50%未満',
          say('20%以上50%未満', '20% to under 50%'),
          'poor',
          atLeast('interim-progress', '0.2'),
        ),
        step('20%未満', say('20%未満', 'Under 20%'), 'poor'),
      ],
    },
  ],
  ungradable: { count: 'in-denominator', marks: [{ grade: 'その他', label: say('その他', 'Other') }] },
  onTrack: ['80%以上'],
}
