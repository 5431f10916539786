import type { PublicYear } from '#domain/cycle/snapshot.ts'
import { figure, pair } from './figures.ts'
import { drawFiles } from './files.ts'
import { drawFollowUps } from './follow-ups.ts'
import { drawFrame } from './frame.ts'
import { drawNow } from './goals.ts'
import { drawChanged } from './history.ts'
import { type Html, html, weave } from './html.ts'
import { drawOpinions } from './opinions.ts'
import { type Asked, governmentNamed, inJapanese, nameOf, type Page, pageOf } from './page.ts'
import { drawTotals } from './totals.ts'

/**
 * 公表ページ: the whole page of a plan's year as HTML, from its snapshot alone. Same snapshot, same bytes.
 * No script and no style of its own; everything that came from outside is escaped.
 */
export function writeYearPage(shown: PublicYear, asked: Asked): string {
  const page = pageOf(shown, asked)
  return drawFrame(
    page,
    html`${drawTitle(page)}${drawNow(page)}${drawChanged(page)}${drawOpinions(page)}${drawFollowUps(page)}${drawTotals(page)}${drawFiles(page)}`,
  )
}

/** What the page is about: plan and year, its promise, its period and which publication this is. */
function drawTitle(page: Page): Html {
  const { s, words, plan, snapshot, shown } = page
  const { from, to, fromNote } = plan.period
  const first =
    from === 'not-stated'
      ? html`${fromNote === undefined ? words.app.notStated : inJapanese(page, fromNote)}`
      : html`${s.fiscal(from)}`
  const { publication } = shown
  return html`<div class="title"><p class="eyebrow">${nameOf(page, governmentNamed(page))}</p>
<h1>${nameOf(page, plan)} <span class="nb">${s.bothYears(snapshot.year, words.year(snapshot.year))}</span></h1>
${drawPromise(page)}<dl class="facts">${pair(
    s.planPeriod,
    weave((put) => s.span(put(first), s.fiscal(to))),
  )}${pair(s.edition, inJapanese(page, plan.edition.label))}${pair(
    s.published,
    publication
      ? html`${s.nthPublication(publication.number)} <span class="nb">${words.moment(publication.publishedAt)}</span>`
      : html`${s.notYet}`,
  )}</dl></div>
`
}

/** The promise in one sentence, where the plan makes one: a value for a year, or the year in which something comes true. */
function drawPromise(page: Page): Html | undefined {
  const promise = page.plan.figures.find((figure) => figure.promise)
  if (!promise) return undefined
  const { what, year, unit } = promise
  const of = year === 'not-stated' ? page.s.yearNotStated : page.s.calendar(year)
  const value = unit === '年' ? undefined : figure(page, promise, unit)
  return html`<p class="lead promise">${weave((put) =>
    page.s.promise(of, put(inJapanese(page, what)), value ? put(value) : ''),
  )}</p>
`
}
