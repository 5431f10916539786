import type { DraftNode, DraftSection } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import type { Row } from './rows.ts'

type Role = DraftNode['role']
type Marker = {
  readonly id: string
  readonly pattern: RegExp
  readonly role: Role
  readonly inside?: boolean
}

const DIGIT = '[\\d①-⑳一二三四五六七八九十ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]'

/** 見出しの印: how a line of the outline begins, and what such a line is. `inside` counts only below a goal, a program or a priority. */
const MARKERS: readonly Marker[] = [
  {
    id: 'goal',
    role: 'goal',
    pattern: new RegExp(
      `^[【\\[]?((?:基本目標|ビジョン|基本方針|政策|方針|柱|戦略|目標)\\s*${DIGIT}+)[】\\]]?[\\s:：.]*(.*)$`,
    ),
  },
  {
    id: 'priority',
    role: 'initiative',
    pattern: new RegExp(
      `^[【\\[]?((?:重点(?:事項|プロジェクト|施策|戦略)|リーディングプロジェクト)\\s*${DIGIT}+)[】\\]]?[\\s:：.]*(.*)$`,
    ),
  },
  {
    id: 'program',
    role: 'program',
    pattern: new RegExp(`^[【\\[]?((?:基本|主要|個別)?施策\\s*${DIGIT}+(?:-\\d+)*)[】\\]]?[\\s:：.]*(.*)$`),
  },
  { id: 'dotted', role: 'program', pattern: /^(\d{1,2}-\d{1,2}(?:-\d{1,2})?)[\s.]+(.+)$/ },
  {
    id: 'chapter',
    role: 'group',
    pattern: /^(第\s*[\d一二三四五六七八九十]+\s*[章節部編]?|\d{1,2}[.．]?(?=\s))\s*(.+)$/,
  },
  {
    id: 'roman',
    role: 'initiative',
    pattern: /^([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|(?:I{1,3}|IV|VI{0,3})(?=[\s「.]))[\s.．]*(.+)$/,
  },
  { id: 'paren', role: 'program', pattern: /^(\(\d{1,2}\))\s*(.+)$/ },
  { id: 'circled', role: 'measure', pattern: /^([①-⑳])\s*(.+)$/, inside: true },
  { id: 'square', role: 'group', pattern: /^([■◆◇])\s*(.+)$/ },
  { id: 'angle', role: 'group', pattern: /^()<(.+)>$/ },
  { id: 'kana', role: 'measure', pattern: /^([アイウエオカキク])\s+(.+)$/, inside: true },
  { id: 'dot', role: 'effort', pattern: /^()[・]\s*(.+)$/, inside: true },
]

export type NodeFound = { readonly node: DraftNode; readonly row: Row; readonly confidence: number }
export type SectionFound = { readonly section: DraftSection; readonly row: Row }

/** What the next line stands under: headings of the format by their depth, marks by their kind. */
type Open = { readonly id: string; readonly depth?: number }

/** 章立てと体系: lines of the outline as nodes with their depth, and lines of the contents as sections. */
export function outlineOf(
  rows: readonly Row[],
  used: ReadonlySet<Row>,
  title: string | undefined,
): { readonly nodes: readonly NodeFound[]; readonly sections: readonly SectionFound[] } {
  const nodes: NodeFound[] = []
  const sections: SectionFound[] = []
  const edges = edgesOf(rows)
  let stack: readonly Open[] = []
  for (const [position, row] of rows.entries()) {
    const text = flat(row)
    const section = sectionOf(row, text)
    if (section) {
      sections.push({ section, row })
      continue
    }
    const isHeading = row.heading !== undefined
    if ((used.has(row) && !isHeading) || text.length > 120) continue
    if (isHeading && position < 3 && title?.includes(row.text.trim())) continue
    const whole = isHeading ? text : wrapped(rows, position, edges)
    const marker = markerOf(whole, stack)
    const found = marker?.pattern.exec(whole)
    const name = found?.[2]?.trim() ?? ''
    const marked = marker && found && isHeadingText(marker, name) ? marker : undefined
    if (!marked && !(isHeading && isNode(row, text))) continue
    stack = marked && !isHeading ? byMark(stack, marked.id) : byDepth(stack, row.heading ?? 9, marked?.id)
    const number = marked ? found?.[1]?.trim() : undefined
    const underGoal = stack.some(({ id }) => id === 'goal')
    nodes.push({
      node: {
        kind: 'node',
        role: !marked ? 'group' : marked.id === 'paren' && !underGoal ? 'group' : marked.role,
        depth: stack.length,
        ...(number ? { number } : {}),
        name: withoutRemark(!marked ? text : name === '' ? titleBelow(rows[position + 1]) : name),
      },
      row,
      confidence: marked && SURE.has(marked.id) ? 0.9 : 0.75,
    })
  }
  return { nodes, sections }
}

/** 「…（担当：観光課）」: what a bracket says under a key is no part of the name. */
const withoutRemark = (name: string): string => name.replace(/(?<=.{2})\s*\([^()]*[:：].*\)$/, '')

const SURE: ReadonlySet<string> = new Set(['goal', 'program', 'priority'])

const flat = (row: Row): string =>
  plain(row.text)
    .replace(/^[-\s]+(?=[・①-⑳])/, '')
    .replace(/\s+/g, ' ')
    .trim()

function sectionOf(row: Row, text: string): DraftSection | undefined {
  const contents =
    /^(.*?)\s*(?:[.．…‥·]{3,}|[.]{2,})\s*(\d{1,3})$/.exec(text) ??
    (row.tabular && row.cells.length === 2 ? /^(.{2,40}?)\s(\d{1,3})$/.exec(text) : null)
  const [, title, page] = contents ?? []
  if (!title || !page) return undefined
  const [number, rest] = numbered(title)
  return { kind: 'section', number, title: rest, page: Number(page) }
}

const markerOf = (text: string, stack: readonly Open[]): Marker | undefined =>
  MARKERS.find(
    ({ pattern, inside }) =>
      pattern.test(text) &&
      (!inside ||
        stack.some(
          ({ id, depth }) => id !== 'chapter' && id !== 'dot' && (id !== 'heading' || (depth ?? 0) > 1),
        )),
  )

/** A line with a mark stands below the last one with a mark of another kind, unless that kind is open already. */
function byMark(stack: readonly Open[], id: string): readonly Open[] {
  const at = stack.findIndex((open) => open.id === id && open.depth === undefined)
  return at === -1 ? [...stack.filter((open) => open.id !== 'dot'), { id }] : stack.slice(0, at + 1)
}

/** A heading of the format stands below the last one of a lesser depth. */
const byDepth = (stack: readonly Open[], depth: number, id = 'heading'): readonly Open[] => [
  ...stack.filter((open) => open.depth !== undefined && open.depth < depth),
  { id, depth },
]

/** A heading that only says what comes next (「数値目標」「主な事業」) is no node of the plan. */
function isNode(row: Row, text: string): boolean {
  const role = readHeading(text, row.context)?.role
  return (
    /\p{L}/u.test(text) && !/^目次$/.test(text.replace(/\s/g, '')) && (role === undefined || role === 'label')
  )
}

/** Right edges of the text, by page, where the format knows places. */
function edgesOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number>()
  for (const { at, table } of rows)
    if (at.box && table === undefined)
      edges.set(at.page ?? 0, Math.max(edges.get(at.page ?? 0) ?? 0, at.box[0] + at.box[2]))
  return edges
}

