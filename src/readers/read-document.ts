import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'

/** What the first bytes, or the directory of a container, say that a file is. */
export type Kind = SourceDocument['format'] | Unsupported
type Unsupported =
  | 'old-word'
  | 'encrypted'
  | 'presentation'
  | 'opendocument'
  | 'rtf'
  | 'html'
  | 'zip'
  | 'ole'
  | 'binary'

type Format = {
  readonly format: SourceDocument['format']
  readonly extensions: readonly string[]
  readonly read: (bytes: Uint8Array, name: string) => Promise<SourceDocument>
}

/** 読める形式. Each reader is loaded when the first file of its kind comes. */
export const FORMATS: readonly Format[] = [
  {
    format: 'pdf',
    extensions: ['pdf'],
    read: async (bytes, name) => (await import('./pdf/read.ts')).readPdf(bytes, name),
  },
  {
    format: 'word',
    extensions: ['docx', 'docm', 'dotx'],
    read: async (bytes, name) => (await import('./word/read.ts')).readWord(bytes, name),
  },
  {
    format: 'excel',
    extensions: ['xlsx', 'xlsm', 'xls', 'xltx'],
    read: async (bytes, name) => (await import('./excel/read.ts')).readExcel(bytes, name),
  },
  {
    format: 'csv',
    extensions: ['csv', 'tsv'],
    read: async (bytes, name) => (await import('./csv/read.ts')).readCsv(bytes, name),
  },
  {
    format: 'markdown',
    extensions: ['md', 'markdown'],
    read: async (bytes, name) => (await import('./text/read-text.ts')).readText(bytes, name),
  },
  {
    format: 'text',
    extensions: ['txt', 'text'],
    read: async (bytes, name) => (await import('./text/read-text.ts')).readText(bytes, name),
  },
]

const MOST_BYTES = 200_000_000

/**
 * Bytes → the one model between the readers and the plan grammar. What the file is, is seen from its content; its name only tells apart
 * what looks the same (text, Markdown, CSV). Never throws: what cannot be read has no pages and says why.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = FORMATS.find(({ extensions }) => extensions.includes(extension))
  const refused = (finding: Finding): SourceDocument => ({
    name,
    format: named?.format ?? 'text',
    pages: [],
    findings: [finding],
  })
  if (bytes.length === 0) return refused({ code: 'file-empty', severity: 'error' })
  if (bytes.length > MOST_BYTES)
    return refused({
      code: 'file-too-big',
      severity: 'error',
      detail: { bytes: bytes.length, most: MOST_BYTES },
    })
  try {
    const kind = await kindOf(bytes, named?.format)
    const found = FORMATS.find(({ format }) => format === kind)
    if (!found) return refused(unsupported(kind))
    const document = await found.read(bytes, name)
    if (extension === '' || found.extensions.includes(extension) || (!named && isText(found.format)))
      return document
    const mislabelled: Finding = {
      code: 'mislabelled',
      severity: 'warning',
      detail: { extension, format: found.format },
    }
    return { ...document, findings: [mislabelled, ...document.findings] }
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 120)
    return refused({ code: 'reader-failed', severity: 'error', detail: { reason } })
  }
}

const isText = (format: SourceDocument['format']): boolean =>
  format === 'text' || format === 'markdown' || format === 'csv'

function unsupported(kind: Kind): Finding {
  if (kind === 'old-word' || kind === 'encrypted') return { code: kind, severity: 'error' }
  return { code: 'format-not-supported', severity: 'error', detail: { format: kind } }
}

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte)

async function kindOf(bytes: Uint8Array, named: SourceDocument['format'] | undefined): Promise<Kind> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return inZip(bytes, named)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return inOle(bytes)
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)[\s>]/i.test(head)) return 'html'
  if (isBinary(bytes)) return 'binary'
  return named && isText(named) ? named : looksLikeCsv(head) ? 'csv' : 'text'
}

async function inZip(bytes: Uint8Array, named: SourceDocument['format'] | undefined): Promise<Kind> {
  const { openZip } = await import('./zip.ts')
  const zip = openZip(bytes)
  // Too large or cut short: the reader that the name asks for says what is wrong with it.
  if (!zip.ok) return named === 'excel' ? 'excel' : 'word'
  const names = [...zip.value.names]
  if (names.some((each) => each.startsWith('word/'))) return 'word'
  if (names.some((each) => each.startsWith('xl/'))) return 'excel'
  if (names.some((each) => each.startsWith('ppt/'))) return 'presentation'
  return names.includes('mimetype') ? 'opendocument' : 'zip'
}

async function inOle(bytes: Uint8Array): Promise<Kind> {
  const { CFB } = await import('@e965/xlsx')
  let names: readonly string[]
  try {
    names = CFB.read(Buffer.from(bytes), { type: 'buffer' }).FileIndex.map(
      (entry: { readonly name: string }) => entry.name,
    )
  } catch {
    return 'ole'
  }
  if (names.includes('EncryptedPackage')) return 'encrypted'
  if (names.includes('Workbook') || names.includes('Book')) return 'excel'
  if (names.includes('WordDocument')) return 'old-word'
  return names.includes('PowerPoint Document') ? 'presentation' : 'ole'
}

/** Zeros that are not the half of a UTF-16 character, or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return false
  const size = Math.min(bytes.length, 4096)
  let [even, odd, control] = [0, 0, 0]
  for (let at = 0; at < size; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) at % 2 === 0 ? even++ : odd++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  if (control > size * 0.02) return true
  return even + odd > 0 && Math.min(even, odd) * 8 > Math.max(even, odd)
}

function looksLikeCsv(head: string): boolean {
  const lines = head.split(/\r\n|\r|\n/).slice(0, -1)
  return [',', '\t', ';'].some((separator) => {
    const counts = lines.map((line) => line.split(separator).length)
    return counts.length >= 2 && counts.every((count) => count === counts[0] && count >= 3)
  })
}
