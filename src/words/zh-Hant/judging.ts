import type * as ja from '../ja/judging.ts'

type Detail = Readonly<Record<string, string | number>>
const year = (detail: Detail | undefined, key = 'year') =>
  detail?.[key] === undefined ? '' : `${detail[key]}年度`

export const missing: typeof ja.missing = {
  'not-yet-published': '尚未公布',
  'cannot-be-measured': '無法測量',
  'no-survey': '未調查',
  ended: '已結束',
  'not-applicable': '不適用',
  withheld: '不公開',
  'not-submitted': '未提出',
  withdrawn: '已撤回',
}

export const ungraded: typeof ja.ungraded = (why, detail) =>
  ({
    'not-yet-published': `${year(detail)}的數值尚未公布`,
    'cannot-be-measured': '無法測量數值',
    'no-survey': '該年未進行調查',
    ended: '指標已結束',
    'not-applicable': '不適用',
    withheld: '數值未公開',
    'not-submitted': '尚未輸入數值',
    'value-too-old': `最新的數值為${year(detail)}，用於判定已過舊`,
    'several-vintages': '統計基準已修訂，尚未決定以哪個數列判定',
    'scheme-does-not-cover-kind': '此判定方式不適用於這種目標',
    'no-step-matches': '不符合此判定方式的任何等級',
    'not-due-yet': '期限尚未到',
    'target-not-stated': '未載明目標值',
    'direction-not-stated': '未載明目標為增加或減少',
    'never-judged': '此為不判定的指標',
    'baseline-year-not-stated': '未載明基準值的年度',
    'target-year-not-after-baseline': '目標年度不在基準值年度之後',
    'baseline-not-stated': '未載明基準值',
    'nothing-expected-yet': '尚未到預期有進展的時期',
    'target-equals-baseline': '目標值與基準值相同，無法計算進度率',
    'no-rate-for-kept-target': '此為應維持的目標，無法以比率衡量',
    'target-is-zero': '目標值為0，無法計算達成率',
    'rate-means-nothing-below-zero': '數值為負，比率沒有意義',
    'rate-means-nothing-when-lower-is-better': '此為應減少的目標，達成率沒有意義',
    'growth-rate-undefined': '無法計算成長率',
    'no-previous-value': '沒有前一年度的數值',
    'no-way-in-this-direction': '目標值落在基準值的反方向，無法計算進度率',
    'scheme-incomplete': '判定方式有未規定之處',
    'input-missing': `缺少判定所需的輸入（${detail?.input ?? ''}）`,
    'input-not-understood': `無法辨識判定所需的輸入（${detail?.input ?? ''}）`,
  })[why]

export const targetKind: typeof ja.targetKind = {
  reach: '達到',
  floor: '不低於（以上）',
  hold: '維持',
  curb: '抑制減少',
  cumulative: '累計達到',
  complete: '完成',
  none: '不判定',
}

export const working: typeof ja.working = {
  value: '判定所用的數值',
  target: '目標值',
  kind: '目標的種類',
  achievement: '達成率（實績÷目標）',
  progress: '進度率（已進展量÷應進展量）',
  expected: '預期值',
  pace: '預期比（已進展量÷至今應進展量）',
  elapsed: '已過期間比例',
  'interim-progress': '對中期目標的進度率',
  margin: '與目標的差',
  change: '與基準值的差',
  'previous-year': '與前一年度的差',
  'growth-observed': '實際的年平均成長',
  'growth-required': '所需的年平均成長',
  'growth-ratio': '實際成長÷所需成長',
  'required-per-year': '剩餘每年所需的成長',
  tolerance: '容許差',
  'years-left': '剩餘年數',
  points: '評分',
  input: '輸入',
  scale: '初步等級',
  compare: '比較',
  note: '註',
}

export const workingNote: typeof ja.workingNote = (what, detail = {}) => {
  const said: string[] = []
  if (detail.year !== undefined) said.push(`${detail.year}年度`)
  if (detail.insteadOf !== undefined)
    said.push(`尚無${detail.insteadOf}年度的數值，以${detail.year}年度的數值評定`)
  if (detail.provisional !== undefined) said.push('速報值')
  if (detail.vintage !== undefined) said.push(String(detail.vintage))
  if (what === 'kind' && detail.direction === 'inferred')
    said.push('未載明方向。由於目標值高於基準值，視為「增加」')
  if (detail.milestone !== undefined) said.push(`${detail.milestone}年度的中期目標`)
  if (detail.baselineMonths !== undefined) said.push(`基準值為${detail.baselineMonths}個月的數值`)
  return said.join('。')
}
