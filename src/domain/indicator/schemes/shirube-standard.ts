import type { Scheme } from '../scheme.ts'
import { atLeast, atMost, KEPT, say, step, USUAL } from './terms.ts'

const REACHED = say('達成', 'Reached')
const ON_TRACK = say('順調', 'On track')
const BEHIND = say('遅れ', 'Behind')
const FALLEN_BACK = say('後退', 'Worse than at the start')

/**
 * しるべ標準: needs nothing but baseline, target and year. A value equal to its baseline and short of the path is
 * △, not ▼: it has not fallen back.
 */
export const SHIRUBE_STANDARD: Scheme = {
  ...USUAL,
  id: 'shirube-standard',
  title: say('しるべ標準', 'Shirube standard'),
  body: 'しるべ',
  source: { citation: 'しるべ「指標の読み方」4 判定の型', date: '2026-11' },
  measure: 'lead',
  tables: [
    {
      kinds: ['reach', 'cumulative'],
      steps: [
        step('◎', REACHED, 'reach', atLeast('margin', '0')),
        step('○', ON_TRACK, 'good', atLeast('lead', '0')),
        step('△', BEHIND, 'poor', atLeast('change', '0')),
        step('▼', FALLEN_BACK, 'bad'),
      ],
    },
    {
      kinds: KEPT,
      steps: [
        step('○', ON_TRACK, 'good', atLeast('margin', '0')),
        step('△', say('許容差のうち', 'Within the tolerance'), 'poor', atLeast('margin', '-1', 'tolerance')),
        step('▼', FALLEN_BACK, 'bad'),
      ],
    },
    {
      kinds: ['complete'],
      steps: [
        step('◎', REACHED, 'reach', atLeast('margin', '0')),
        step('△', BEHIND, 'poor', atMost('years-left', '0')),
        { ...step('◌', say('期限前', 'Not due yet'), 'none'), ungraded: 'not-due-yet' },
      ],
    },
  ],
  ungradable: {
    count: 'in-denominator',
    marks: [{ grade: '◌', label: say('まだ判定できない', 'Cannot be judged yet') }],
  },
  onTrack: ['◎', '○'],
}
