import type { SourceBlock, SourceDocument, SourcePage } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import type { Block } from './block.ts'
import { rounded } from './box.ts'
import { type Headings, headingsOf, unwrapped } from './headings.ts'
import { openPdf, type PdfFile } from './library.ts'
import { type ReadPage, readPage } from './page.ts'
import { paint } from './paint.ts'
import { repeated } from './repeated.ts'

/** Pages beyond these are not read, and a finding says so. */
export const MOST_PAGES = 1000
/** Pages asked for at once: pdf.js waits between the chunks of a page, and works on another meanwhile. */
const AT_ONCE = 6

type Done = ReadPage & { readonly number: number; readonly height: number }
type Failed = { readonly number: number; readonly failed: string }

/** PDF → lines and tables with their boxes. A file that cannot be opened has no pages and says why. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const refused = (finding: Finding): SourceDocument => ({
    name,
    format: 'pdf',
    pages: [],
    findings: [finding],
  })
  let file: PdfFile
  try {
    file = await openPdf(bytes)
  } catch (error) {
    return refused(whyNot(error))
  }
  try {
    const count = Math.min(file.pages, MOST_PAGES)
    const read: (Done | Failed)[] = []
    for (let first = 1; first <= count; first += AT_ONCE)
      read.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, at) => readOne(file, first + at)),
        )),
      )
    return documentOf(name, read, file.pages, isCutShort(bytes))
  } finally {
    await file.close()
  }
}

async function readOne(file: PdfFile, number: number): Promise<Done | Failed> {
  try {
    const page = await file.page(number)
    const painted = paint(page.operators, page.view, page.fontOf)
    const read = readPage(painted, page)
    page.done()
    return { ...read, number, height: page.height }
  } catch (error) {
    return { number, failed: reason(error) }
  }
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 120)

function whyNot(error: unknown): Finding {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { code: 'encrypted', severity: 'error' }
  return { code: 'not-readable', severity: 'error', detail: { format: 'PDF', reason: reason(error) } }
}

/** The last kilobyte of a whole PDF has its end mark. */
const isCutShort = (bytes: Uint8Array): boolean =>
  !Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')

function documentOf(
  name: string,
  read: readonly (Done | Failed)[],
  pages: number,
  cutShort: boolean,
): SourceDocument {
  const good = read.filter((page): page is Done => !('failed' in page))
  const edge = repeated(good)
  const headings = headingsOf(good)
  const findings: Finding[] = []
  const say = (severity: Finding['severity'], code: string, detail?: Finding['detail']) =>
    findings.push({ code, severity, ...(detail ? { detail } : {}) })

  if (cutShort) say('warning', 'file-cut-short')
  if (pages > MOST_PAGES) say('warning', 'too-many-pages', { pages, most: MOST_PAGES })
  for (const page of read)
    if ('failed' in page) say('warning', 'page-not-readable', { page: page.number, reason: page.failed })
  const empty = good.filter(({ blocks }) => blocks.length === 0).map(({ number }) => number)
  if (read.length > 0 && empty.length === good.length)
    say('error', good.length > 0 ? 'no-text-layer' : 'nothing-read', { pages })
  else if (empty.length > 0)
    say('note', 'pages-without-text', { pages: empty.slice(0, 20).join(', '), count: empty.length })
  if (unreadable(good) > 0.3)
    say('error', 'characters-unknown', { percent: Math.round(unreadable(good) * 100) })
  for (const { text, pages: on } of edge.headers)
    say('note', 'repeated-line-left-out', { text: text.slice(0, 80), pages: on })
  if (edge.numbered > 0) say('note', 'page-numbers-left-out', { pages: edge.numbered })
  const ruby = good.reduce((sum, page) => sum + page.ruby, 0)
  if (ruby > 0) say('note', 'ruby-left-out', { count: ruby })
  return {
    name,
    ...(headings.title ? { title: headings.title } : {}),
    format: 'pdf',
    pages: good.map((page) => ({
      number: page.number,
      blocks: numbered(
        page,
        headings,
        (block) => edge.isRepeated(block) && !headings.titleLines.includes(block),
      ),
    })),
    findings,
  }
}

/** Lines count from 1 as they stand on the page, those left out included; a row of a table counts as one. */
function numbered(
  page: Done,
  headings: Headings,
  isLeftOut: (block: Block) => boolean,
): SourcePage['blocks'] {
  let line = 0
  return unwrapped(page.blocks, headings).flatMap((block): readonly SourceBlock[] => {
    const at = { page: page.number, line: line + 1, box: rounded(block.box) }
    if (block.kind === 'line') {
      line++
      const heading = headings.depths.get(block)
      return isLeftOut(block)
        ? []
        : [{ kind: 'line', text: block.text, at, ...(heading === undefined ? {} : { heading }) }]
    }
    const rows = block.rows.map((row) => {
      line++
      return row.map(({ box, ...cell }) => ({ ...cell, at: { page: page.number, line, box: rounded(box) } }))
    })
    return [{ kind: 'table', at, rows }]
  })
}

const UNKNOWN = /[\ue000-\uf8ff\ufffd]/gu

/** Share of characters that stand for nothing: the font tells no text. */
function unreadable(pages: readonly Done[]): number {
  let [all, unknown] = [0, 0]
  for (const { blocks } of pages)
    for (const block of blocks) {
      const text =
        block.kind === 'line'
          ? block.text
          : block.rows
              .flat()
              .map((cell) => cell.text)
              .join('')
      all += text.length
      unknown += text.match(UNKNOWN)?.length ?? 0
    }
  return all === 0 ? 0 : unknown / all
}
