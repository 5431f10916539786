import { CHANNELS, type Channel } from '#domain/cycle/consultation.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'

type Column = 'text' | 'about' | 'channel' | 'receivedOn' | 'name' | 'contact'

/** 見出しの言葉: what people write above each column. */
const HEADINGS: Readonly<Record<Column, RegExp>> = {
  text: /^(?:意見|ご?意見(?:の)?(?:内容|本文)?|内容|comment|text)$/i,
  about: /^(?:箇所|該当箇所|項目|ページ|part|about)$/i,
  channel: /^(?:方法|提出方法|受付方法|channel|by)$/i,
  receivedOn: /^(?:受付日|受付年月日|日付|受理日|received|date)$/i,
  name: /^(?:氏名|名前|お名前|name)$/i,
  contact: /^(?:連絡先|住所|住所・連絡先|contact|address)$/i,
}
const COLUMNS = Object.keys(HEADINGS) as readonly Column[]

/** 方法の言葉. */
const SPOKEN: Readonly<Record<Channel, RegExp>> = {
  form: /画面|フォーム|ウェブ|web|form/i,
  mail: /メール|mail/i,
  fax: /ファ(?:ッ)?クス|fax/i,
  post: /郵送|郵便|封書|post/i,
  counter: /窓口|持参|counter/i,
  meeting: /説明会|会場|meeting/i,
}

export type CommentLine = {
  /** Row of the table, as its file counts. */
  readonly row: number
  readonly text: string
  readonly about: string
  readonly channel: Channel
  readonly receivedOn: string
  readonly name: string
  readonly contact: string
}

/** 令和8年10月2日, 2026/10/2, 2026-10-02. What is no day is left as it is, so that it is refused with its text. */
function readDay(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const era = /^(?:令和|R)(元|\d+)[年.](\d{1,2})[月.](\d{1,2})日?$/.exec(plain)
  const western = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/.exec(plain)
  const [year, month, day] = era
    ? [2018 + (era[1] === '元' ? 1 : Number(era[1])), era[2], era[3]]
    : western
      ? [western[1], western[2], western[3]]
      : []
  return year === undefined
    ? plain
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

type Row = { readonly row: number; readonly cells: readonly string[]; readonly alone: boolean }

/** A row with one text only is read as a line, or as one line for each of its own; it is put together again, and is what was said. */
function rowsOf(pages: SourceDocument['pages']): readonly Row[] {
  const rows: Row[] = []
  for (const block of pages.flatMap(({ blocks }) => blocks))
    if (block.kind === 'line') {
      const [row, before] = [block.at.line ?? 0, rows.at(-1)]
      if (before?.alone && before.row === row)
        rows[rows.length - 1] = { ...before, cells: [`${before.cells[0]}\n${block.text.trim()}`] }
      else rows.push({ row, cells: [block.text.trim()], alone: true })
    } else
      for (const cells of block.rows)
        rows.push({ row: cells[0]?.at.line ?? 0, cells: cells.map(({ text }) => text.trim()), alone: false })
  return rows
}

/**
 * 意見の表: one comment a row below a heading that has 「意見」. A row without a day is of `today`, one without a channel came by mail. Rows with
 * anything in them are comments, so that none is lost in silence. Undefined where no heading is found.
 */
export function commentTable({ pages }: SourceDocument, today: string): readonly CommentLine[] | undefined {
  const rows = rowsOf(pages)
  const columnOf = (text: string) =>
    COLUMNS.find((each) => HEADINGS[each].test(text.normalize('NFKC').replace(/[\s※*]/g, '')))
  const heading = rows.findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'text'))
  if (heading < 0) return undefined
  const order = (rows[heading]?.cells ?? []).map(columnOf)
  const at = (cells: readonly string[], column: Column) => cells[order.indexOf(column)] ?? ''
  return rows
    .slice(heading + 1)
    .filter(({ cells }) => cells.some((text) => text !== ''))
    .map(({ row, cells, alone }) => ({
      ...{ row, text: alone ? (cells[0] ?? '') : at(cells, 'text'), about: alone ? '' : at(cells, 'about') },
      channel:
        CHANNELS.find((each) => !alone && SPOKEN[each].test(at(cells, 'channel').normalize('NFKC'))) ??
        'mail',
      receivedOn: alone ? today : readDay(at(cells, 'receivedOn')) || today,
      ...(alone ? { name: '', contact: '' } : { name: at(cells, 'name'), contact: at(cells, 'contact') }),
    }))
}
