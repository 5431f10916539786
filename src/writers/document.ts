import type { Lang } from '#domain/shared/lang.ts'

/**
 * 文書 (document): what a paper says and in what order, without a word on how a format says it. Printers for Word, PDF and Excel are
 * thin, because everything that must be decided is decided here: headings, header rows, widths, units, notes.
 */
export type Document = {
  readonly title: string
  readonly lang: Lang
  /** 「単位」 in the language of the document. */
  readonly unitWord?: string
  /** Lines under the title. */
  readonly subtitle?: readonly string[]
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | List | Table | Notes | PageBreak

/** Depth from 1. The title is not a heading. */
export type Heading = { readonly kind: 'heading'; readonly level: number; readonly text: string }
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string }
/** ※ notes, one line each. */
export type Notes = { readonly kind: 'notes'; readonly texts: readonly string[] }
export type PageBreak = { readonly kind: 'page-break' }

/** 箇条書き. The mark is part of the plan (①, ア, ・), so it is given and not counted. */
export type List = { readonly kind: 'list'; readonly entries: readonly ListEntry[] }
export type ListEntry = { readonly mark: string; readonly text: string; readonly level: number }

export type Column = {
  readonly heading: string
  /** Share of the width. */
  readonly width: number
  /** Names left, numbers right, short codes in the centre. */
  readonly align: 'left' | 'right' | 'centre'
}

/** A group row spans the table; a total is set apart. Cells may hold several lines. */
export type TableRow =
  | { readonly kind: 'cells'; readonly cells: readonly string[]; readonly total?: boolean }
  | { readonly kind: 'group'; readonly text: string; readonly level: number }

export type Table = {
  readonly kind: 'table'
  /** 表題, upper left; 単位, upper right. */
  readonly caption?: string
  readonly unit?: string
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** Printed right below, each after ※. */
  readonly notes?: readonly string[]
  /** Tables of one name and the same columns share a sheet of a workbook. */
  readonly sheet?: string
}

/** 「（単位：千円）」, or nothing. */
export const unitNote = ({ unitWord = '単位' }: Document, { unit }: Table): string =>
  unit ? `（${unitWord}：${unit}）` : ''

export const isNumeric = ({ align }: Column): boolean => align === 'right'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stay
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Text without characters that XML cannot hold. */
export const printable = (text: string): string => text.replace(CONTROL, '')
