import type * as ja from '../ja/plans.ts'
import { year } from './time.ts'

export const plans: typeof ja.plans = {
  title: '計畫',
  plan: '計畫',
  lead: (count) => (count === 0 ? '尚無計畫。請匯入計畫檔。' : `共有${count}個版本。`),
  kind: '種類',
  kinds: {
    'comprehensive-strategy': '綜合戰略',
    'comprehensive-plan': '綜合計畫',
    'action-plan': '行動計畫',
    'regional-revitalization-plan': '地域再生計畫',
    'basic-policy': '基本方針',
    'population-vision': '人口願景',
    manifesto: '政見',
    other: '其他',
  },
  edition: '版本',
  editions: '選擇版本',
  digest: '概要',
  period: '計畫期間',
  files: '計畫檔',
  import: '匯入計畫檔',
  file: '計畫檔（YAML）',
  fileHelp: '計畫的一個版本為一個檔案。若有錯誤，會指出其行與原因，且不寫入任何內容。',
  reason: '匯入理由',
  reasonHelp: '更正已匯入的計畫時請填寫。理由將保留於紀錄。',
  confirm: '我已確認內容。計畫中的項目可以移除，指標與事業的定義也可以改寫。',
  importNow: '匯入',
  importing: '匯入中',
  imported: (added, changed, removed) => `已匯入（新增 ${added}、變更 ${changed}、刪除 ${removed}）。`,
  redefined: (ids) => `定義已更新的指標與事業：${ids}（舊定義仍保留於紀錄）`,
  notImported: (file) => `未匯入 ${file}。未寫入任何內容。`,
  download: (format) => `計畫檔（${format}）`,
  toYear: (of) => `${year(of)}的頁面`,
  depth: '顯示到哪一層',
  depths: { program: '到施策', measure: '到措施主軸', effort: '到措施' },
  overlay: '疊加',
  noOverlay: '無',
  draft: {
    title: '此為草案版本',
    explain: '不納入判定、公布與統計。確認內容並採用後，即成為計畫的版本。',
    toReview: '回到文件確認',
    adopt: '採用此版本',
    date: '決定日期',
    discard: '捨棄草案',
    discardHelp:
      '僅由此版本帶入且尚無任何紀錄的指標與事業也會一併移除。文件與確認結果仍會保留，可以再次匯入。',
  },
  related: '相關 →',
  relatedBoth: '相關 ⇄',
  openList: '等（計畫未列舉完整）',
  short: (title) => (title.length > 10 ? `${title.slice(0, 9)}…` : title),
  summary: ({ edition, period }, commitments, relisted) =>
    [
      edition.date ? `${edition.label}（${edition.date}）` : edition.label,
      `計畫期間 ${period.from === 'not-stated' ? '未載明' : year(period.from)}～${year(period.to)}`,
      commitments > 0 ? `指標${commitments}項${relisted > 0 ? `（重複刊載${relisted}項）` : ''}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
}

export const facts: typeof ja.facts = {
  documents: '文件',
  passages: '理念、方向與定位',
  passageKinds: {
    philosophy: '基本理念',
    direction: '方向',
    approach: '推動方式',
    position: '定位',
    reason: '理由',
    summary: '摘要',
  },
  donations: '企業版故鄉稅捐款',
  estimate: '捐款金額概估',
  figures: '本文中的數值',
  promise: '承諾',
  bodies: '推動體制與年度流程',
  since: (since) => `自${since}起`,
  months: (from, to, about) =>
    from === undefined && to === undefined
      ? ''
      : `${from === undefined ? '' : `自${from}月`}${to === undefined ? '' : `至${to}月${about ? '左右' : ''}`}`,
  alignments: '相關計畫與合作',
  relations: {
    above: '上位計畫',
    beside: '並行計畫',
    succeeds: '前一計畫',
    revises: '所修訂的計畫',
    'part-of': '所屬計畫',
    'population-vision': '人口願景',
    'same-period': '期間相同的計畫',
    'details-in': '載有細節的計畫',
  },
  governments: (count) => `（${count}個地方政府）`,
  tables: '表',
  glossary: '用語',
  sharesNote: (number) => `註與${number}相同`,
}

export const origin: typeof ja.origin = {
  none: '沒有出處紀錄',
  byDefinition: (source) => `指標的資料來源：${source}`,
  place: (page, line, to) =>
    `${page === undefined ? '' : `第${page}頁 `}第${line}${to === undefined ? '' : `–${to}`}行`,
  lines: (count) => `共${count}行`,
}
