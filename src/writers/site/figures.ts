import type { Actual } from '#domain/indicator/actual.ts'
import type { Baseline, PrintedValue } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Withdrawn } from '#domain/indicator/recorded.ts'
import { baselineYearOf, unitOf } from '#domain/indicator/settled.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import { type Html, html, markupOf } from './html.ts'
import { inJapanese, type Page, type Promised } from './page.ts'

/** The unit in small type, or nothing where the document states none: the row says so once. */
export function unitMark(page: Page, unit: string): Html {
  return unit === 'not-stated' ? html`` : html`<small class="unit">${inJapanese(page, unit)}</small>`
}

type Qualified = Pick<PrintedValue, 'value' | 'qualifier'>

const beside = (page: Page, { qualifier }: Qualified) => {
  const word = qualifier && page.words.qualifier[qualifier]
  if (!word) return { before: '', after: '' }
  if (qualifier === 'about') return { before: page.lang === 'en' ? `${word} ` : word, after: '' }
  const aside = qualifier === 'estimated' || qualifier === 'cumulative'
  return { before: '', after: aside ? page.s.brackets(word) : page.lang === 'en' ? ` ${word}` : word }
}

/** 「約70万人」「250人以上」: a number with its unit and what stands beside it. */
export function figure(page: Page, value: Qualified, unit: string): Html {
  const { before, after } = beside(page, value)
  return html`<span class="nb">${before && html`<small>${before}</small>`}<span class="n">${printDecimal(value.value)}</span>${unitMark(page, unit)}${after && html`<small>${after}</small>`}</span>`
}

/** A value, or in its place the reason why there is none. */
export const valueOrReason = (page: Page, actual: Actual | Withdrawn, unit: string): Html => {
  if (actual.kind === 'withdrawn') return html`<span class="none">${page.words.missing.withdrawn}</span>`
  if (actual.kind === 'missing') return html`<span class="none">${page.words.missing[actual.why]}</span>`
  const provisional = actual.provisional && html`<small class="aside">${page.s.provisional}</small>`
  return html`${figure(page, actual, unit)}${provisional}`
}

/** 年度, or the calendar year where the series counts by it. */
export const yearWord = ({ s }: Page, { period }: Pick<Indicator, 'period'>, year: number): string =>
  period === 'calendar-year' ? s.calendar(year) : s.fiscal(year)

/** The baseline's own year; where a person settled it, that is said. */
export function baselineYear(page: Page, { of, indicator }: Promised): string {
  const year = baselineYearOf(indicator, of)
  const { baseline } = of
  if (year === 'not-stated') return page.s.yearNotStated
  const said = isOfCalendarYear(baseline) ? page.s.calendar(year) : yearWord(page, indicator, year)
  const notes = [
    baseline !== 'not-stated' && baseline.year === 'not-stated' && page.s.settledYear,
    baseline !== 'not-stated' && baseline.span && page.s.months(baseline.span.months),
  ].filter((note) => typeof note === 'string')
  return notes.length > 0 ? `${said}${page.s.brackets(notes.join(' · '))}` : said
}

const isOfCalendarYear = (baseline: Baseline | 'not-stated') =>
  baseline !== 'not-stated' && baseline.calendarYear === true

export const unitIn = ({ indicator }: Promised): string => unitOf(indicator)

/** One pair of a definition list; without content it is left out. */
export const pair = (term: Html | string, ...said: readonly (Html | string | undefined)[]): Html => {
  const lines = said.filter((line) => line !== undefined && markupOf(line) !== '')
  return lines.length === 0
    ? html``
    : html`<div><dt>${term}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}</div>`
}
