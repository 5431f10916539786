import type { CycleStage } from '#domain/cycle/calendar.ts'
import type { Doubt } from '#domain/cycle/check-answer.ts'
import type { ReportMove, ReportState } from '#domain/cycle/report.ts'
import type { Decimal } from '#domain/shared/decimal.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import { record } from './indicators.ts'
import { shortYear, year } from './time.ts'

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

const sumOf = (parts: readonly string[], sum: Decimal): string =>
  `${parts.join(' ＋ ')} ＝ ${printDecimal(sum)}`

/** 実績の収集: 担当課の入力と、企画課の取りまとめ。 */
export const reports = {
  title: (of: number) => `${year(of)}の実績をお願いします`,
  overview: (of: number) => `${year(of)}の実績の取りまとめ`,
  lead: (count: number, due: string | undefined, left: number | undefined) =>
    `${count}件${due ? `　しめきり ${day(due)}${left === undefined ? '' : left >= 0 ? `　あと${left}日` : `　${-left}日過ぎています`}` : ''}`,
  notOpen: (of: number) => `${year(of)}の収集は、まだ始まっていません。`,
  notYours:
    '承認前の回答は、その担当課と、取りまとめる企画担当だけが見られます。承認された実績は、指標の画面にあります。',
  notOpenHelp: '企画課が収集を始めると、ここに担当の指標が並びます。',
  notOver: (of: number) => `${year(of)}はまだ終わっていないので、収集を始められません。`,
  nothing: 'この課が答える指標はありません。',
  open: '収集を始める',
  change: '日程を変える',
  changeReason: '日程を変える理由',
  stages: {
    report: '実績入力',
    assess: '庁内評価',
    steering: '推進本部会議',
    review: '外部検証',
    decide: '方針決定',
    budget: '予算',
    publish: '公表',
  } satisfies Record<CycleStage, string>,
  from: 'はじめ',
  until: 'おわり',
  monthDay: '月-日（例 06-14）',
  states: {
    empty: '未入力',
    entered: '入力中',
    submitted: '承認待ち',
    returned: '差戻し',
    approved: '承認ずみ',
  } satisfies Record<ReportState, string>,
  byDepartment: '課ごとの状況',
  department: '担当課',
  asked: '件数',
  waiting: '残り',
  overdue: 'しめきりを過ぎています',
  nobody: '担当課が決まっていない指標',
  all: 'すべての課',
  before: 'これまでの答え',
  noBefore: 'これまでの値はありません。',
  lastNote: '前回の備考',
  definition: '数え方',
  source: '出典',
  target: '目標',
  value: (of: number, unit: string, cumulative: boolean) =>
    cumulative
      ? `${shortYear(of)}末までの累計${unit && `（${unit}）`}`
      : `${year(of)}の値${unit && `（${unit}）`}`,
  why: 'まだ値がない・測れないとき',
  hasValue: '値がある',
  note: '増減の理由と今後（任意）',
  provisional: '速報値',
  save: '保存する',
  savedAt: (at: string) => `${at}に保存しました`,
  saving: '保存しています',
  kept: '通信が切れています。入力はこの端末にあります',
  confirm: 'このままで正しい（備考に理由を書く）',
  fix: (value: string, unit: string) => `${printDecimal(value)}${unit}にする`,
  doubt: (doubt: Doubt, typed: string): string => {
    switch (doubt.kind) {
      case 'not-a-number':
        return `数として読めません（「${doubt.value.slice(0, 40)}」）。数字だけを入れてください。単位や注は備考に書けます。`
      case 'value-or-reason':
        return '値を入れるか、値がない理由を選ぶか、どちらか一つにしてください。'
      case 'total-falls':
        return `累計が減っています（${shortYear(doubt.from.year)} ${printDecimal(doubt.from.value)} → ${printDecimal(doubt.to)}）。1年分の値ではありませんか。${doubt.fix ? `その場合の累計は ${printDecimal(doubt.fix)} です。` : ''}`
      case 'slip':
        return record.slip(doubt.slip, typed)
      case 'parts-differ':
        return `内訳の合計と合いません（${sumOf(
          doubt.parts.map(({ name, value }) => `${name} ${printDecimal(value ?? '')}`),
          doubt.fix,
        )}、入力は ${typed}）。`
      case 'confirm-in-note':
        return '確かめた値です。備考に理由を書いてください。'
    }
  },
  level: { error: '直してください', warning: '確かめてください' },
  ready: '入力ずみ',
  untilSubmit: '提出まで',
  submit: (count: number) => `${count}件を課長の確認に出す`,
  unsaved:
    '保存できていない入力があるので、まだ送っていません。入力の欄の知らせを確かめてから、もう一度押してください。',
  leftHere: (text: string) => `保存していない入力がこの端末にあります: ${text}`,
  dropLeft: 'この入力を捨てる',
  submitHelp:
    '値か理由の入った、気づきのない（または確かめた）ものを出します。出したあとも、承認されるまでは取り戻せます。',
  takeBack: '取り戻す',
  approve: '承認する',
  approveAll: (count: number) => `承認待ちの${count}件をまとめて承認する`,
  return: '差し戻す',
  returnReason: '差し戻す理由',
  approvedReason: '承認された報告による',
  moved: (move: ReportMove, count: number) =>
    ({
      submit: `${count}件を提出しました。`,
      'take-back': `${count}件を取り戻しました。`,
      return: `${count}件を差し戻しました。`,
      approve: `${count}件を承認し、実績として記録しました。`,
    })[move],
  history: 'やりとり',
  moves: { submit: '提出', 'take-back': '取戻し', return: '差戻し', approve: '承認' } satisfies Record<
    ReportMove,
    string
  >,
  conflict: (by: string, at: string) =>
    `開いているあいだに、${by}さんが書きました（${at}）。どちらを使いますか。選ばなかった値も記録に残ります。`,
  theirs: '相手の値',
  mine: '自分の値',
  useTheirs: '相手の値にする',
  useMine: '自分の値にする',
  setAside: '使わなかった値',
}
