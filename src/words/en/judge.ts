import type { judge as japanese } from '../ja/judge.ts'

/** Judgements by people. */
export const judge: typeof japanese = {
  title: 'Judge',
  stages: { first: 'First', second: 'Second', committee: 'Committee' },
  stagesLong: {
    first: 'First judgement (department)',
    second: 'Second judgement (planning)',
    committee: 'Judgement of the committee (outside)',
  },
  lead: (counts, of) =>
    `${counts.map(([stage, given]) => `${stage} ${given}/${of}`).join(', ')}. The computed judgement stays as it is; what people say stands beside it.`,
  computed: 'Computed',
  write: 'Write',
  close: 'Close',
  grade: 'Grade',
  choose: 'Choose',
  comment: 'Comment (causes, outside factors, what comes next)',
  reason: 'Why it differs from the computed one',
  reasonNote: 'Not needed for the same grade.',
  save: 'Save the judgement',
  saved: (name, stage) => `${stage} of “${name}” saved.`,
  by: (who, at) => `${who}, ${at}`,
  differs: 'differs from the computed one',
  why: 'Reason:',
  publishedNote: 'This year is published. To change a judgement, reopen the year first.',
  people: 'Judged by people',
}
