import type { DraftBodyOf, DraftPlace, Grounds } from '#domain/document/draft.ts'
import type { ProjectMade } from './budget.ts'
import type { Made } from './inline.ts'
import type { Row } from './rows.ts'

/** Something that was found, why, and where in the document's order it stands. */
export type Found = {
  readonly of: DraftBodyOf
  readonly grounds: Grounds
  readonly order: number
  /** The group row of the table that it stands under. */
  readonly group?: string
}

/** 集めたもの: what the passes over a document have found so far, and the rows that are spoken for. */
export type Collection = {
  readonly rows: readonly Row[]
  readonly found: Found[]
  readonly used: Set<Row>
  positionOf(at: DraftPlace): number
  add(of: DraftBodyOf, rule: string, confidence: number, at: DraftPlace, text: string, group?: string): void
  addIndicator(made: Made): void
  addProject(made: ProjectMade): void
  use(from: number, to: number): void
}

export function collect(rows: readonly Row[]): Collection {
  const found: Found[] = []
  const used = new Set<Row>()
  const key = ({ page, line, sheet, cell }: DraftPlace) =>
    `${page ?? ''}:${sheet ?? ''}:${cell ?? ''}:${line ?? ''}`
  const order = new Map<DraftPlace, number>()
  const places = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    order.set(row.at, at)
    if (!places.has(key(row.at))) places.set(key(row.at), at)
  }
  const positionOf = (at: DraftPlace) => order.get(at) ?? places.get(key(at)) ?? 0
  const add: Collection['add'] = (of, rule, confidence, at, text, group) => {
    const sure = Math.round(Math.min(confidence, 0.99) * 100) / 100
    found.push({
      of,
      grounds: { rule, confidence: sure, at, text: text.slice(0, 400) },
      order: positionOf(at),
      ...(group ? { group } : {}),
    })
  }
  return {
    rows,
    found,
    used,
    positionOf,
    add,
    addIndicator: ({ indicator, rule, confidence, row, text, group }) =>
      add(indicator, rule, confidence, row.at, text ?? row.text, group),
    addProject: ({ project, rule, confidence, row, to, text, group }) =>
      add(project, rule, confidence, reaching(row, to), text, group),
    use(from, to) {
      for (const row of rows.slice(from, to)) used.add(row)
    },
  }
}

/** The place of a row, up to the line of a later one. */
export const reaching = (row: Row, to: Row | undefined): DraftPlace =>
  to?.at.line === undefined || to === row ? row.at : { ...row.at, to: to.at.line }
