import type {
  SourceBlock,
  SourceDocument,
  SourceLine,
  SourceTable,
} from '#domain/document/source-document.ts'
import { decode } from '../csv/decode.ts'

/** Bytes of a text or Markdown file → the document between formats. Every line keeps the number it has in the file. */
export function readText(bytes: Uint8Array, name: string): SourceDocument {
  const { text, encoding, sure } = decode(bytes)
  const document = textDocument(text, name)
  const nothing = (code: 'file-empty' | 'nothing-read') => ({
    ...document,
    findings: [{ code, severity: 'error' as const }],
  })
  if (text.trim() === '') return nothing('file-empty')
  if (document.pages.every(({ blocks }) => blocks.length === 0)) return nothing('nothing-read')
  return sure
    ? document
    : { ...document, findings: [{ code: 'encoding-guessed', severity: 'note', detail: { encoding } }] }
}

export function textDocument(text: string, name: string): SourceDocument {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const markdown =
    /\.(md|markdown)$/i.test(name) || lines.some((line) => /^#{1,6} |<\/?(b|sup|ul|table|h\d)\b/.test(line))
  const blocks: SourceBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at)
    if (table) {
      blocks.push(table.block)
      at = table.next
      continue
    }
    const line = lineAt(lines[at] ?? '', at + 1)
    if (line) blocks.push(line)
    at += 1
  }
  const title = titleOf(blocks)
  return {
    name,
    ...(title ? { title } : {}),
    format: markdown ? 'markdown' : 'text',
    pages: [{ number: 1, blocks }],
    findings: [],
  }
}

/** The title of a Markdown text: its first line, where that is the only heading of the outermost depth. */
function titleOf(blocks: readonly SourceBlock[]): string | undefined {
  const outermost = blocks.filter((block) => block.kind === 'line' && block.heading === 1)
  const [first] = blocks
  return outermost.length === 1 && first === outermost[0] && first?.kind === 'line' ? first.text : undefined
}

function lineAt(text: string, line: number): SourceLine | undefined {
  if (/^\s*$/.test(text) || /^\s*([-*_]\s*){3,}$/.test(text) || isRule(text)) return undefined
  const heading = /^(#{1,6})\s+(.*)$/.exec(text)
  if (heading)
    return { kind: 'line', text: inline(heading[2] ?? ''), at: { line }, heading: heading[1]?.length ?? 1 }
  const said = inline(text).replace(/^(\s*)[-*+] (?=\S)/, '$1')
  return said.trim() === '' ? undefined : { kind: 'line', text: said, at: { line } }
}

/** Tags that only dress a text go; a footnote's mark stays, as 「^{3}」, for the glossary. */
const inline = (text: string): string =>
  text
    .replace(/<sup>\s*(.*?)\s*<\/sup>/g, '^{$1}')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<li[^<>]*>/gi, ' ・')
    .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*)?>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const isPiped = (text: string): boolean => {
  const bars = text.split('|').length - 1
  if (bars === 0) return false
  const trimmed = text.trim()
  return bars > 1 || trimmed.endsWith('|') || trimmed.startsWith('|')
}
const isTabbed = (text: string): boolean => text.trimStart().includes('\t') && !text.includes('....')
const isRule = (text: string) => /^[\s|:\-\t]+$/.test(text) && /--/.test(text)

/** Lines of one kind of table that follow one another, a rule between them left out. */
function tableAt(lines: readonly string[], from: number): { block: SourceTable; next: number } | undefined {
  const first = lines[from] ?? ''
  const has = isTabbed(first) ? isTabbed : isPiped(first) && !isRule(first) ? isPiped : undefined
  if (!has) return undefined
  const rows: SourceTable['rows'][number][] = []
  let at = from
  for (; at < lines.length; at += 1) {
    const text = lines[at] ?? ''
    if (isRule(text)) continue
    // A blank line after every line does not end a table, nor does what a cell of the head says in a line of its own.
    const next = lines[at + 1] ?? ''
    if (text.trim() === '' && (has(next) || isRule(next) || (rows.length < 3 && BRACKET.test(next.trim()))))
      continue
    const isOfHead = () =>
      rows.length < 3 &&
      BRACKET.test(text.trim()) &&
      has(lines.slice(at + 1, at + 3).find((each) => each.trim() !== '') ?? '')
    if (!has(text) && !isOfHead()) break
    const inner = has === isPiped ? text.trim().replace(/^\||\|$/g, '') : text
    const place = { line: at + 1 }
    rows.push(
      inner.split(has === isPiped ? '|' : '\t').map((cell) => ({ text: inline(cell).trim(), at: place })),
    )
  }
  return { block: { kind: 'table', at: { line: from + 1 }, rows: whole(rows) }, next: at }
}

const BRACKET = /^[(（][^()（）]*[)）]$/

/** 「指標⇥現状値」 over 「（令和3年度）⇥目標値」: a cell that held two lines broke its row; the bracket goes on in the cell before. */
function whole(rows: SourceTable['rows']): SourceTable['rows'] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const found: SourceTable['rows'][number][] = []
  for (const row of rows) {
    const last = found.at(-1)
    const [first, ...rest] = row
    const end = last?.at(-1)
    const broken = last && end && first && BRACKET.test(first.text) && /\S/.test(end.text)
    if (broken && (rest.length === 0 || last.length < width) && last.length + rest.length <= width)
      found[found.length - 1] = [...last.slice(0, -1), { ...end, text: `${end.text}${first.text}` }, ...rest]
    else found.push(row)
  }
  return found
}
