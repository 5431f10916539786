import type { FoundKind } from '#domain/search/found.ts'

const count = (of: number) => `${of.toLocaleString('ja-JP')}件`

export const search = {
  title: '検索',
  lead: '計画・施策・指標・事業・意見・文書の本文を探します。「取組」と「取り組み」、「子ども」と「こども」、全角と半角は同じに扱います。',
  label: '探す言葉（空白で区切ると、すべてを含むもの）',
  find: '探す',
  said: (typed: string, of: number) => `「${typed}」は ${count(of)}見つかりました。`,
  none: (typed: string) => `「${typed}」は見つかりません。`,
  noneNext: '言葉を短くするか、別の書き方で試してください。まだ採用されていない下書きは探しません。',
  kinds: {
    plan: '計画',
    node: '目標・施策',
    indicator: '指標',
    project: '事業',
    opinion: '意見',
    document: '文書',
    line: '文書の本文',
  } satisfies Readonly<Record<FoundKind, string>>,
  count,
  more: (shown: number, of: number) => `${count(of)}のうち、はじめの${count(shown)}です。`,
}
