import type { Words } from '#words/words.ts'
import type { Document } from './document.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** 紙の形式 of a neutral document. The printers are loaded when they are asked for: the one of workbooks takes 200 MB. */
export const PAPER_FORMATS = {
  docx: {
    type: `${OFFICE}.wordprocessingml.document`,
    write: async (document) => (await import('./docx.ts')).writeDocx(document),
  },
  pdf: { type: 'application/pdf', write: async (document) => (await import('./pdf.ts')).writePdf(document) },
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: async (document, words) => (await import('./xlsx.ts')).writeXlsx(document, words.paper.textSheet),
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly type: string; readonly write: (document: Document, words: Words) => Promise<Uint8Array> }
  >
>

export type PaperFormatName = keyof typeof PAPER_FORMATS
