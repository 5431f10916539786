import type { Scheme } from '../scheme.ts'
import { atLeast, ON_A_PATH, say, step, USUAL } from './terms.ts'

/** 丸亀市: five grades against the plan. A target raised after it was met stands in two rows, old and new. */
export const MARUGAME: Scheme = {
  ...USUAL,
  id: 'marugame',
  title: say('丸亀市型（境界は仮定）', 'Marugame City (bounds assumed)'),
  body: '丸亀市',
  source: { citation: '令和元年度 丸亀市行政評価（内部評価）報告書 評価基準・二段書き', date: '2019-11' },
  measure: 'pace',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('A', say('計画を大きく上回る', 'Far above the plan'), 'good', atLeast('pace', '1.2')),
        step('B', say('計画をやや上回る', 'Somewhat above the plan'), 'good', atLeast('pace', '1.05')),
        step('C', say('計画どおり', 'As planned'), 'good', atLeast('pace', '0.95')),
        step('D', say('計画をやや下回る', 'Somewhat below the plan'), 'fair', atLeast('pace', '0.8')),
        step('E', say('計画を大きく下回る', 'Far below the plan'), 'poor'),
      ],
    },
  ],
  rowsWhenRaised: true,
  onTrack: ['A', 'B', 'C'],
  assumed: [
    say(
      'A 目安の120%以上、B 105%以上、C 95%以上、D 80%以上、E 80%未満',
      'A from 120% of the pace, B 105, C 95, D 80, E below',
    ),
  ],
}
