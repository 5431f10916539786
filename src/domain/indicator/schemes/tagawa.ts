import type { Scheme } from '../scheme.ts'
import { above, atLeast, IS_KEPT, KEPT, KEPT_BY_MARGIN, ON_A_PATH, say, step, USUAL } from './terms.ts'

const A = say('順調に伸びている', 'Rising on pace')
const B = say('遅れはあるが伸びている', 'Slow but rising')
const C = say('伸びていない・悪化', 'Flat or worse')

/** 田川市: on pace, slow but rising, flat or worse. Three of 119 without a value were not judged, and not counted. */
export const TAGAWA: Scheme = {
  ...USUAL,
  id: 'tagawa',
  title: say('田川市型', 'Tagawa City'),
  body: '田川市',
  source: {
    citation: '田川市第5次総合計画（後期基本計画）成果指標の進捗状況 判定の凡例',
    date: 'not-stated',
  },
  measure: 'lead',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('A', A, 'good', atLeast('lead', '0'), above('change', '0')),
        step('B', B, 'fair', above('change', '0')),
        step('C', C, 'bad'),
      ],
    },
    {
      kinds: KEPT,
      steps: [step('A', A, 'good', IS_KEPT), step('B', B, 'fair', above('change', '0')), step('C', C, 'bad')],
    },
  ],
  ungradable: { count: 'left-out', marks: [] },
  onTrack: ['A', 'B'],
  readings: [KEPT_BY_MARGIN],
}
