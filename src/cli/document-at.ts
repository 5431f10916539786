import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { readDocument } from '#readers/read-document.ts'

/** A file → the document in it. One that is not there is a document without pages, too, that says so. */
export async function documentAt(file: string): Promise<SourceDocument> {
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes) return readDocument(bytes, basename(file))
  const missing = { code: 'file-not-readable', severity: 'error', detail: { file } } as const
  return { name: basename(file), format: 'text', pages: [], findings: [missing] }
}
