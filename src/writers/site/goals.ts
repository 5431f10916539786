import { type Html, html } from './html.ts'
import { drawIndicator } from './indicator-row.ts'
import { goalListings, type Listing } from './listings.ts'
import { judgementMark } from './marks.ts'
import { anchorOf, indicatorNamed, nameOf, nodeName, type Page, type Promised } from './page.ts'
import { answerOf, drawTally } from './tally.ts'

/** いまの状況: the tally, then each goal with its indicators in the order of the plan. */
export function drawNow(page: Page): Html {
  const { s } = page
  return html`<section class="sec" id="now" aria-labelledby="h-now"><h2 id="h-now">${s.now}</h2>
<p class="lead">${answerOf(page)}</p>
${drawTally(page)}
<p class="quiet key">${s.key}</p>
${goalListings(page).map(
  ({ goal, listings }) => html`<div class="goal"><h3>${nodeName(page, goal)}</h3>
<ul class="inds">${listings.map((listing) => drawListing(page, listing))}</ul></div>
`,
)}</section>
`
}

const drawListing = (page: Page, { row, relisted }: Listing): Html =>
  relisted ? drawAgain(page, row) : drawIndicator(page, row)

/** 再掲: a line that leads to where the indicator stands and is counted. */
const drawAgain = (page: Page, row: Promised): Html =>
  html`<li class="ind again"><p class="ind-grade">${judgementMark(page, row)}</p>
<div class="ind-name"><a href="#${anchorOf(row.commitment)}">${nameOf(page, indicatorNamed(row))}</a> <span class="tag">${page.s.again}</span></div>
<p class="ind-note quiet">${page.s.againNote}</p></li>
`
