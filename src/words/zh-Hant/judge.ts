import type { judge as japanese } from '../ja/judge.ts'

/** Judgements by people. */
export const judge: typeof japanese = {
  title: '填寫判定',
  stages: { first: '初判', second: '複判', committee: '委員會' },
  stagesLong: {
    first: '初判（承辦單位）',
    second: '複判（企劃）',
    committee: '委員會判定（外部）',
  },
  lead: (counts, of) =>
    `${counts.map(([stage, given]) => `${stage} ${given}/${of}`).join('、')}。計算所得的判定不變，人的判定並列保存。`,
  computed: '計算結果',
  write: '填寫',
  close: '關閉',
  grade: '等級',
  choose: '請選擇',
  comment: '意見（原因、外部因素、下一步）',
  reason: '與計算結果不同的理由',
  reasonNote: '等級與計算結果相同時不需填寫。',
  save: '保存判定',
  saved: (name, stage) => `已保存「${name}」的${stage}。`,
  by: (who, at) => `${who} ${at}`,
  differs: '與計算結果不同',
  why: '理由：',
  publishedNote: '此年度已公布。若要更正判定，請先重新開放該年度。',
  people: '人的判定',
}
