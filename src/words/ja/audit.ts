import type { AuditFault, AuditKind } from '#domain/audit/chain.ts'

const tables: Readonly<Record<string, string>> = {
  change: '変更の記録',
  actual: '実績',
  judgement: '判定',
  cycle_move: '年度の動き',
  publication: '公表',
  appropriation: '予算・決算',
  opinion: '意見',
  round: '収集の回',
  answer: '回答',
  report_move: '報告の動き',
  review_step: '文書の確認',
  reading: '文書の読み取り',
  element: '計画と組織',
  membership: '所属',
  document: '文書',
}
const table = (name: string): string => tables[name] ?? name

/** 監査: だれが何を見て、何を変えたか。 */
export const audit = {
  title: '監査の記録',
  lead: 'だれが、いつ、何を見て、何を変えたか。足されるだけで、束ごとに封をし、前の束につないでいます。',
  chain: '鎖の状態',
  sealed: (number: number, at: string) => `${number}番目の束まで封をしました（${at}）。`,
  notSealed: 'まだ封をした束はありません。',
  waiting: (count: number) => `封を待つもの ${count}件。`,
  head: '束の番号と要約値',
  headHelp: '議事録など、しるべの外に控えておくと、鎖が丸ごと作り直されていないことを後から確かめられます。',
  verify: '確かめるコマンド',
  retention: '保存年限',
  retentionHelp:
    '作られた年度の翌年度の4月1日から数えます。過ぎると、だれがどこから見たかを消します。見たことと鎖は残ります。空欄は永年です。',
  views: '閲覧（年）',
  changes: '変更の人と中身の控え（年）',
  settle: '保存年限を決める',
  settled: '保存年限を決めました。',
  filter: '絞り込む',
  who: '人',
  everybody: 'すべての人',
  kind: '種類',
  everything: 'すべて（行の記録を除く）',
  kinds: {
    view: '閲覧',
    refused: '断った閲覧',
    change: '変更',
    fact: '書かれた行',
    erase: '保存年限による消去',
  } satisfies Readonly<Record<AuditKind, string>>,
  from: 'この日から',
  until: 'この日まで',
  text: '対象に含まれる文字',
  at: '日時',
  what: 'したこと',
  role: '役割',
  erased: '消去ずみ',
  system: 'しるべ',
  stranger: '所属しない人',
  rows: (name: string, count: string) => `${table(name)} ${count}行`,
  none: '当てはまる記録はありません。',
  clear: '条件をはずす',
  earlier: 'さらに前',
  csv: 'CSVで受け取る',
  csvHeads: ['番号', '日時', '種類', '役割', '人', 'したこと', '対象', '詳細', '要約値'],
  fault: (fault: AuditFault): string => {
    switch (fault.kind) {
      case 'batch-missing':
        return `${fault.batch}番目の束がありません。`
      case 'batch-altered':
        return `${fault.batch}番目の束が、封をしたときと違います。`
      case 'chain-broken':
        return `${fault.batch}番目の束が、前の束とつながりません。`
      case 'entry-missing':
        return `${fault.batch}番目の束の記録 ${fault.entry} がありません。`
      case 'entry-altered':
        return `${fault.batch}番目の束の記録が、封をしたときと違います。`
      case 'entry-twice':
        return `記録 ${fault.entry} が二つの束にあります（${fault.batch}番目）。`
      case 'detail-altered':
        return `記録 ${fault.entry} の人か中身が、残したときと違います。`
      case 'detail-missing':
        return `記録 ${fault.entry} の人と中身が、保存年限によらずに消えています。`
      case 'rows-altered':
        return `${table(fault.table)}の行が、書かれたときと違うか、消えています（記録 ${fault.entry}）。`
      case 'rows-uncovered':
        return `${table(fault.table)}に、しるべを通さずに足された行が${fault.rows}行あります。`
      case 'head-not-found':
        return `控えてあった${fault.batch}番目の束の要約値が、鎖にありません。`
    }
  },
  verified: (batches: number, entries: number, erased: number, waiting: number) =>
    `束 ${batches}、記録 ${entries}件（うち人を消したもの ${erased}件）、封を待つもの ${waiting}件。`,
  clean: '食い違いはありません。',
  faults: (count: number) => `食い違いが${count}件あります。`,
  headIs: (number: number, hash: string) => `控えておく値: ${number}:${hash}`,
  sealedNow: (number: number | undefined) =>
    number === undefined ? '封を待つものはありません。' : `${number}番目の束に封をしました。`,
  erasedNow: (count: number) => `${count}件の人と中身を消しました。`,
}
