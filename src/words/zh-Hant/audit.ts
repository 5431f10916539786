import type { AuditFault } from '#domain/audit/chain.ts'
import type { Words } from '../words.ts'

const tables: Readonly<Record<string, string>> = {
  change: '變更紀錄',
  actual: '實績',
  judgement: '判定',
  cycle_move: '年度狀態',
  publication: '公布',
  appropriation: '預算與決算',
  opinion: '意見',
  round: '填報作業',
  answer: '填報內容',
  report_move: '填報狀態',
  review_step: '文件確認',
  reading: '文件判讀',
  element: '計畫與組織',
  membership: '所屬',
  document: '文件',
}
const table = (name: string): string => tables[name] ?? name

export const audit: Words['audit'] = {
  title: '稽核紀錄',
  lead: '誰在什麼時候看了什麼、改了什麼。紀錄只增不改，逐批封存，並與前一批相連。',
  chain: '紀錄鏈的狀態',
  sealed: (number, at) => `已封存到第 ${number} 批（${at}）。`,
  notSealed: '還沒有封存的批次。',
  waiting: (count) => `等待封存 ${count} 件。`,
  head: '批次編號與摘要值',
  headHelp: '請記在會議紀錄等系統以外的地方，日後即可確認整條紀錄鏈沒有被重做。',
  verify: '查核指令',
  retention: '保存期限',
  retentionHelp:
    '自產生的年度之次年度4月1日起算。期滿後，會刪除是誰從哪裡看的；曾有人看過這件事與紀錄鏈仍會留下。空白表示永久保存。',
  views: '閱覽（年）',
  changes: '變更者與內容的留存（年）',
  settle: '設定保存期限',
  settled: '已設定保存期限。',
  filter: '篩選',
  who: '人員',
  everybody: '所有人',
  kind: '種類',
  everything: '全部（不含寫入的資料列）',
  kinds: {
    view: '閱覽',
    refused: '被拒絕的閱覽',
    change: '變更',
    fact: '寫入的資料列',
    erase: '依保存期限刪除',
  },
  from: '起日',
  until: '迄日',
  text: '對象包含的文字',
  at: '時間',
  what: '動作',
  role: '角色',
  erased: '已刪除',
  system: 'Shirube',
  stranger: '非所屬人員',
  rows: (name, count) => `${table(name)} ${count} 列`,
  none: '沒有符合的紀錄。',
  clear: '清除條件',
  earlier: '更早的紀錄',
  csv: '下載 CSV',
  csvHeads: ['編號', '時間', '種類', '角色', '人員', '動作', '對象', '細節', '摘要值'],
  fault: (fault: AuditFault): string => {
    switch (fault.kind) {
      case 'batch-missing':
        return `缺少第 ${fault.batch} 批。`
      case 'batch-altered':
        return `第 ${fault.batch} 批與封存時不同。`
      case 'chain-broken':
        return `第 ${fault.batch} 批沒有與前一批相連。`
      case 'entry-missing':
        return `缺少第 ${fault.batch} 批的紀錄 ${fault.entry}。`
      case 'entry-altered':
        return `第 ${fault.batch} 批的紀錄與封存時不同。`
      case 'entry-twice':
        return `紀錄 ${fault.entry} 出現在兩個批次中（第 ${fault.batch} 批）。`
      case 'detail-altered':
        return `紀錄 ${fault.entry} 的人員或內容與留存時不同。`
      case 'detail-missing':
        return `紀錄 ${fault.entry} 的人員與內容並非依保存期限而消失。`
      case 'rows-altered':
        return `${table(fault.table)}的資料列與寫入時不同，或已消失（紀錄 ${fault.entry}）。`
      case 'rows-uncovered':
        return `${table(fault.table)}中有 ${fault.rows} 列不是經由本系統寫入。`
      case 'head-not-found':
        return `紀錄鏈中沒有先前記下的第 ${fault.batch} 批摘要值。`
    }
  },
  verified: (batches, entries, erased, waiting) =>
    `批次 ${batches}，紀錄 ${entries} 件（其中已刪除人員 ${erased} 件），等待封存 ${waiting} 件。`,
  clean: '沒有不一致之處。',
  faults: (count) => `有 ${count} 處不一致。`,
  headIs: (number, hash) => `請記下的值：${number}:${hash}`,
  sealedNow: (number) => (number === undefined ? '沒有等待封存的紀錄。' : `已封存第 ${number} 批。`),
  erasedNow: (count) => `已刪除 ${count} 件的人員與內容。`,
}
