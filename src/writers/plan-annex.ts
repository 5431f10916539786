import type { SmallTable } from '#domain/plan/annex.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { writeMoney } from '#domain/shared/money.ts'
import type { Words } from '#words/words.ts'
import type { Block, Column, Table } from './document.ts'
import { printedValue } from './plan-tables.ts'

const MOST_WIDTH = 60
const LOOKS_NUMERIC = /^[▲△−\-+＋約]?[\d０-９][\d０-９,，.．]*[^\d\s]{0,4}$|^[-−–—]?$/u

/** 小表, cell by cell as printed: columns of numbers to the right, widths by the longest text. */
export function smallTable({ title, columns, rows, unit, note }: SmallTable): Table {
  return {
    kind: 'table',
    caption: title,
    ...(unit ? { unit } : {}),
    columns: columns.map((heading, at): Column => {
      const cells = rows.map((row) => row[at] ?? '')
      const longest = Math.max(heading.length, ...cells.map((cell) => cell.length))
      const numeric = at > 0 && cells.every((cell) => LOOKS_NUMERIC.test(cell))
      return { heading, width: Math.min(Math.max(longest, 4), MOST_WIDTH), align: numeric ? 'right' : 'left' }
    }),
    rows: rows.map((cells) => ({ kind: 'cells', cells })),
    ...(note ? { notes: [note] } : {}),
  }
}

type Part = {
  readonly title: string
  readonly columns: readonly (readonly [heading: string, width: number, align?: Column['align']])[]
  readonly rows: readonly (readonly string[])[]
}

const part = ({ title, columns, rows }: Part): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        {
          kind: 'table',
          sheet: title,
          columns: columns.map(([heading, width, align = 'left']) => ({ heading, width, align })),
          rows: rows.map((cells) => ({ kind: 'cells', cells })),
        },
      ]

/** 附属資料: donations, figures of the text, bodies, steps, tables of their own, related plans, terms, documents. */
export function annexOf(plan: Plan, words: Words): readonly Block[] {
  const { paper, facts, shortYear } = words
  const free = plan.tables.filter(({ on }) => on === undefined).map(smallTable)
  const blocks: readonly Block[] = [
    ...part({
      title: paper.donations,
      columns: [
        [paper.measure, 14],
        [paper.name, 44],
        [paper.years, 24],
        [paper.estimate, 26, 'right'],
      ],
      rows: plan.donations.map(({ measure, name, from, to, estimate }) => [
        measure,
        name,
        `${shortYear(from)}〜${shortYear(to)}`,
        writeMoney(estimate),
      ]),
    }),
    ...part({
      title: paper.figures,
      columns: [
        [paper.what, 60],
        [paper.year, 16, 'centre'],
        [paper.value, 24, 'right'],
        [paper.unit, 14, 'centre'],
      ],
      rows: plan.figures.map((figure) => [
        figure.what,
        figure.year === 'not-stated' ? paper.notStated : String(figure.year),
        printedValue(figure),
        figure.unit,
      ]),
    }),
    ...part({
      title: paper.bodies,
      columns: [
        [paper.name, 40],
        [paper.role, 60],
        [paper.since, 16, 'centre'],
      ],
      rows: plan.bodies.map(({ name, role = '', since = '' }) => [name, role, since]),
    }),
    ...part({
      title: paper.steps,
      columns: [
        [paper.step, 60],
        [paper.when, 26],
        [paper.by, 30],
      ],
      rows: plan.steps.map(({ name, from, to, about, by = '' }) => [
        name,
        facts.months(from, to, about === true),
        by,
      ]),
    }),
    ...free,
    ...part({
      title: paper.references,
      columns: [
        [paper.name, 70],
        [paper.relation, 30],
      ],
      rows: plan.references.map(({ title, relation }) => [title, facts.relations[relation]]),
    }),
    ...part({
      title: paper.alignments,
      columns: [
        [paper.partner, 40],
        [paper.means, 70],
      ],
      rows: plan.alignments.map(({ name, count, means }) => [
        `${name}${count === undefined ? '' : facts.governments(count)}`,
        means.join(words.comma),
      ]),
    }),
    ...part({
      title: paper.glossary,
      columns: [
        [paper.number, 12, 'centre'],
        [paper.term, 36],
        [paper.gloss, 70],
      ],
      rows: plan.glossary.map(({ number, term, gloss, sharesNoteWith }) => [
        number,
        term,
        gloss ?? (sharesNoteWith ? facts.sharesNote(sharesNoteWith) : ''),
      ]),
    }),
    ...part({
      title: paper.documents,
      columns: [
        [paper.name, 60],
        [paper.publisher, 30],
        [paper.year, 20],
      ],
      rows: plan.documents.map(({ title, publisher, published = '' }) => [title, publisher, published]),
    }),
  ]
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: paper.appendix }, ...blocks]
}
