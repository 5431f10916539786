import type { Bilingual, Scheme, Step, Tone } from '../scheme.ts'
import { atLeast, KEPT, ON_A_PATH, say, step, USUAL } from './terms.ts'

/** Columns a–e: residents' sense. Rows: objective grade. a×c=B and b×c=C are published (令和7・6年度), the rest assumed. */
const TOGETHER = { a: 'AABCC', b: 'ABCCD', c: 'BCCDD', d: 'CCDDE', e: 'CDDEE' } as const

const WORDS: Readonly<Record<string, readonly [Bilingual, Tone]>> = {
  A: [say('目的が十分に達成されている', 'Purpose fully achieved'), 'reach'],
  B: [say('目的がかなり達成されている', 'Purpose largely achieved'), 'good'],
  C: [say('目的がそこそこ達成されている', 'Purpose fairly achieved'), 'fair'],
  D: [say('目的があまり達成されていない', 'Purpose not much achieved'), 'poor'],
  E: [say('目的が達成されていない', 'Purpose not achieved'), 'bad'],
}

const steps: Step[] = Object.entries(WORDS).flatMap(([grade, [label, tone]]) =>
  Object.entries(TOGETHER).flatMap(([objective, row]) => {
    const senses = ['a', 'b', 'c', 'd', 'e'].filter((_, at) => row[at] === grade)
    return senses.length === 0
      ? []
      : [
          step(
            grade,
            label,
            tone,
            { scale: 'objective', is: [objective] },
            { input: 'residents-sense', is: senses },
          ),
        ]
  }),
)

const letter = (grade: string, tone: Tone, ...when: Step['when']) =>
  step(grade, say(`客観指標 ${grade}`, `Objective ${grade}`), tone, ...when)

/** 京都市: 客観指標評価 a–e combined with 市民生活実感評価 a–e. */
export const KYOTO: Scheme = {
  ...USUAL,
  id: 'kyoto',
  title: say('京都市型（境界は仮定）', 'Kyoto City (bounds assumed)'),
  body: '京都市',
  source: {
    citation: '京都市政策評価制度実施要領（平成16年4月20日決定、平成23年6月15日一部改正）',
    date: '2011-06-15',
  },
  measure: 'pace',
  scales: [
    {
      id: 'objective',
      tables: [
        {
          kinds: ON_A_PATH,
          steps: [
            letter('a', 'reach', atLeast('pace', '1')),
            letter('b', 'good', atLeast('pace', '0.8')),
            letter('c', 'fair', atLeast('pace', '0.6')),
            letter('d', 'poor', atLeast('pace', '0.4')),
            letter('e', 'bad'),
          ],
        },
        { kinds: KEPT, steps: [letter('a', 'reach', atLeast('margin', '0')), letter('e', 'bad')] },
      ],
    },
  ],
  tables: [{ kinds: [...ON_A_PATH, ...KEPT], steps }],
  inputs: [
    {
      id: 'residents-sense',
      label: say('市民生活実感評価', 'Residents’ sense'),
      values: ['a', 'b', 'c', 'd', 'e'],
    },
  ],
  onTrack: ['A', 'B'],
  assumed: [
    say(
      '客観指標 a 目安の100%以上、b 80%以上、c 60%以上、d 40%以上',
      'Objective: a from 100% of the pace, b 80, c 60, d 40',
    ),
    say('維持・以上・抑制の目標の客観指標は a か e', 'Kept targets are a or e on the objective scale'),
    say('組合せ表のうち a×c=B、b×c=C のほか', 'The table of combinations, but for a×c=B and b×c=C'),
  ],
}
