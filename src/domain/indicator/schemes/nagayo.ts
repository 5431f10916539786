import type { Scheme } from '../scheme.ts'
import { above, atLeast, EVERY_KIND, say, step, USUAL } from './terms.ts'

/** 長与町: mechanical, by baseline and target alone. 超 and △10%以内 are the page's own words. */
export const NAGAYO: Scheme = {
  ...USUAL,
  id: 'nagayo',
  title: say('長与町型', 'Nagayo Town'),
  body: '長与町',
  source: { citation: '長与町 第9次総合計画 数値目標の進捗状況（令和元年度の現在値）', date: '2020' },
  measure: 'change',
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step('S', say('目標値を超えている', 'Above the target'), 'reach', above('margin', '0')),
        step('A', say('基準値を超えている', 'Above the baseline'), 'good', above('change', '0')),
        step(
          'B',
          say('基準値と同水準（△10%以内）', 'Level with the baseline (within −10%)'),
          'fair',
          atLeast('change', '-0.1', 'baseline'),
        ),
        step('C', say('基準値より下落', 'Below the baseline'), 'bad'),
      ],
    },
  ],
  ungradable: {
    count: 'in-denominator',
    marks: [{ grade: '−', label: say('評価できない', 'Cannot be evaluated') }],
  },
  onTrack: ['S', 'A'],
}
