import type { Finding } from '../shared/finding.ts'

/**
 * 場所 (place) of a piece of text in the file it came from: page and line of a PDF, line of a text, sheet and cell of a workbook.
 * Lines count from 1; in a text file it is the line of the file, in a PDF or Word file the line on the page as read.
 */
export type Place = {
  readonly page?: number
  readonly line?: number
  readonly sheet?: string
  /** 「B12」. */
  readonly cell?: string
  /** Box on the page in points from its upper left corner: x, y, width, height. */
  readonly box?: readonly [number, number, number, number]
}

export type SourceLine = {
  readonly kind: 'line'
  readonly text: string
  readonly at: Place
  /** 見出しの深さ, where the format itself says so (Markdown #, Word styles). 1 is the outermost. */
  readonly heading?: number
}

export type SourceCell = {
  readonly text: string
  readonly at: Place
  /** A merged cell is given once, at its first place, with how far it reaches. */
  readonly columns?: number
  readonly rows?: number
}

/** A table as the format gives it; rows may be of different length. */
export type SourceTable = {
  readonly kind: 'table'
  readonly at: Place
  readonly caption?: string
  readonly rows: readonly (readonly SourceCell[])[]
}

export type SourceBlock = SourceLine | SourceTable

export type SourcePage = {
  readonly number: number
  /** Name of the sheet of a workbook. */
  readonly name?: string
  readonly blocks: readonly SourceBlock[]
}

/**
 * 読み取った文書 (source document): what the reader of each format makes of the bytes, and all that the plan grammar sees. The same plan in
 * any format should come out with the same texts in the same order.
 */
export type SourceDocument = {
  readonly name: string
  /** 題名, where the format itself says which line it is (Word's style, the largest type of the first page). */
  readonly title?: string
  readonly format: 'text' | 'markdown' | 'pdf' | 'word' | 'excel' | 'csv'
  readonly pages: readonly SourcePage[]
  readonly findings: readonly Finding[]
}
