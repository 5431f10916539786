import { decimal } from '../../shared/decimal.ts'
import type { Scheme, Step } from '../scheme.ts'
import { above, atLeast, KEPT, ON_A_PATH, say, step, USUAL } from './terms.ts'

const PACE = say('目標に向けて順調', 'On pace for the target')
const SLOW = say('道すじ未満・改善または現状維持', 'Below pace; better or flat')

/** 「±3パーセント未満の場合は現状維持の範囲内」: a fall of exactly three points is no longer flat. */
const SINCE_THE_START: readonly Step[] = [
  step('b', SLOW, 'fair', atLeast('change', '0')),
  step('b', SLOW, 'fair', above('change', '-1', 'tolerance')),
  step('c', say('初期値より悪化', 'Worse than at the start'), 'bad'),
]

/** 福岡市: pace, then the start; survey items may move by less than three points and count as flat. */
export const FUKUOKA: Scheme = {
  ...USUAL,
  id: 'fukuoka',
  title: say('福岡市型', 'Fukuoka City'),
  body: '福岡市',
  source: { citation: '福岡市 保健福祉総合計画の進捗評価について 資料1−1 成果指標の評価基準', date: '2018' },
  measure: 'lead',
  tables: [
    { kinds: ON_A_PATH, steps: [step('a', PACE, 'good', atLeast('lead', '0')), ...SINCE_THE_START] },
    { kinds: KEPT, steps: [step('a', PACE, 'good', atLeast('margin', '0')), ...SINCE_THE_START] },
  ],
  surveyTolerance: decimal('3'),
  onTrack: ['a'],
  readings: [
    say(
      '維持・以上・減少の抑制の目標は、目標値に対する余裕があれば a とし、ほかは初期値からの変化で見る（出典に定めなし）',
      'Kept targets (hold, floor, curb) are a where they have a margin, else by change since the start; the source does not say',
    ),
  ],
}
