import type { Scheme } from '../scheme.ts'
import { atLeast, IS_KEPT, inputIs, KEPT, KEPT_BY_MARGIN, ON_A_PATH, say, step, USUAL } from './terms.ts'

const F = step(
  'F',
  say('施策の実行自体がKPI', 'Doing it is the KPI'),
  'none',
  inputIs('doing-is-the-kpi', 'yes'),
)
const A = say('経過期間の割合以上に進捗', 'Progress at least the share of time elapsed')
const B = step('B', say('Aほど進捗していない', 'Not as far as A'), 'poor')

/** 国の成長戦略: progress against the share of time elapsed. From the report on FY2019 F is no longer used. */
export const GROWTH_STRATEGY: Scheme = {
  ...USUAL,
  id: 'growth-strategy',
  title: say('国の成長戦略型', 'National growth strategy'),
  body: '内閣官房',
  source: {
    citation: '平成30年度革新的事業活動実行計画重点施策に関する報告書「成長戦略のKPIの進捗状況」',
    date: '2019-06',
  },
  measure: 'ahead-of-elapsed',
  tables: [
    { kinds: ON_A_PATH, steps: [F, step('A', A, 'good', atLeast('ahead-of-elapsed', '0')), B] },
    { kinds: KEPT, steps: [F, step('A', A, 'good', IS_KEPT), B] },
  ],
  inputs: [
    {
      id: 'doing-is-the-kpi',
      label: say('施策の実行自体がKPIか', 'Is doing it the KPI?'),
      values: ['yes', 'no'],
      optional: true,
    },
  ],
  ungradable: {
    count: 'in-denominator',
    marks: [{ grade: 'N', label: say('今後データが得られる', 'Data to come'), why: ['not-yet-published'] }],
  },
  onTrack: ['A'],
  readings: [KEPT_BY_MARGIN],
}
