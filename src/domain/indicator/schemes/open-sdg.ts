import type { Scheme } from '../scheme.ts'
import { atLeast, EVERY_KIND, say, step, USUAL } from './terms.ts'

/** Open SDG: observed ÷ required compound annual growth. A target already met needs no growth rate. */
export const OPEN_SDG: Scheme = {
  ...USUAL,
  id: 'open-sdg',
  title: say('Open SDG型', 'Open SDG'),
  body: 'Open SDG',
  source: { citation: 'Open SDG, Progress Measurement Methodology (Statistics Canada)', date: 'not-stated' },
  measure: 'growth-ratio',
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step('Target achieved', say('目標達成', 'Target achieved'), 'reach', atLeast('margin', '0')),
        step('On track', say('順調', 'On track'), 'good', atLeast('growth-ratio', '0.95')),
        step(
          'Acceleration needed',
          say('進んでいるが加速が必要', 'Progress made but acceleration needed'),
          'fair',
          atLeast('growth-ratio', '0.6'),
        ),
        step(
          'Limited progress',
          say('わずかな進み', 'Limited progress'),
          'poor',
          atLeast('growth-ratio', '0'),
        ),
        step('Deterioration', say('悪化', 'Deterioration'), 'bad'),
      ],
    },
  ],
  onTrack: ['Target achieved', 'On track'],
}
