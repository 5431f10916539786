import { plain } from './characters.ts'
import { periodInTitle } from './period.ts'
import type { Row } from './rows.ts'
import { findYears } from './years.ts'

const REACH = 12
const LONGEST = 70
const CALLED = /計画|戦略|プラン|ビジョン|方針|シート|予算/
/** A kind of plan without a word of whose it is. */
const KIND =
  /^(?:第?[\d０-９一二三四五]+[期次]\s*)?(?:総合戦略|総合計画|創生戦略|実施計画|行動計画|人口ビジョン|アクションプラン|基本方針)(?:\s*[(（〈<【].*)?$/
const PERIOD = /^[（(【[]?(?:計画|対象|実施)?期間/

/** 題名: what the format itself calls the title, what stands under 「…計画の名称」, or the first line that calls itself a plan. */
export function titleOf(rows: readonly Row[], given: string | undefined): string | undefined {
  if (given && given.length <= LONGEST * 2) return given
  const named = rows.findIndex(
    ({ text }) => /(?:計画|戦略)の名称$/.test(plain(text).trim()) && text.length < 24,
  )
  const name = named === -1 ? undefined : rows[named + 1]
  if (name && !name.tabular && name.text.length <= LONGEST)
    return `${name.text.trim()}${restOf(rows[named + 2], name)}`
  const at = rows.slice(0, REACH).findIndex((row) => CALLED.test(row.text) && isWhole(row))
  const row = rows[at]
  return row && `${KIND.test(row.text.trim()) ? startOf(rows, at) : ''}${row.text.trim()}`
}

/** A name that fills its line goes on in the next, unless that one begins something new. */
const restOf = (row: Row | undefined, { text }: Row): string =>
  row && text.trim().length >= 30 && row.text.length <= 30 && /^[\p{L}ー〜～・」）)]/u.test(row.text.trim())
    ? row.text.trim()
    : ''

/** A line of its own and no piece of a sentence, no period of years. */
function isWhole(row: Row): boolean {
  const { text, context } = row
  const said = plain(text).trim()
  if (said.length > LONGEST || /[。、]/.test(said) || PERIOD.test(said)) return false
  if (/(?:[はがをにでとのへや]|から|まで|以下|及び|並びに)$/.test(said)) return false
  if (/^[びのをにはがとでもしするたてい][「『(一-龠ァ-ヶ]/.test(said)) return false
  const open = (marks: RegExp) => said.match(marks)?.length ?? 0
  if (open(/[「『(【]/g) !== open(/[」』)】]/g)) return false
  return findYears(said, context).length < 2 || periodInTitle(row) !== undefined
}

/** 「○○市しごと・ひと・まち創生」 over 「総合戦略」: what the title began with on the lines right above. */
function startOf(rows: readonly Row[], at: number): string {
  let start = ''
  for (let above = at - 1; above >= 0; above -= 1) {
    const row = rows[above] as Row
    const text = row.text.trim()
    if (row.paragraph !== rows[at]?.paragraph || row.tabular || text.length > 40 || /[。、:：]/.test(text))
      break
    start = `${text}${start}`
  }
  return start.length > 0 && start.length + (rows[at]?.text.length ?? 0) <= LONGEST ? start : ''
}
