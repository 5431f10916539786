import { BY_APPROVAL, type RecordedActual } from '#domain/indicator/recorded.ts'
import { unitIn, valueOrReason, yearWord } from './figures.ts'
import { type Html, html } from './html.ts'
import { anchorOf, indicatorNamed, inJapanese, nameOf, type Page, type Promised } from './page.ts'
import { type Correction, correctionsOf } from './standing.ts'
import { whoseWord } from './whose.ts'

/** 直した記録 of one indicator, newest first. */
export const drawCorrections = (page: Page, row: Promised, corrections: readonly Correction[]): Html =>
  html`<ul class="changes">${corrections.map((each) => drawOne(page, row, each))}</ul>`

/** この年に直した値: every correction on the page in one list, each once, even where two commitments share an indicator. */
export function drawChanged(page: Page): Html {
  const { s } = page
  const seen = new Set<string>()
  const all = page.rows
    .flatMap((row) => correctionsOf(row.records).map((correction) => ({ row, correction })))
    .filter(({ correction: { record } }) => !seen.has(record.id) && seen.add(record.id))
    .sort((a, b) => (a.correction.record.recordedAt < b.correction.record.recordedAt ? 1 : -1))
  return html`<section class="sec" id="changed" aria-labelledby="h-changed"><h2 id="h-changed">${s.changed}</h2>
${
  all.length === 0
    ? html`<p>${s.noCorrections}</p>`
    : html`<p class="lead">${s.changedLead}</p><ul class="changes wide">${all.map(({ row, correction }) =>
        drawOne(
          page,
          row,
          correction,
          html`<a href="#${anchorOf(row.commitment)}">${nameOf(page, indicatorNamed(row))}</a> `,
        ),
      )}</ul>`
}</section>
`
}

function drawOne(page: Page, row: Promised, { record, old }: Correction, name: Html = html``): Html {
  const { s, words } = page
  const value = (each: RecordedActual) => valueOrReason(page, each.actual, unitIn(row))
  const year = (each: RecordedActual) => yearWord(page, row.indicator, each.actual.year)
  const moved = old && old.actual.year !== record.actual.year
  return html`<li><time datetime="${record.recordedAt}">${words.moment(record.recordedAt)}</time>
<div><p class="what"><span class="tag">${s.correction}</span>${name}${s.change(year(record))}<br>
${old && html`<del><span class="vh">${s.before} </span>${value(old)}${moved && s.brackets(year(old))}</del> <span aria-hidden="true">→</span> `}<ins><span class="vh">${s.after} </span>${value(record)}</ins></p>
<p>${s.because}${drawReason(page, record.reason)}</p>
<p class="quiet">${s.department}${whoseWord(page, row)}</p></div></li>
`
}

/** What the application wrote for a reason is said in words; the rest is as it was written. */
const drawReason = (page: Page, reason: string | undefined): Html =>
  reason === undefined || reason === ''
    ? html`${page.s.noReason}`
    : reason === BY_APPROVAL
      ? html`${page.words.history.byApproval}`
      : inJapanese(page, reason)
