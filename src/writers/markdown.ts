import { type Block, type Document, isNumeric, printable, type Table } from './document.ts'

/** 文書 → Markdown: the same paper as text, for whoever wants to read or compare it without an office program. */
export function writeMarkdown({ title, subtitle = [], blocks }: Document): string {
  const parts = [`# ${line(title)}`, ...subtitle.map(line), ...blocks.flatMap(blockOf)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const line = (text: string): string =>
  printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()

/** A bar would end the cell, so it is written as its entity. */
const cell = (text: string): string => line(text).replaceAll('|', '&#124;')

function blockOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(Math.min(6, block.level + 1))} ${line(block.text)}`]
    case 'paragraph':
      return [line(block.text)]
    case 'list':
      return [
        block.entries.map(({ mark, text, level }) => `${'　'.repeat(level)}${mark} ${line(text)}`).join('\n'),
      ]
    case 'notes':
      return [block.texts.map((text) => `※ ${line(text)}`).join('\n')]
    case 'table':
      return tableOf(block)
    case 'page-break':
      return []
  }
}

function tableOf({ caption, unit, columns, rows, notes = [] }: Table): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [
    [caption, unit ? `（単位：${unit}）` : ''].filter(Boolean).join(' '),
    [
      row(columns.map(({ heading }) => heading)),
      `| ${columns.map((column) => (isNumeric(column) ? '--:' : '---')).join(' | ')} |`,
      ...rows.map((each) =>
        row(each.kind === 'cells' ? each.cells : [each.text, ...columns.slice(1).map(() => '')]),
      ),
    ].join('\n'),
    notes.map((note) => `※ ${line(note)}`).join('\n'),
  ]
}