/** An entry that is full to the right edge goes on in the lines below that hang under it. */
function wrapped(rows: readonly Row[], position: number, edges: ReadonlyMap<number, number>): string {
  const first = rows[position] as Row
  let text = flat(first)
  for (let at = position; at + 1 < rows.length; at += 1) {
    const [row, below] = [rows[at] as Row, rows[at + 1] as Row]
    const [box, next] = [row.at.box, below.at.box]
    const edge = edges.get(row.at.page ?? 0) ?? 0
    if (!box || !next || !first.at.box || below.table !== undefined || below.heading !== undefined) break
    if (box[0] + box[2] < edge - 1.6 * box[3] || next[0] < first.at.box[0] + 0.5 * box[3]) break
    if (below.at.page !== first.at.page || MARKERS.some(({ pattern }) => pattern.test(flat(below)))) break
    text = `${text}${flat(below)}`
  }
  return text
}

/** An outline's line is short and no sentence; a measure or an effort may be one (「…を図ります。」). */
function isHeadingText({ id, role }: Marker, name: string): boolean {
  if (name === '' && id !== 'goal' && id !== 'priority') return false
  if (/^[\d,.%円]/.test(name)) return false
  const sentences = name.match(/。/g)?.length ?? 0
  return role === 'effort' || role === 'measure' ? sentences <= 1 : sentences === 0 && name.length <= 60
}

/** 「基本目標1」 alone in its line: the title is in the next, often in quotes. */
const titleBelow = (row: Row | undefined): string =>
  row && row.text.length <= 70 ? (/^「(.*)」$/.exec(row.text)?.[1] ?? row.text) : ''

function numbered(title: string): readonly [string, string] {
  for (const { pattern } of MARKERS) {
    const found = pattern.exec(title)
    if (found?.[1]) return [found[1].trim(), (found[2] ?? '').trim()]
  }
  return ['', title]
}
