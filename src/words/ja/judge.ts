import type { GivenStage } from '#domain/cycle/given.ts'

/** 人による判定. */
export const judge = {
  title: '判定を書く',
  stages: { first: '一次', second: '二次', committee: '委員会' } satisfies Readonly<
    Record<GivenStage, string>
  >,
  stagesLong: {
    first: '一次判定（担当課）',
    second: '二次判定（企画）',
    committee: '委員会の判定（外部）',
  } satisfies Readonly<Record<GivenStage, string>>,
  lead: (counts: readonly (readonly [stage: string, given: number])[], of: number) =>
    `${counts.map(([stage, given]) => `${stage} ${given}/${of}`).join('、')}。計算による判定は変わらず、人の判定はその横に残ります。`,
  computed: '計算',
  write: '書く',
  close: '閉じる',
  grade: '区分',
  choose: '選んでください',
  comment: '所見（要因・外部の事情・次にすること）',
  reason: '計算と違う理由',
  reasonNote: '計算と同じ区分なら、いりません。',
  save: '判定を残す',
  saved: (name: string, stage: string) => `「${name}」の${stage}を残しました。`,
  by: (who: string, at: string) => `${who} ${at}`,
  differs: '計算と違う',
  why: '理由:',
  publishedNote: '公表ずみの年度です。判定を直すには、先に年度を開け直してください。',
  people: '人による判定',
}
