import type { SourceBlock, SourceCell } from '#domain/document/source-document.ts'
import { element, elements, valOf, type XmlNode } from '../xml.ts'
import type { Numbering } from './numbering.ts'
import { numberingOf, outlineOf, type Style } from './styles.ts'

export type Parts = {
  readonly styles: ReadonlyMap<string, Style>
  readonly numbering: Numbering
}

/** What was left aside on the way. */
export type Aside = { hidden: number; deleted: number; ruby: number; pictures: number }

type Flow = { text: string; readonly boxes: XmlNode[]; breaks: number; rendered: number }

/** Containers whose children stand where they stand themselves. */
const THROUGH = new Set([
  ...[
    'w:hyperlink',
    'w:ins',
    'w:moveTo',
    'w:smartTag',
    'w:fldSimple',
    'w:sdt',
    'w:sdtContent',
    'w:customXml',
  ],
  ...['w:bdo', 'w:dir'],
])

/** Reads the body of a document from top to bottom; pages change where Word last broke them, or where the author did. */
export class Body {
  readonly pages: SourceBlock[][] = [[]]
  readonly aside: Aside = { hidden: 0, deleted: 0, ruby: 0, pictures: 0 }
  readonly notes: string[] = []
  title: string | undefined
  readonly #parts: Parts
  readonly #rendered: boolean
  #line = 0

  constructor(parts: Parts, rendered: boolean) {
    this.#parts = parts
    this.#rendered = rendered
  }

  read(node: XmlNode): void {
    for (const child of elements(node)) {
      if (child.name === 'w:p') this.#paragraph(child)
      else if (child.name === 'w:tbl') this.#table(child)
      else if (THROUGH.has(child.name)) this.read(child)
    }
  }

  /** A line that stands below all pages, such as a footnote. */
  add(text: string): void {
    for (const line of text.split('\n')) this.#put(line)
  }

  #put(text: string, heading?: number): void {
    this.#line++
    this.pages.at(-1)?.push({
      kind: 'line',
      text,
      at: { page: this.pages.length, line: this.#line },
      ...(heading ? { heading } : {}),
    })
  }

