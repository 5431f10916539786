import type { MissingWhy } from '#domain/indicator/actual.ts'
import type { TargetKind } from '#domain/indicator/commitment.ts'
import type { UngradedWhy } from '#domain/indicator/why-ungraded.ts'
import type { WorkingWhat } from '#domain/indicator/working.ts'

type Detail = Readonly<Record<string, string | number>>
const year = (detail: Detail | undefined, key = 'year') =>
  detail?.[key] === undefined ? '' : `${detail[key]}年度`

/** なぜ値がないか。空欄や 0 の代わりに、この言葉が立つ。 */
export const missing: Readonly<Record<MissingWhy | 'not-submitted' | 'withdrawn', string>> = {
  'not-yet-published': '未公表',
  'cannot-be-measured': '測定不能',
  'no-survey': '調査なし',
  ended: '終了',
  'not-applicable': '該当なし',
  withheld: '非公表',
  'not-submitted': '未提出',
  withdrawn: '取り下げ',
}

/** まだ判定できない理由を一文で。 */
export const ungraded = (why: UngradedWhy, detail?: Detail): string =>
  ({
    'not-yet-published': `${year(detail)}の値がまだ公表されていません`,
    'cannot-be-measured': '値を測ることができません',
    'no-survey': '調査を行わない年です',
    ended: '指標が終了しました',
    'not-applicable': '該当しません',
    withheld: '値を公表していません',
    'not-submitted': '値がまだ入力されていません',
    'value-too-old': `最新の値が${year(detail)}で、判定に使うには古すぎます`,
    'several-vintages': '統計の基準が改定され、どの系列で判定するかが決まっていません',
    'scheme-does-not-cover-kind': 'この判定の型は、この種類の目標を扱いません',
    'no-step-matches': '判定の型のどの区分にも当てはまりません',
    'not-due-yet': '期限がまだ来ていません',
    'target-not-stated': '目標値の記載がありません',
    'direction-not-stated': '増やす目標か減らす目標か、記載がありません',
    'never-judged': '判定しない指標です',
    'baseline-year-not-stated': '基準値の年度の記載がありません',
    'target-year-not-after-baseline': '目標の年度が基準値の年度より後ではありません',
    'baseline-not-stated': '基準値の記載がありません',
    'nothing-expected-yet': 'まだ進みを見込む時期ではありません',
    'target-equals-baseline': '目標値が基準値と同じで、進捗率を計算できません',
    'no-rate-for-kept-target': '保つ目標なので、率では測れません',
    'target-is-zero': '目標値が 0 なので、達成率を計算できません',
    'rate-means-nothing-below-zero': '負の値なので、率に意味がありません',
    'rate-means-nothing-when-lower-is-better': '減らす目標なので、達成率に意味がありません',
    'growth-rate-undefined': '伸び率を計算できません',
    'no-previous-value': '前年度の値がありません',
    'no-way-in-this-direction': '目標値が基準値より手前にあり、進捗率を計算できません',
    'scheme-incomplete': '判定の型に書かれていないことがあります',
    'input-missing': `判定に必要な入力（${detail?.input ?? ''}）がありません`,
    'input-not-understood': `判定に必要な入力（${detail?.input ?? ''}）を読み取れません`,
  })[why]

export const targetKind: Readonly<Record<TargetKind, string>> = {
  reach: '届かせる',
  floor: '下回らない（以上）',
  hold: '保つ',
  curb: '減り方をおさえる',
  cumulative: '累計で届かせる',
  complete: 'なしとげる',
  none: '判定しない',
}

/** 計算の各行の見出し。 */
export const working: Readonly<Record<WorkingWhat, string>> = {
  value: '判定に使った値',
  target: '目標値',
  kind: '目標の種類',
  achievement: '達成率（実績÷目標）',
  progress: '進捗率（進んだ量÷進むべき量）',
  expected: '目安値',
  pace: '目安比（進んだ量÷目安までの量）',
  elapsed: '経過割合',
  'interim-progress': '中間目標への進捗率',
  margin: '目標との差',
  change: '基準値との差',
  'previous-year': '前年度との差',
  'growth-observed': '実際の年平均の伸び',
  'growth-required': '必要な年平均の伸び',
  'growth-ratio': '実際の伸び÷必要な伸び',
  'required-per-year': '残り1年あたりに必要な伸び',
  tolerance: '許容差',
  'years-left': '残りの年数',
  points: '評点',
  input: '入力',
  scale: '一次の区分',
  compare: '比べる',
  note: '注',
}

/** 計算の行に添える但し書き。 */
export function workingNote(what: WorkingWhat, detail: Detail = {}): string {
  const said: string[] = []
  if (detail.year !== undefined) said.push(`${detail.year}年度`)
  if (detail.insteadOf !== undefined)
    said.push(`${detail.insteadOf}年度の値はまだないため、${detail.year}年度の値で評価`)
  if (detail.provisional !== undefined) said.push('速報値')
  if (detail.vintage !== undefined) said.push(String(detail.vintage))
  if (what === 'kind' && detail.direction === 'inferred')
    said.push('向きは記載なし。基準値から目標値へ増えているため「増やす」と読みました')
  if (detail.milestone !== undefined) said.push(`${detail.milestone}年度の中間目標`)
  if (detail.baselineMonths !== undefined) said.push(`基準値は${detail.baselineMonths}か月分の値です`)
  return said.join('。')
}
