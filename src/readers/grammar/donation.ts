import type { DraftDonation } from '#domain/document/draft.ts'
import { amountOf } from './budget.ts'
import { plain } from './characters.ts'
import type { Row } from './rows.ts'
import { findYears } from './years.ts'

const HEAD =
  /寄[附付](?:金)?(?:の金額|額|金額)?の(?:目安|見込|上限の?目安)|寄[附付]の?(?:見込|予定|想定)額|寄[附付]額の目安/

/** 「A2007」 in a cell of its own. */
const measureIn = (row: Row): string | undefined =>
  row.tabular ? row.cells.map(({ text }) => /^[A-Z]\d{4}$/.exec(plain(text))?.[0]).find(Boolean) : undefined

/** 寄附の金額の目安: the amount on the line of the words or on the next ones, with its years; 支援措置番号 【A2007】 above it. */
export function donationsIn(rows: readonly Row[]): readonly {
  readonly donation: DraftDonation
  readonly row: Row
  readonly to: Row
  readonly text: string
}[] {
  const found = []
  let measure: string | undefined
  for (const [at, row] of rows.entries()) {
    const text = plain(row.text)
    measure = /[[【(]\s*([A-Z]\d{4})\s*[\])】]/.exec(text)?.[1] ?? measureIn(row) ?? measure
    if (!HEAD.test(text)) continue
    for (const below of rows.slice(at, at + 4)) {
      measure = measureIn(below) ?? measure
      const amount = plain(below.text)
        .match(/[\d〇一二三四五六七八九十百千万億,.]+\s*(?:十億|百万|億|万|千)?円/g)
        ?.map((printed) => amountOf(printed, below))
        .find((each) => each !== undefined)
      if (!amount) continue
      const years = findYears(plain(below.text), below.context)
      const [from, to] = [years[0]?.year, years.at(-1)?.year]
      const donation: DraftDonation = {
        kind: 'donation',
        ...(measure ? { measure } : {}),
        estimate: amount,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined || years.length < 2 ? {} : { to }),
      }
      found.push({ donation, row, to: below, text: row === below ? row.text : `${row.text} ${below.text}` })
      break
    }
  }
  return found
}