  #turn(count: number): void {
    for (let at = 0; at < count; at++)
      if ((this.pages.at(-1)?.length ?? 0) > 0) {
        this.pages.push([])
        this.#line = 0
      }
  }

  #paragraph(node: XmlNode): void {
    const { text, heading, title, flow } = this.#textOf(node)
    if (title && text.trim() !== '') this.title ??= text.replace(/\n/g, '').trim()
    this.#turn(this.#rendered ? flow.rendered : flow.breaks)
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    for (const line of lines) this.#put(line.trim(), heading)
    for (const box of flow.boxes) this.read(box)
  }

  #textOf(node: XmlNode): {
    readonly text: string
    readonly heading?: number
    readonly title: boolean
    readonly flow: Flow
  } {
    const properties = element(node, 'w:pPr')
    const style = this.#parts.styles.get(valOf(properties, 'w:pStyle') ?? '')
    const outline = outlineOf(properties)
    const heading = outline === undefined ? style?.heading : outline < 9 ? outline + 1 : undefined
    const flow: Flow = { text: '', boxes: [], breaks: 0, rendered: 0 }
    this.#inline(node, flow)
    const own = numberingOf(properties)
    const number = own ?? style?.numbering
    const text = flow.text.trim() === '' ? '' : flow.text
    const label =
      number && text !== '' ? this.#parts.numbering.next(number.id, own?.level ?? number.level) : ''
    return { text: `${label}${text}`, title: style?.title === true, flow, ...(heading ? { heading } : {}) }
  }

  #inline(node: XmlNode, flow: Flow): void {
    for (const child of elements(node)) {
      if (child.name === 'w:r') this.#run(child, flow)
      else if (child.name === 'w:del' || child.name === 'w:moveFrom') this.aside.deleted++
      else if (THROUGH.has(child.name)) this.#inline(child, flow)
      else if (child.name === 'w:ruby') this.#ruby(child, flow)
      else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') flow.text += mathOf(child)
    }
  }

  #ruby(node: XmlNode, flow: Flow): void {
    this.aside.ruby++
    const base = element(node, 'w:rubyBase')
    if (base) this.#inline(base, flow)
  }

  #run(node: XmlNode, flow: Flow): void {
    const properties = element(node, 'w:rPr')
    const vanish = element(properties, 'w:vanish')
    if (vanish && !/^(0|false)$/.test(vanish.attributes['w:val'] ?? '')) {
      this.aside.hidden++
      return
    }
    for (const child of elements(node)) {
      switch (child.name) {
        case 'w:t':
          flow.text += child.children.filter((each) => typeof each === 'string').join('')
          break
        case 'w:tab':
        case 'w:ptab':
          flow.text += '\u3000'
          break
        case 'w:br':
          if (child.attributes['w:type'] === 'page') flow.breaks++
          else if (child.attributes['w:type'] !== 'column') flow.text += '\n'
          break
        case 'w:cr':
          flow.text += '\n'
          break
        case 'w:lastRenderedPageBreak':
          flow.rendered++
          break
        case 'w:noBreakHyphen':
          flow.text += '-'
          break
        case 'w:sym':
          flow.text += '・'
          break
        case 'w:ruby':
          this.#ruby(child, flow)
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const id = `${child.name === 'w:footnoteReference' ? 'f' : 'e'}${child.attributes['w:id']}`
          if (!this.notes.includes(id)) this.notes.push(id)
          flow.text += `（注${this.notes.indexOf(id) + 1}）`
          break
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          this.#drawn(child, flow)
          break
      }
    }
  }

  /** Text boxes are read after their paragraph; of two renderings of one box, the first. */
  #drawn(node: XmlNode, flow: Flow): void {
    const source =
      node.name === 'mc:AlternateContent'
        ? (element(node, 'mc:Choice') ?? element(node, 'mc:Fallback'))
        : node
    if (!source) return
    const found: XmlNode[] = []
    const visit = (each: XmlNode): void => {
      if (each.name === 'w:txbxContent') found.push(each)
      else elements(each).forEach(visit)
    }
    visit(source)
    if (found.length === 0) this.aside.pictures++
    for (const each of found) flow.boxes.push(each)
  }

  #table(node: XmlNode): void {
    const rows = rowsOf(node)
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
    if (only) {
      this.read(only.node)
      return
    }
    const first = this.#line + 1
    const inner: XmlNode[] = []
    const read = rows.map((cells) => {
      this.#line++
      return cells.map(
        (cell): SourceCell => ({
          text: this.#cellText(cell.node, inner),
          at: { page: this.pages.length, line: this.#line },
          ...(cell.columns > 1 ? { columns: cell.columns } : {}),
          ...(cell.rows > 1 ? { rows: cell.rows } : {}),
        }),
      )
    })
    if (read.some((row) => row.some(({ text }) => text !== '')))
      this.pages.at(-1)?.push({ kind: 'table', at: { page: this.pages.length, line: first }, rows: read })
    for (const table of inner) this.#table(table)
  }

  #cellText(node: XmlNode, tables: XmlNode[]): string {
    const lines: string[] = []
    const visit = (each: XmlNode): void => {
      for (const child of elements(each)) {
        if (child.name === 'w:tbl') tables.push(child)
        else if (THROUGH.has(child.name)) visit(child)
        else if (child.name === 'w:p') {
          const { text, flow } = this.#textOf(child)
          if (text.trim() !== '') lines.push(text.trim())
          flow.boxes.forEach(visit)
        }
      }
    }
    visit(node)
    return lines.join('\n')
  }
}

const mathOf = (node: XmlNode): string =>
  node.children
    .map((child) => (typeof child === 'string' ? (node.name === 'm:t' ? child : '') : mathOf(child)))
    .join('')

type Cell = { readonly node: XmlNode; readonly columns: number; rows: number }

/** Rows with merged cells once: a cell that continues the one above lengthens it. */
function rowsOf(table: XmlNode): readonly (readonly Cell[])[] {
  const above = new Map<number, Cell>()
  const through = (node: XmlNode, name: string): readonly XmlNode[] =>
    elements(node).flatMap((child) =>
      child.name === name ? [child] : THROUGH.has(child.name) ? through(child, name) : [],
    )
  return through(table, 'w:tr')
    .filter((row) => !element(element(row, 'w:trPr'), 'w:del'))
    .map((row) => {
      let column = Number(valOf(element(row, 'w:trPr'), 'w:gridBefore') ?? 0)
      return through(row, 'w:tc').flatMap((node): readonly Cell[] => {
        const properties = element(node, 'w:tcPr')
        const columns = Math.min(Math.max(1, Number(valOf(properties, 'w:gridSpan') ?? 1)), 500)
        const merge = element(properties, 'w:vMerge')
        const at = column
        column += columns
        const upper = above.get(at)
        if (merge && merge.attributes['w:val'] !== 'restart' && upper) {
          upper.rows++
          return []
        }
        const cell: Cell = { node, columns, rows: 1 }
        if (merge) above.set(at, cell)
        else above.delete(at)
        return [cell]
      })
    })
}
