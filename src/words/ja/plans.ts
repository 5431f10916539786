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
  related: '関連 →',
  relatedBoth: '関連 ⇄',
  openList: '等（一覧は計画で閉じられていません）',
  /** グラフの端に置く短い計画名。 */
  short: (title: string) => (title.length > 10 ? `${title.slice(0, 9)}…` : title),
  summary: ({ edition, period }: Pick<Plan, 'edition' | 'period'>, commitments: number, relisted: number) =>
    [
      edition.label,
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
  /** Place in a document of any format; in a workbook sheet and cell. */
  spot: (page: number | undefined, line: number, sheet: string | undefined, cell: string | undefined) =>
    cell
      ? `${sheet === undefined ? '' : `シート「${sheet}」`}セル${cell}`
      : `${page === undefined ? '' : `${page}頁 `}${line}行`,
  lines: (count: number) => `全${count}行`,
}

export const documents = {
  period: '計画期間が文書に書かれていないとき',
  periodHelp: '年度を西暦で入れてください。入れなければ、文書に書かれた期間か、目標の最後の年度を使います。',
  ends: { from: '始まりの年度', to: '終わりの年度' },
  draft: '計画の下書き',
  draftHolds: (commitments: number, projects: number) =>
    `指標${commitments}件と事業${projects}件を、出どころの行とともに下書きにしました。書かれていないことは「記載なし」のままです。`,
  continued: (count: number) =>
    `うち${count}件は、名前と単位が同じ指標がすでにあるので、その続きとして扱います。`,
  takeIn: '下書きの版として取り込む',
  draftFile: '計画ファイルとして保存して直す',
  noDraft: {
    'nothing-read': '指標や事業が見つからなかったので、下書きはありません。',
    'no-period-read':
      '計画期間が読み取れないので、下書きにできません。上の欄に期間を入れて、もう一度読んでください。',
  },
  title: '文書を確かめる',
  lead: '計画の文書を読み取り、つじつまの合わないところを、行と計算をつけて示します。文書は保存しません。',
  file: '計画の文書',
  help: '総合戦略・総合計画・アクションプラン・地域再生計画などの文書を選んでください（20MBまで）。',
  read: '読み取って確かめる',
  reading: '読み取っています',
  signInFirst: '文書を確かめるにはサインインが必要です。',
  remarks: (count: number) => `確認事項 ${count}件`,
  clean: '気づいたことはありません。',
  severity: { error: 'エラー', warning: '警告', note: '注意' },
  found: (indicators: number, projects: number) => `読み取った指標 ${indicators}行・事業 ${projects}件`,
  notKept: '読み取った内容は、取り込むまで保存しません。',
}
