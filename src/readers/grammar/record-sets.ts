import type { Cue } from './assemble.ts'
import { plain } from './characters.ts'
import type { TableRecord } from './record.ts'
import type { Row } from './rows.ts'
import { findYears } from './years.ts'

/** 年度を縦に並べた表: rows that give only a year and its values are one record over the years. */
export function overYears(records: readonly TableRecord[]): readonly TableRecord[] {
  const isYear = ({ name, project, labels, time, filled }: TableRecord) =>
    name === undefined &&
    project === undefined &&
    labels.length === 0 &&
    time !== undefined &&
    filled.length > 0
  const [first] = records
  if (records.length < 2 || !first || !records.every(isYear)) return records
  if (new Set(records.map(({ time }) => time)).size !== records.length) return records
  return [{ ...first, filled: records.flatMap(({ filled }) => filled) }]
}

const BODY = /^[^\s0-9]{1,8}[都道府県市区町村郡]$|^(?:[^\s]{1,6})?(?:圏域|管内|地区|地域)(?:全体|全域|計)?$/

/** 市町村が並ぶ表: rows named by a body only are of what the lines above are about, each for its body. */
export function namedByBody(records: readonly TableRecord[], { topic }: Cue): readonly TableRecord[] {
  const isBody = ({ name }: TableRecord) => name !== undefined && BODY.test(plain(name).trim())
  if (topic === undefined || records.length < 2 || !records.every(isBody)) return records
  return records.map((record) => ({ ...record, name: `${topic}（${record.name}）` }))
}

const LIMIT = /^[[【(■◆○●□◇\s]*(?:の|における)?(?:数値)?目標(?:値|指標|年度)?(?:一覧|の設定)?[\]】)\s:：は]*$/

/** 「令和10年度の目標値」 as a line of its own above a table: the year of targets whose heading gives none. */
export function limitAbove(rows: readonly Row[], at: number): number | undefined {
  for (const { text, context } of rows.slice(Math.max(0, at - 3), at).reverse()) {
    const said = plain(text)
    const [year, ...more] = findYears(said, context)
    if (!year || more.length > 0) continue
    if (LIMIT.test(`${said.slice(0, year.start)}${said.slice(year.end)}`)) return year.year
  }
  return undefined
}

export function datedTargets({ filled }: TableRecord, year: number): void {
  for (const each of filled)
    if (
      each.heading?.role === 'target' &&
      each.heading.year === undefined &&
      each.quantity?.year === undefined
    )
      each.year ??= year
}
