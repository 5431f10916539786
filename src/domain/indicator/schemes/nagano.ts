import type { Scheme } from '../scheme.ts'
import { atLeast, IS_KEPT, KEPT, KEPT_BY_MARGIN, ON_A_PATH, say, step, USUAL } from './terms.ts'

const GOOD = say('順調', 'On track')
const POOR = say('努力を要する', 'Needs effort')

/** 長野県: the year's 目安値, then four fifths of the way to it. Items without a value are not evaluated (85 of 92). */
export const NAGANO: Scheme = {
  ...USUAL,
  id: 'nagano',
  title: say('長野県型', 'Nagano Prefecture'),
  body: '長野県',
  source: { citation: '長野県 信州創生戦略の政策評価（対象：平成29年度）進捗区分', date: '2018-09-20' },
  measure: 'pace',
  tables: [
    {
      kinds: ON_A_PATH,
      steps: [
        step('順調', GOOD, 'good', atLeast('lead', '0')),
        step('概ね順調', say('概ね順調', 'Mostly on track'), 'fair', atLeast('pace', '0.8')),
        step('努力を要する', POOR, 'poor'),
      ],
    },
    {
      kinds: KEPT,
      steps: [step('順調', GOOD, 'good', IS_KEPT), step('努力を要する', POOR, 'poor')],
    },
  ],
  ungradable: { count: 'left-out', marks: [] },
  onTrack: ['順調', '概ね順調'],
  readings: [KEPT_BY_MARGIN],
}
