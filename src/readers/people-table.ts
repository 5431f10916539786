import type { AskedPerson } from '#domain/access/invitation.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'

type Column = 'name' | 'email' | 'role' | 'department'
const COLUMNS: readonly Column[] = ['name', 'email', 'role', 'department']

/** 見出しの言葉: what people write above each column. */
const HEADINGS: Readonly<Record<Column, RegExp>> = {
  email: /^(?:e-?mail|メール|電子メール|メールアドレス|アドレス|電子メールアドレス|mail)$/i,
  name: /^(?:name|氏名|名前|お名前|職員名|職員氏名)$/i,
  role: /^(?:role|役割|権限|ロール)$/i,
  department: /^(?:department|担当課|課|課名|所属|所属課|部署)$/i,
}

export type PeopleTable = {
  readonly people: readonly AskedPerson[]
  /** Columns that the heading has and nothing here understands. */
  readonly unknown: readonly string[]
}

/**
 * 職員の表: the first page of a workbook, a CSV or pasted cells as one person a row. The row of headings may be missing where the columns
 * stand in the order 氏名, メール, 役割, 担当課. Every row with anything in it below is a person, so that none is lost in silence.
 */
export function peopleTable({ pages }: SourceDocument): PeopleTable {
  const rows = (pages[0]?.blocks ?? []).flatMap(
    (block): readonly { row: number; cells: readonly string[] }[] =>
      block.kind === 'line'
        ? [{ row: block.at.line ?? 0, cells: [block.text.trim()] }]
        : block.rows.map((cells) => ({
            row: cells[0]?.at.line ?? 0,
            cells: cells.map(({ text }) => text.trim()),
          })),
  )
  const columnOf = (text: string) =>
    COLUMNS.find((each) => HEADINGS[each].test(text.normalize('NFKC').replace(/[\s※*]/g, '')))
  const heading = rows.findIndex(({ cells }) => cells.filter(columnOf).length >= 2)
  const order = heading < 0 ? COLUMNS : (rows[heading]?.cells ?? []).map(columnOf)
  const at = (cells: readonly string[], column: Column) => cells[order.indexOf(column)] ?? ''
  return {
    people: rows
      .slice(heading + 1)
      .filter(({ cells }) => cells.some((text) => text !== ''))
      .map(({ row, cells }) => ({
        row,
        ...{ name: at(cells, 'name'), email: at(cells, 'email') },
        ...{ role: at(cells, 'role'), department: at(cells, 'department') },
      })),
    unknown: heading < 0 ? [] : (rows[heading]?.cells ?? []).filter((text) => text !== '' && !columnOf(text)),
  }
}
