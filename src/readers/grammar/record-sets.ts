import type { Cue } from './assemble.ts'
import { plain } from './characters.ts'
import { quantityCell } from './quantity.ts'
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

export type YearsSaid = { readonly target?: number; readonly baseline?: number }

/** Years that a line above a table gives for all of it: 「令和10年度の目標値」「目標年度：令和11年度、基準年度：令和6年度」. */
export function yearsSaid(rows: readonly Row[], at: number): YearsSaid {
  for (const { text, context } of rows.slice(Math.max(0, at - 3), at).reverse()) {
    const said = plain(text)
    const years = findYears(said, context)
    const keyed = (key: string) =>
      years.find(({ start }) =>
        new RegExp(`${key}(?:年度?|年次|時点)?\\s*[:は]\\s*$`).test(said.slice(0, start)),
      )?.year
    const [target, baseline] = [keyed('目標'), keyed('(?:基準|現状)')]
    if (target !== undefined || baseline !== undefined)
      return { ...(target === undefined ? {} : { target }), ...(baseline === undefined ? {} : { baseline }) }
    const [year, ...more] = years
    if (year && more.length === 0 && LIMIT.test(`${said.slice(0, year.start)}${said.slice(year.end)}`))
      return { target: year.year }
  }
  return {}
}

/** Gives values whose heading has no year those years. */
export function dateBy({ filled }: TableRecord, { target, baseline }: YearsSaid): void {
  for (const each of filled) {
    const role = each.heading?.role
    const year = role === 'target' ? target : role === 'baseline' ? baseline : undefined
    if (year !== undefined && each.heading?.year === undefined && each.quantity?.year === undefined)
      each.year ??= year
  }
}

const SEVERAL = /\n|(?:^|\s)[・●○]\s*(?=\S)/
const parts = (text: string): readonly string[] =>
  text
    .split(SEVERAL)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** 一つの升に幾つもの指標: names one below the other in a cell, and as many values in each of the others. */
export function apart(records: readonly TableRecord[]): readonly TableRecord[] {
  return records.flatMap((record) => {
    const names = parts(record.name ?? '')
    const { filled } = record
    if (names.length < 2 || filled.length === 0) return [record]
    const columns = filled.map(({ words }) => parts(words ?? ''))
    if (columns.some((column) => column.length !== names.length)) return [record]
    return names.map((name, at) => ({
      ...record,
      name,
      notes: [...record.notes],
      filled: filled.map(({ words: _, ...each }, column) => {
        const text = columns[column]?.[at] ?? ''
        const quantity = quantityCell(text, record.context)
        return quantity ? { ...each, quantity } : { ...each, words: text }
      }),
    }))
  })
}
