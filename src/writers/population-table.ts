import { ageLabels, type OpenAge, type Population } from '#domain/population/population.ts'
import type { Words } from '#words/words.ts'
import { writeCsv } from './csv.ts'
import type { Document, Table } from './document.ts'

export type PopulationTable = {
  readonly area: string
  readonly choice: string
  readonly dataset: string
  readonly survival: string
  /** What was assumed, in words: each a name and a value. */
  readonly assumed: readonly (readonly [string, string])[]
  readonly years: readonly {
    readonly year: number
    readonly people: Population
    readonly fertility: number
    readonly held: boolean
    readonly total: number
    readonly published: number
    readonly low80: number
    readonly high80: number
  }[]
}

const whole = (value: number): string => String(Math.round(value))

/** 見通しの表 as CSV: one row a year, sex and age, in persons. */
export function writePopulationCsv({ years }: PopulationTable, { population: w }: Words): string {
  const head = ['year', 'sex', 'age', 'people', 'beyond_published']
  const rows = years.flatMap(({ year, people, held }) =>
    (['male', 'female'] as const).flatMap((sex) =>
      labelsOf(people).map((age, at) => [
        year,
        w[sex],
        age,
        whole(people[sex][at] ?? 0),
        held ? 'yes' : 'no',
      ]),
    ),
  )
  return writeCsv([head, ...rows])
}

const labelsOf = (people: Population) => ageLabels(((people.male.length - 1) * 5) as OpenAge)

/** The same as a workbook: totals with their bands, ages by sex, and what was assumed. */
export function populationDocument(table: PopulationTable, words: Words): Document {
  const w = words.population
  return {
    title: `${table.area} ${w.title}`,
    lang: words.lang,
    unitWord: words.paper.unit,
    subtitle: [table.choice, table.dataset, table.survival],
    blocks: [
      totals(table, words),
      ...(['male', 'female'] as const).map((sex) => ages(table, words, sex)),
      {
        kind: 'table',
        sheet: w.choice,
        caption: w.choice,
        columns: [
          { heading: w.choice, width: 60, align: 'left' },
          { heading: '', width: 40, align: 'right' },
        ],
        rows: table.assumed.map(([name, value]) => ({ kind: 'cells', cells: [name, value] })),
      },
    ],
  }
}

function totals({ years }: PopulationTable, { population: w }: Words): Table {
  const heads = [w.rows.total, w.published, w.difference, `80% −`, `80% +`, w.fertility]
  return {
    kind: 'table',
    sheet: w.total,
    caption: w.total,
    columns: [
      { heading: '', width: 10, align: 'left' },
      ...heads.map((heading) => ({ heading, width: 15, align: 'right' as const })),
    ],
    rows: years.map(({ year, held, total, published, low80, high80, fertility }) => ({
      kind: 'cells',
      cells: [
        `${year}${held ? '＊' : ''}`,
        ...[total, published, total - published, low80, high80].map((value) =>
          Math.round(value).toLocaleString('en-US'),
        ),
        fertility.toFixed(2),
      ],
    })),
    notes: [w.held],
  }
}

function ages({ years }: PopulationTable, { population: w }: Words, sex: 'male' | 'female'): Table {
  const labels = years[0] ? labelsOf(years[0].people) : []
  return {
    kind: 'table',
    sheet: w[sex],
    caption: w[sex],
    columns: [
      { heading: '', width: 10, align: 'left' },
      ...years.map(({ year }) => ({ heading: String(year), width: 10, align: 'right' as const })),
    ],
    rows: labels.map((age, at) => ({
      kind: 'cells',
      cells: [age, ...years.map(({ people }) => Math.round(people[sex][at] ?? 0).toLocaleString('en-US'))],
    })),
  }
}
