import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import type { SourceDocument, SourceTable } from '#domain/document/source-document.ts'
import { toPdf } from '#writers/typst.ts'

/** A PDF by Typst in our fonts. */
export const typstPdf = (body: string, page = 'paper: "a4"'): Promise<Uint8Array> =>
  toPdf(`#set page(${page})\n#set text(font: "Noto Sans JP", lang: "ja", size: 10pt)\n${body}`)

/** All lines of a document, in order. */
export const linesOf = ({ pages }: SourceDocument): readonly string[] =>
  pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])))

export const tablesOf = ({ pages }: SourceDocument): readonly SourceTable[] =>
  pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])))

/** Texts of a table, with the reach of merged cells: 「値 2×1」. */
export const rowsOf = (table: SourceTable | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map((row) =>
    row.map(({ text, columns = 1, rows = 1 }) => (columns * rows > 1 ? `${text} ${columns}×${rows}` : text)),
  )

export const codesOf = ({ findings }: SourceDocument): readonly string[] => findings.map(({ code }) => code)

/** Every text of a document in one, cells included. */
export const allText = ({ pages }: SourceDocument): string =>
  pages
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'line' ? [block.text] : block.rows.flatMap((row) => row.map(({ text }) => text)),
      ),
    )
    .join('\n')

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

/** A suite that needs LibreOffice; skipped, and its title says why, where there is none. */
export const describeWithOffice = (title: string, suite: () => void): void => {
  if (OFFICE) describe(title, suite)
  else describe.skip(`${title}（LibreOffice がないので飛ばす）`, suite)
}

/** Converts a file with LibreOffice, in a profile of its own. */
export function byOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-office-'))
  try {
    const file = join(folder, `it.${from}`)
    writeFileSync(file, bytes)
    execFileSync(
      OFFICE ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    return new Uint8Array(readFileSync(join(folder, `it.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Text in an encoding that Node only decodes: the table is turned round. */
export function encoded(
  text: string,
  encoding: 'shift_jis' | 'euc-jp' | 'utf-16le' | 'utf-16be',
): Uint8Array {
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? char.charCodeAt(0)))
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const found = new Map<string, readonly number[]>()
  for (let lead = 0xfc; lead >= 0x81; lead--)
    for (let trail = 0xfc; trail >= 0x40; trail--) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if ([...char].length === 1 && char !== '\ufffd') found.set(char, [lead, trail])
    }
  return found
}
