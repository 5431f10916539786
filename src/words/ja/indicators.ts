import type { Judgement } from '#domain/indicator/judgement.ts'
import type { Slip } from '#domain/indicator/slip.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import { ungraded } from './judging.ts'
import { shortYear, year } from './time.ts'

export const indicators = {
  title: '指標',
  none: 'まだ指標がありません。計画を取り込むと並びます。',
  lead: (of: number, reported: number, all: number) =>
    `${year(of)}の値は、${all}指標のうち${reported}指標で入力されています。`,
  promises: '約束した計画の版',
}

export const indicator = {
  indicator: '指標',
  baseline: '基準値',
  target: '目標値',
  latest: '最新値',
  value: '値',
  trend: '推移',
  judgement: '判定',
  judgedTitle: '判定と計算',
  scheme: '判定の型',
  otherSchemes: 'ほかの型で見る',
  goalTarget: '数値目標',
  relisted: '再掲',
  toOriginal: 'もとの行へ',
  record: '値を記録する',
  provisional: '速報',
  yearNotStated: '年度の記載なし',
  months: (count: number) => `${count}か月`,
  notThis: (grade: string) => `${grade}ではない`,
  spark: (name: string) => `${name}の推移`,
  chart: (name: string) => `${name}の推移。値は下の表にあります。`,
  chartKey:
    '実線は続いた年、点線は値のない年をまたぐところ、灰色の破線は基準値から目標値への道すじ、横棒は目標値、縦の点線はできごとです。',
  series: '計画をまたぐ推移',
  asTable: '表で見る',
  noSeries: '描ける値がまだありません。',
  noPromise: 'この年度にこの指標を約束する計画はありません。',
  answer: (judgement: Judgement): string => {
    if (judgement.kind === 'ungraded')
      return `まだ判定できません。${ungraded(judgement.why, judgement.detail)}。`
    const { valueYear, evaluationYear, value, label } = judgement
    const said = `${shortYear(valueYear)}の${printDecimal(value.value)}で「${label.ja}」です。`
    return valueYear === evaluationYear ? said : `${said}${year(evaluationYear)}の値はまだありません。`
  },
  records: '値と出どころ',
  recordsNote: '消えた記録はありません。直した値には線を引いて残します。',
  noRecords: 'まだ値がありません。',
  from: '出どころ',
  recorded: '記録',
  because: (reason: string) => `理由: ${reason}`,
  promises: 'この指標への約束',
  promisesNote: '計画の版ごとの基準値と目標値',
  roles: { final: '目標', milestone: '中間目標', former: '前の計画の目標' },
  opinions: '検証委員会の意見',
  facts: '指標の定義',
  scope: '範囲',
  period: '期間',
  periods: { 'fiscal-year': '年度', 'calendar-year': '暦年', date: '時点' },
  dataSource: '出典',
  release: '公表時期',
  released: (month: number | undefined, lag: number) =>
    `${month === undefined ? '' : `${month}月に`}${lag === 0 ? '当年の値' : `${lag}年前の値`}`,
  department: '担当課',
  settledDone: '設定しました。設定した人と理由が残ります。',
}

export const settle = {
  title: '記載なしを設定する',
  explain: '計画に書かれていないことを、理由を添えて決められます。もとの「記載なし」は記録に残ります。',
  what: '項目',
  value: '値',
  attributes: { better: '向き', accumulation: '集計', unit: '単位', 'baseline-year': '基準値の年度' },
  values: {
    higher: '増やす',
    lower: '減らす',
    steady: '保つ',
    cumulative: '累計',
    annual: '単年',
    point: '時点',
  },
  yearExample: 'R4、令和4年度、2022 など',
  submit: '設定する',
  said: (what: string, value: string, by: string, on: string, reason: string) =>
    `${what}は記載なし。${by}が${on}に「${value}」と設定（${reason}）`,
}

export const record = {
  title: '実績の記録',
  titleNew: (of: string) => `${of}の実績を記録する`,
  titleCorrect: (of: string) => `${of}の実績を直す`,
  value: (of: string, unit: string) => `${of}の値${unit && `（${unit}）`}`,
  valueHelp: '数字だけを入れてください。全角でも、桁区切りがあってもかまいません。',
  why: '値がないとき',
  hasValue: '値がある',
  provisional: '速報値（あとで確報に直します）',
  source: '出典（統計名、調査名、表の場所など）',
  note: '備考',
  reason: '直す理由',
  save: '記録する',
  correct: '直して記録する',
  withdraw: '直前の記録を取り下げる',
  before: 'これまでの値',
  lastNote: (note: string) => `前回の備考: ${note}`,
  confirm: 'この値で正しい（備考に理由を書いてください）',
  toYear: '年度のページへ',
  slip: (slip: Slip, typed: string) => {
    if (slip.kind === 'share-outside')
      return `割合が0〜100の外です（${slip.value}）。小数点の位置を確かめてください。`
    const before = `${shortYear(slip.before.year)}は${printDecimal(slip.before.value)}`
    return {
      'ten-times': `${before}でした。「${typed}」は10倍以上です。桁か単位を確かめてください。`,
      tenth: `${before}でした。「${typed}」は10分の1以下です。桁か単位を確かめてください。`,
      'other-sign': `${before}でした。「${typed}」はこれまでと正負が逆です。符号を確かめてください。`,
      'far-from-history': `${before}でした。「${typed}」はこれまでの値から3倍を超えて離れています。桁か単位を確かめてください。`,
    }[slip.kind]
  },
}
