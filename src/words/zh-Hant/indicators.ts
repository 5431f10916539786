import { printDecimal } from '#domain/shared/rational.ts'
import type * as ja from '../ja/indicators.ts'
import { ungraded } from './judging.ts'
import { label } from './schemes.ts'
import { shortYear, year } from './time.ts'

export const indicators: typeof ja.indicators = {
  title: '指標',
  none: '尚無指標。匯入計畫後即會列出。',
  lead: (of, reported, all) => `${all}項指標中，已有${reported}項填報${year(of)}的數值。`,
  promises: '承諾此指標的計畫版本',
}

export const indicator: typeof ja.indicator = {
  indicator: '指標',
  baseline: '基準值',
  target: '目標值',
  latest: '最新值',
  value: '數值',
  trend: '趨勢',
  judgement: '判定',
  judgedTitle: '判定與計算',
  scheme: '判定方式',
  otherSchemes: '以其他方式判定',
  goalTarget: '數值目標',
  relisted: '重複刊載',
  toOriginal: '前往原列',
  record: '記錄數值',
  provisional: '速報',
  yearNotStated: '未載明年度',
  months: (count) => `${count}個月`,
  notThis: (grade) => `非${grade}`,
  spark: (name) => `${name}的趨勢`,
  chart: (name) => `${name}的趨勢。數值列於下表。`,
  chartKey:
    '實線為連續的年度，點線跨越沒有數值的年度，灰色虛線為基準值到目標值的路徑，橫線為目標值，縱向點線為事件。',
  series: '跨計畫的趨勢',
  asTable: '以表格查看',
  noSeries: '尚無可繪製的數值。',
  noPromise: '此年度沒有計畫承諾這項指標。',
  answer: (judgement) => {
    if (judgement.kind === 'ungraded') return `尚無法判定。${ungraded(judgement.why, judgement.detail)}。`
    const { valueYear, evaluationYear, value, label: grade } = judgement
    const said = `以${shortYear(valueYear)}年度的${printDecimal(value.value)}判定為「${label(grade)}」。`
    return valueYear === evaluationYear ? said : `${said}尚無${year(evaluationYear)}的數值。`
  },
  records: '數值與出處',
  recordsNote: '紀錄不會消失。更正過的數值以刪除線保留。',
  noRecords: '尚無數值。',
  from: '出處',
  recorded: '紀錄',
  because: (reason) => `理由：${reason}`,
  promises: '對此指標的承諾',
  promisesNote: '計畫各版本的基準值與目標值',
  roles: { final: '目標', milestone: '中期目標', former: '前一計畫的目標' },
  opinions: '檢證委員會的意見',
  facts: '指標的定義',
  scope: '範圍',
  period: '期間',
  periods: { 'fiscal-year': '年度', 'calendar-year': '曆年', date: '時點' },
  dataSource: '資料來源',
  release: '公布時期',
  released: (month, lag) =>
    `${month === undefined ? '' : `${month}月公布`}${lag === 0 ? '當年的數值' : `${lag}年前的數值`}`,
  department: '承辦單位',
  settledDone: '已設定。設定者與理由將予保留。',
}

export const settle: typeof ja.settle = {
  title: '設定未載明的項目',
  explain: '計畫未載明的事項，可附理由予以決定。原本的「未載明」仍保留於紀錄。',
  what: '項目',
  value: '值',
  attributes: { better: '方向', accumulation: '統計方式', unit: '單位', 'baseline-year': '基準值的年度' },
  values: {
    higher: '增加',
    lower: '減少',
    steady: '維持',
    cumulative: '累計',
    annual: '單年',
    point: '時點',
  },
  yearExample: '例如 R4、2022',
  submit: '設定',
  said: (what, value, by, on, reason) => `${what}未載明。${by}於${on}設定為「${value}」（${reason}）`,
}

export const record: typeof ja.record = {
  title: '記錄實績',
  titleNew: (of) => `記錄${of}的實績`,
  titleCorrect: (of) => `更正${of}的實績`,
  value: (of, unit) => `${of}的數值${unit && `（${unit}）`}`,
  valueHelp: '請只輸入數字。全形數字或千分位逗號皆可。',
  why: '沒有數值時',
  hasValue: '有數值',
  provisional: '速報值（日後更正為確定值）',
  source: '資料來源（統計名稱、調查名稱、表中位置等）',
  note: '備註',
  reason: '更正理由',
  save: '記錄',
  correct: '更正並記錄',
  withdraw: '撤回上一筆紀錄',
  before: '至今的數值',
  lastNote: (note) => `上次的備註：${note}`,
  confirm: '此數值正確（請在備註中寫明理由）',
  toYear: '前往年度頁面',
  slip: (slip, typed) => {
    if (slip.kind === 'share-outside') return `占比超出0～100（${slip.value}）。請確認小數點的位置。`
    const before = `${shortYear(slip.before.year)}年度為${printDecimal(slip.before.value)}`
    return {
      'ten-times': `${before}。「${typed}」為其10倍以上。請確認位數或單位。`,
      tenth: `${before}。「${typed}」為其10分之1以下。請確認位數或單位。`,
      'other-sign': `${before}。「${typed}」與至今的正負號相反。請確認符號。`,
      'far-from-history': `${before}。「${typed}」與至今的數值相差超過3倍。請確認位數或單位。`,
    }[slip.kind]
  },
}
