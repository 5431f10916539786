import type { KnownActual } from '#domain/indicator/actual.ts'
import { figure, plainFigure, unitIn, yearWord } from './figures.ts'
import { type Html, html } from './html.ts'
import type { Page, Promised } from './page.ts'
import { yearRecords } from './standing.ts'

/** いま: the value that judges, or what is known in its place. */
export type Present = {
  readonly value?: KnownActual
  /** What stands in large type: the value, or why there is none. */
  readonly said: Html
  readonly notes: readonly string[]
}

/** Says the value of いま with its year; a missing one with its reason and the latest that is known. */
export function presentOf(page: Page, row: Promised): Present {
  const { s, words, snapshot } = page
  const { judgement, indicator } = row
  const unit = unitIn(row)
  const standing = yearRecords(row.records).flatMap(({ now }) => (now ? [now.actual] : []))
  const known = standing.filter((each): each is KnownActual => each.kind === 'known')
  const ofYear = standing.findLast(({ year }) => year === snapshot.year)
  const why =
    ofYear === undefined
      ? words.missing['not-submitted']
      : ofYear.kind === 'missing'
        ? words.missing[ofYear.why]
        : ofYear.kind === 'withdrawn'
          ? words.missing.withdrawn
          : undefined
  const value =
    judgement.kind === 'graded' ? judgement.value : known.findLast(({ year }) => year === snapshot.year)
  const noUnit = unit === 'not-stated' ? [s.unitNotStated] : []
  if (!value) {
    const latest = known.at(-1)
    return {
      said: html`<span class="none">${why ?? words.missing['not-submitted']}</span>`,
      notes: [
        yearWord(page, indicator, snapshot.year),
        ...(latest
          ? [s.latest(yearWord(page, indicator, latest.year), plainFigure(page, latest, unit))]
          : []),
      ],
    }
  }
  const older = value.year !== snapshot.year
  return {
    value,
    said: html`${figure(page, value, unit)}${value.provisional && html`<small class="aside">${s.provisional}</small>`}`,
    notes: [
      yearWord(page, indicator, value.year),
      ...noUnit,
      ...(older ? [s.judgedByYear(words.shortYear(value.year))] : []),
      ...(older && why ? [s.ofYear(yearWord(page, indicator, snapshot.year), why)] : []),
    ],
  }
}
