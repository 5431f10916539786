import type { DraftNode, DraftSection } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
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

/** 章立てと体系: lines of the outline as nodes with their depth, and lines of the contents as sections. */
export function outlineOf(
  rows: readonly Row[],
  used: ReadonlySet<Row>,
): { readonly nodes: readonly NodeFound[]; readonly sections: readonly SectionFound[] } {
  const nodes: NodeFound[] = []
  const sections: SectionFound[] = []
  let stack: string[] = []
  for (const [position, row] of rows.entries()) {
    const text = plain(row.text)
      .replace(/^[-\s]+(?=[・①-⑳])/, '')
      .replace(/\s+/g, ' ')
      .trim()
    const contents =
      /^(.*?)\s*(?:[.．…‥·]{3,}|[.]{2,})\s*(\d{1,3})$/.exec(text) ??
      (row.tabular && row.cells.length === 2 ? /^(.{2,40}?)\s(\d{1,3})$/.exec(text) : null)
    const [, title, page] = contents ?? []
    if (title && page) {
      const [number, rest] = numbered(title)
      sections.push({ section: { kind: 'section', number, title: rest, page: Number(page) }, row })
      continue
    }
    if (used.has(row) || text.length > 120) continue
    const marker = MARKERS.find(
      ({ pattern, inside }) =>
        pattern.test(text) && (!inside || stack.some((id) => id !== 'chapter' && id !== 'dot')),
    )
    const found = marker?.pattern.exec(text)
    const name = found?.[2]?.trim() ?? ''
    if (!marker || !found || !isHeadingText(marker, name)) continue
    const at = stack.indexOf(marker.id)
    stack = at === -1 ? [...stack.filter((id) => id !== 'dot'), marker.id] : stack.slice(0, at + 1)
    const number = found[1]?.trim()
    const role = marker.id === 'paren' && !stack.includes('goal') ? 'group' : marker.role
    nodes.push({
      node: {
        kind: 'node',
        role,
        depth: stack.length,
        ...(number ? { number } : {}),
        name: name === '' ? titleBelow(rows[position + 1]) : name,
      },
      row,
      confidence: marker.id === 'goal' || marker.id === 'program' || marker.id === 'priority' ? 0.9 : 0.75,
    })
  }
  return { nodes, sections }
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
