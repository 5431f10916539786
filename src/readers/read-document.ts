import type { SourceDocument } from './source-document.ts'
import { readText } from './text/read-text.ts'

/** One format that can be read: how its bytes or its name show it, and its reader. The first that fits is taken. */
type Format = {
  readonly format: SourceDocument['format']
  readonly is: (bytes: Uint8Array, name: string) => boolean
  readonly read: (bytes: Uint8Array, name: string) => SourceDocument | Promise<SourceDocument>
}

/** 読める形式. Content goes before the name: a mislabelled file is read as what it is. Text takes what is left. */
const FORMATS: readonly Format[] = [{ format: 'text', is: () => true, read: readText }]

/** ファイルを読む: bytes of any known format → the document between formats. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const format = FORMATS.find(({ is }) => is(bytes, name))
  if (!format) throw new Error('the last format takes everything')
  return format.read(bytes, name)
}
