import { foundAt, type ReadStatistics } from './found.ts'
import { projectionHeading } from './headings.ts'
import { type AgeLabel, ageLabel, figure, groupingOf, type SexLabel, sexLabel, yearLabel } from './labels.ts'
import { type Line, peopleOf } from './people.ts'
import { areaOf } from './place.ts'
import type { Sheet } from './sheets.ts'

/** Years in a row, at least so many, head a block of a book. */
const LEAST_YEARS = 3
/** How far above its years a block may say which sex it is of. */
const ABOVE = 4

/** Years across from `left` (the column of the ages) + 1. */
type Block = {
  readonly row: number
  readonly left: number
  readonly years: readonly { readonly year: number; readonly at: number }[]
  readonly sex?: SexLabel
}

/**
 * 市区町村別の将来推計人口のブック: ages down, years across, one block a sex; side by side in the edition of 2023, one below the other in that of
 * 2018. A sheet is one area. Built from the described layout; no original was at hand. Undefined where no sheet has such blocks.
 */
export function readBook(sheets: readonly Sheet[], file: string): ReadStatistics | undefined {
  const lines: Line[] = []
  const nameless: string[] = []
  const missing: string[] = []
  for (const sheet of sheets) {
    const blocks = blocksOf(sheet).flatMap((block) => {
      const read = peopleIn(sheet, block)
      return read ? [{ block, read }] : []
    })
    if (blocks.length < 2) continue
    const area = areaOf(sheet, file)
    if (!area) {
      nameless.push(sheet.name ?? file)
      continue
    }
    const order = ['both', 'male', 'female'] as const
    const taken = new Set<SexLabel>()
    blocks.forEach(({ block, read }, at) => {
      const sex = block.sex ?? order[at]
      if (!sex || taken.has(sex)) return
      taken.add(sex)
      for (const year of read)
        if (year.ages.includes(undefined)) missing.push(year.origin)
        else
          lines.push({
            ...{ area, year: year.year, sex, ages: year.ages as number[], origin: year.origin },
            ...(year.total === undefined ? {} : { total: year.total }),
          })
    })
  }
  const findings = [...foundAt('area-not-stated', nameless), ...foundAt('value-missing', missing)]
  if (lines.length === 0) return nameless.length > 0 ? { tables: [], findings } : undefined
  const read = peopleOf(lines)
  const years = [...new Set(lines.map(({ year }) => year))]
  const part = read.areas
    .map(({ code }) => code)
    .join('-')
    .slice(0, 60)
  return {
    tables: [
      {
        heading: projectionHeading(years, part),
        areas: read.areas,
        people: read.people,
        rates: [],
        values: [],
      },
    ],
    findings: [...findings, ...read.findings],
  }
}

function blocksOf({ rows }: Sheet): readonly Block[] {
  return rows.flatMap((cells, row) => {
    const found: Block[] = []
    let run: { year: number; at: number }[] = []
    const finish = () => {
      const left = (run[0]?.at ?? 0) - 1
      if (run.length >= LEAST_YEARS && left >= 0 && !ageLabel(cells[left] ?? ''))
        found.push({ row, left, years: run, ...sexAbove(rows, row, left, run) })
      run = []
    }
    for (const [at, cell] of cells.entries()) {
      const year = yearLabel(cell)
      const before = run.at(-1)
      if (year !== undefined && (!before || (year === before.year + 5 && at === before.at + 1)))
        run.push({ year, at })
      else {
        finish()
        if (year !== undefined) run.push({ year, at })
      }
    }
    finish()
    return found
  })
}

function sexAbove(rows: Sheet['rows'], row: number, left: number, run: readonly { readonly at: number }[]) {
  const right = (run.at(-1)?.at ?? left) + 1
  for (let up = row; up >= Math.max(0, row - ABOVE); up -= 1)
    for (const cell of (rows[up] ?? []).slice(left, right)) {
      const sex = sexLabel(cell)
      if (sex) return { sex }
    }
  return {}
}

/** The ages below a block's years, down to the first row that is neither age nor total nor empty. */
function peopleIn({ name, rows }: Sheet, { row, left, years }: Block) {
  const labels: { label: AgeLabel; at: number }[] = []
  let total: number | undefined
  for (let at = row + 1; at < rows.length; at += 1) {
    const text = rows[at]?.[left] ?? ''
    const label = ageLabel(text)
    if (!label && text !== '' && labels.length > 0) break
    if (label?.kind === 'total') total ??= at
    else if (
      label &&
      labels.some((each) => each.label.kind === label.kind && from(each.label) === from(label))
    )
      break
    else if (label) labels.push({ label, at })
  }
  const grouping = groupingOf(labels)
  if (!grouping) return undefined
  return years.map(({ year, at: column }) => {
    const whole = total === undefined ? undefined : figure(rows[total]?.[column])
    return {
      year,
      ages: grouping.places.map((places) =>
        places
          .map((at) => figure(rows[at]?.[column]))
          .reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0),
      ),
      ...(whole === undefined ? {} : { total: whole }),
      origin: `${name === undefined ? '' : `${name}!`}C${column + 1}`,
    }
  })
}

const from = (label: AgeLabel) => ('from' in label ? label.from : undefined)
