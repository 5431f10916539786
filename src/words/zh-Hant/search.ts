import type { search as japanese } from '../ja/search.ts'

const count = (of: number) => `${of.toLocaleString('en')}筆`

export const search: typeof japanese = {
  title: '搜尋',
  lead: '搜尋計畫、施策、指標、事業、意見與文件內文。日文的不同寫法（如「取組」與「取り組み」、「子ども」與「こども」、全形與半形）視為相同。',
  label: '要找的詞（以空格分隔時，須全部包含）',
  find: '開始搜尋',
  said: (typed, of) => `「${typed}」找到${count(of)}。`,
  none: (typed) => `找不到「${typed}」。`,
  noneNext: '請改用較短的詞或其他寫法。尚未採用的草稿不在搜尋範圍內。',
  kinds: {
    plan: '計畫',
    node: '目標與施策',
    indicator: '指標',
    project: '事業',
    opinion: '意見',
    document: '文件',
    line: '文件內文',
  },
  count,
  more: (shown, of) => `共${count(of)}，此處為前${count(shown)}。`,
}
