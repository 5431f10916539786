import type { Plan } from '#domain/plan/plan.ts'
import { year } from './time.ts'

export const plans = {
  title: '計画',
  plan: '計画',
  lead: (count: number) =>
    count === 0 ? 'まだ計画がありません。計画ファイルを取り込んでください。' : `${count}の版があります。`,
  kind: '種類',
  kinds: {
    'comprehensive-strategy': '総合戦略',
    'comprehensive-plan': '総合計画',
    'action-plan': 'アクションプラン',
    'regional-revitalization-plan': '地域再生計画',
    'basic-policy': '基本方針',
    'population-vision': '人口ビジョン',
    manifesto: 'マニフェスト',
    other: 'その他',
  },
  edition: '版',
  editions: '版を選ぶ',
  digest: '概要',
  period: '計画期間',
  files: '計画ファイル',
  import: '計画ファイルを取り込む',
  file: '計画ファイル（YAML）',
  fileHelp: '計画1版で1ファイルです。誤りがあれば、行と理由を示し、何も書き込みません。',
  reason: '取り込む理由',
  reasonHelp: 'すでに取り込んだ計画を直すときに書いてください。記録に残ります。',
  confirm: '内容を確かめました。計画から項目がなくなり、指標・事業の定義が書き換わってもかまいません。',
  importNow: '取り込む',
  importing: '取り込んでいます',
  imported: (added: number, changed: number, removed: number) =>
    `を取り込みました（追加 ${added}・変更 ${changed}・削除 ${removed}）。`,
  redefined: (ids: string) => `定義が新しくなった指標・事業: ${ids}（前の定義は記録に残っています）`,
  notImported: (file: string) => `${file} は取り込みませんでした。何も書き込んでいません。`,
  download: (format: string) => `計画ファイル（${format}）`,
  toYear: (of: number) => `${year(of)}のページ`,
  depth: 'どこまで見せるか',
  depths: { program: '施策まで', measure: '取組の柱まで', effort: '取組まで' },
  overlay: '重ねる',
  noOverlay: 'なし',
  draft: {
    title: '下書きの版です',
    explain: '判定・公表・集計には入りません。内容を確かめて採用すると、計画の版になります。',
    toReview: '文書の確認に戻る',
    adopt: 'この版を採用する',
    date: '決定した日',
    discard: '下書きを捨てる',
    discardHelp:
      'この版だけが持ち込み、まだ何も記録のない指標と事業もなくなります。文書と確認の結果は残るので、もう一度取り込めます。',
  },
  related: '関連 →',
  relatedBoth: '関連 ⇄',
  openList: '等（一覧は計画で閉じられていません）',
  /** グラフの端に置く短い計画名。 */
  short: (title: string) => (title.length > 10 ? `${title.slice(0, 9)}…` : title),
  summary: ({ edition, period }: Pick<Plan, 'edition' | 'period'>, commitments: number, relisted: number) =>
    [
      edition.date ? `${edition.label}（${edition.date}）` : edition.label,
      `計画期間 ${period.from === 'not-stated' ? '記載なし' : year(period.from)}〜${year(period.to)}`,
      commitments > 0 ? `指標${commitments}件${relisted > 0 ? `（再掲${relisted}件）` : ''}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
}

export const facts = {
  documents: '資料',
  passages: '理念・方向性・位置づけ',
  passageKinds: {
    philosophy: '基本理念',
    direction: '方向性',
    approach: '進め方',
    position: '位置づけ',
    reason: '理由',
    summary: '要約',
  },
  donations: '企業版ふるさと納税',
  estimate: '寄附の金額の目安',
  figures: '本文の数値',
  promise: '約束',
  bodies: '体制と年間の流れ',
  since: (since: string) => `${since}から`,
  months: (from: number | undefined, to: number | undefined, about: boolean) =>
    from === undefined && to === undefined
      ? ''
      : `${from === undefined ? '' : `${from}月〜`}${to === undefined ? '' : `${to}月${about ? '頃' : ''}まで`}`,
  alignments: '関連する計画と連携',
  relations: {
    above: '上位の計画',
    beside: '並ぶ計画',
    succeeds: '前の計画',
    revises: '改訂のもと',
    'part-of': '一部をなす計画',
    'population-vision': '人口ビジョン',
    'same-period': '期間を同じくする計画',
    'details-in': '詳細のある計画',
  },
  governments: (count: number) => `（${count}団体）`,
  tables: '表',
  glossary: '用語',
  sharesNote: (number: string) => `注は${number}と共通`,
}

export const origin = {
  none: '出どころの記録なし',
  byDefinition: (source: string) => `指標の出典: ${source}`,
  place: (page: number | undefined, line: number, to: number | undefined) =>
    `${page === undefined ? '' : `${page}頁 `}${line}${to === undefined ? '' : `–${to}`}行`,
  lines: (count: number) => `全${count}行`,
}
