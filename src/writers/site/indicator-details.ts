import type { RecordedActual } from '#domain/indicator/recorded.ts'
import { baselineYear, figure, unitIn, valueOrReason, yearWord } from './figures.ts'
import { drawCorrections } from './history.ts'
import { type Html, html, weave } from './html.ts'
import { drawOrigins, drawPlace } from './origin.ts'
import { indicatorNamed, inJapanese, nameOf, type Page, type Promised } from './page.ts'
import { correctionsOf, type YearRecord, yearRecords } from './standing.ts'
import { table } from './table.ts'
import { drawWorking } from './working.ts'

/** What an indicator rests on: the working, every value, every correction, and where the promise comes from. */
export function drawDetails(page: Page, row: Promised): Html {
  const { s } = page
  const name = nameOf(page, indicatorNamed(row))
  const corrections = correctionsOf(row.records)
  return html`<details class="ind-more"><summary><span class="vh">${weave((put) => s.moreOf(put(name)))}</span>${s.more}</summary>
<div class="more">
<div class="part"><h5>${s.calculation}</h5>${drawWorking(page, row.judgement)}</div>
<div class="part"><h5>${s.given}</h5>${drawGiven(page, row)}</div>
<div class="part">${drawValues(page, row)}</div>
<div class="part"><h5>${s.corrections}</h5>${
    corrections.length > 0
      ? drawCorrections(page, row, corrections)
      : html`<p class="quiet">${s.noCorrections}</p>`
  }</div>
<div class="part"><h5>${s.origin}</h5>${drawOrigins(page, row)}</div>
</div></details>`
}

/** 人による判定: each stage with its grade, what was said of it, and why where it is not the computed one. */
function drawGiven(page: Page, { given = [] }: Promised): Html {
  const { s, words } = page
  if (given.length === 0) return html`<p class="quiet">${s.notGiven}</p>`
  const lines = given.map(
    ({ stage, grade, label, comment, reason, at }) =>
      html`<li><b>${words.judge.stagesLong[stage]} ${said(grade, words.label(label))}</b>${comment && html` ${inJapanese(page, comment)}`}${
        reason && html`<br>${words.judge.why} ${inJapanese(page, reason)}`
      }<br><small>${words.moment(at)}</small></li>`,
  )
  return html`<ul>${lines}</ul>`
}

const said = (grade: string, label: string) => (grade === label ? label : `${grade} ${label}`)

/** これまでの値: the baseline, then every year up to the page's year; a year without a record says so. */
function drawValues(page: Page, row: Promised): Html {
  const { s, plan, snapshot } = page
  const recorded = yearRecords(row.records)
  const { from } = plan.period
  const first = Math.min(from === 'not-stated' ? snapshot.year : from, recorded[0]?.year ?? snapshot.year)
  const empty = Array.from({ length: snapshot.year - first + 1 }, (_, at) => first + at)
    .filter((year) => !recorded.some((each) => each.year === year))
    .map((year): YearRecord => ({ year, before: [] }))
  const years = [...recorded, ...empty].sort((a, b) => a.year - b.year)
  const unit = unitIn(row)
  const { baseline } = row.of
  const columns = [
    { name: s.year },
    { name: s.value, is: 'main' },
    { name: s.from, is: 'full' },
    { name: s.recorded, is: 'full' },
  ] as const
  const start =
    baseline === 'not-stated'
      ? []
      : [
          {
            cells: [
              s.baselineRow(baselineYear(page, row)),
              figure(page, baseline, 'not-stated'),
              drawPlace(page, baseline.source ?? row.of.source),
              s.inPlan,
            ],
          },
        ]
  return table(
    weave((put) => s.valuesOf(put(nameOf(page, indicatorNamed(row))))),
    columns,
    [...start, ...years.map((each) => ({ cells: cellsOf(page, row, each) }))],
    { unit: unit === 'not-stated' ? s.unitNotStated : weave((put) => s.unit(put(inJapanese(page, unit)))) },
  )
}

function cellsOf(page: Page, row: Promised, { year, vintage, now, before, movedTo }: YearRecord) {
  const { s, words } = page
  const value = (record: RecordedActual) => valueOrReason(page, record.actual, 'not-stated')
  // A withdrawal said nothing: the value after it takes no value's place.
  const isCorrected = before.at(-1)?.actual.kind !== 'withdrawn' && before.length > 0
  const replaced =
    now?.actual.kind === 'withdrawn' ? before : before.filter(({ actual }) => actual.kind !== 'withdrawn')
  const old = replaced.map((each) => html`<del><span class="vh">${s.before} </span>${value(each)}</del> `)
  const standing = now
    ? isCorrected
      ? html`<ins><span class="vh">${s.after} </span>${value(now)}</ins>`
      : value(now)
    : html`<span class="none">${
        before.length === 0
          ? words.missing['not-submitted']
          : movedTo
            ? s.movedTo(yearWord(page, row.indicator, movedTo.actual.year))
            : s.movedAway
      }</span>`
  const last = now ?? movedTo
  const label = [
    yearWord(page, row.indicator, year),
    vintage && html` <small>${inJapanese(page, vintage)}</small>`,
  ]
  return [
    label,
    html`${old}${standing}`,
    now ? drawSource(page, now) : '—',
    last
      ? html`${words.moment(last.recordedAt)}${isCorrected && html` <span class="tag">${s.correction}</span>`}`
      : s.noRecord,
  ]
}

const drawSource = (page: Page, { source, note }: RecordedActual): Html =>
  html`${source ? inJapanese(page, source) : html`<span class="none">${page.s.noSource}</span>`}${
    note && html`<br><small>${page.s.note}${inJapanese(page, note)}</small>`
  }`
