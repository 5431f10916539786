import type { Scheme } from '../scheme.ts'
import { above, atLeast, EVERY_KIND, inputIs, say, step, USUAL } from './terms.ts'

/** 杵築市: half arithmetic, half what the department says of its issues. */
export const KITSUKI: Scheme = {
  ...USUAL,
  id: 'kitsuki',
  title: say('杵築市型', 'Kitsuki City'),
  body: '杵築市',
  source: { citation: '杵築市 第2期まち・ひと・しごと創生総合戦略 期末評価 評価基準', date: '2025-06-27' },
  measure: 'achievement',
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step('A', say('目標を上回り、良好', 'Above the target'), 'reach', above('margin', '0')),
        step(
          'D',
          say('外的要因により注視を継続', 'Held by outside causes'),
          'none',
          inputIs('outside-cause', 'yes'),
        ),
        step(
          'B',
          say('80%以上達成し、課題の整理と対策がある', 'At least 80%, with issues sorted'),
          'good',
          atLeast('achievement', '0.8'),
          inputIs('issues-sorted', 'yes'),
        ),
        step('C', say('改善や工夫が必要', 'Needs improvement'), 'poor'),
      ],
    },
  ],
  inputs: [
    {
      id: 'outside-cause',
      label: say('外的要因で着手できないか', 'Held by outside causes?'),
      values: ['yes', 'no'],
    },
    {
      id: 'issues-sorted',
      label: say('課題の整理と対策があるか', 'Issues sorted and acted on?'),
      values: ['yes', 'no'],
    },
  ],
  onTrack: ['A', 'B'],
}
