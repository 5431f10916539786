import type { Decimal } from '#domain/shared/decimal.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { reports as ja } from '../ja/reports.ts'
import { record } from './indicators.ts'
import { shortYear, year } from './time.ts'

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

const sumOf = (parts: readonly string[], sum: Decimal): string =>
  `${parts.join(' ＋ ')} ＝ ${printDecimal(sum)}`

export const reports: typeof ja = {
  title: (of) => `請提供${year(of)}的實績`,
  overview: (of) => `${year(of)}實績彙整`,
  lead: (count, due, left) =>
    `${count}項${due ? `　期限 ${day(due)}${left === undefined ? '' : left >= 0 ? `　還有${left}天` : `　已逾期${-left}天`}` : ''}`,
  notOpen: (of) => `${year(of)}的收集尚未開始。`,
  notYours: '尚未核准的回覆，只有該承辦單位與負責彙整的企劃人員可以查看。已核准的實績請見各指標的畫面。',
  notOpenHelp: '企劃單位開始收集後，貴單位負責的指標會列在這裡。',
  notOver: (of) => `${year(of)}尚未結束，因此無法開始收集。`,
  nothing: '這個單位沒有需要回答的指標。',
  open: '開始收集',
  change: '變更日程',
  changeReason: '變更日程的理由',
  stages: {
    report: '填報實績',
    assess: '內部評核',
    steering: '推動本部會議',
    review: '外部驗證',
    decide: '決定方針',
    budget: '預算',
    publish: '公布',
  },
  from: '開始',
  until: '結束',
  monthDay: '月-日（如 06-14）',
  states: { empty: '未填寫', entered: '填寫中', submitted: '待核准', returned: '已退回', approved: '已核准' },
  byDepartment: '各單位狀況',
  department: '負責單位',
  asked: '件數',
  waiting: '尚餘',
  overdue: '已逾期',
  nobody: '尚未決定負責單位的指標',
  all: '全部單位',
  before: '至今的回答',
  noBefore: '至今沒有數值。',
  lastNote: '上次的備註',
  definition: '計算方式',
  source: '出處',
  target: '目標',
  value: (of, unit, cumulative) =>
    cumulative
      ? `至${shortYear(of)}年度末的累計${unit && `（${unit}）`}`
      : `${year(of)}的數值${unit && `（${unit}）`}`,
  why: '尚無數值或無法測量時',
  hasValue: '有數值',
  note: '增減的原因與今後（選填）',
  provisional: '初步數值',
  save: '儲存',
  savedAt: (at) => `已於${at}儲存`,
  saving: '儲存中',
  kept: '連線中斷。輸入的內容保存在這台裝置',
  confirm: '這個數值正確（請在備註寫明理由）',
  fix: (value, unit) => `改為${printDecimal(value)}${unit}`,
  doubt: (doubt, typed) => {
    switch (doubt.kind) {
      case 'not-a-number':
        return `無法讀為數字（「${doubt.value.slice(0, 40)}」）。請只輸入數字，單位與說明可寫在備註。`
      case 'value-or-reason':
        return '請輸入數值，或選擇沒有數值的理由，兩者擇一。'
      case 'total-falls':
        return `累計減少了（${shortYear(doubt.from.year)} ${printDecimal(doubt.from.value)} → ${printDecimal(doubt.to)}）。是否為單一年度的數值？${doubt.fix ? `若是，累計應為 ${printDecimal(doubt.fix)}。` : ''}`
      case 'slip':
        return record.slip(doubt.slip, typed)
      case 'parts-differ':
        return `與細項的合計不符（${sumOf(
          doubt.parts.map((part) => `${nameIn('zh-Hant', part)} ${printDecimal(part.value ?? '')}`),
          doubt.fix,
        )}，輸入的是 ${typed}）。`
      case 'confirm-in-note':
        return '這是已確認的數值。請在備註寫明理由。'
    }
  },
  level: { error: '請更正', warning: '請確認' },
  ready: '已填妥',
  untilSubmit: '提交之前',
  submit: (count) => `提交${count}項請主管確認`,
  unsaved: '有尚未儲存的輸入內容，因此尚未送出。請確認輸入欄的訊息後再按一次。',
  leftHere: (text: string) => `此裝置中有尚未儲存的輸入內容：${text}`,
  dropLeft: '捨棄此輸入內容',
  submitHelp: '會提交已有數值或理由、且沒有疑點（或已確認）的項目。核准之前可以收回。',
  takeBack: '收回',
  approve: '核准',
  approveAll: (count) => `一併核准待核准的${count}項`,
  return: '退回',
  returnReason: '退回的理由',
  approvedReason: '依已核准的報告',
  moved: (move, count) =>
    ({
      submit: `已提交${count}項。`,
      'take-back': `已收回${count}項。`,
      return: `已退回${count}項。`,
      approve: `已核准${count}項，並記錄為實績。`,
    })[move],
  history: '往來紀錄',
  moves: { submit: '提交', 'take-back': '收回', return: '退回', approve: '核准' },
  conflict: (by, at) => `開啟期間，${by}也寫了（${at}）。要用哪一個？未選的數值也會留在紀錄中。`,
  theirs: '對方的數值',
  mine: '自己的數值',
  useTheirs: '採用對方的數值',
  useMine: '採用自己的數值',
  setAside: '未採用的數值',
}
