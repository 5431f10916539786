import { yearWord } from './figures.ts'
import { type Html, html, weave } from './html.ts'
import { goalListings, type Listing } from './listings.ts'
import { gradeWord, judgementMark, marked, ungradedWord } from './marks.ts'
import { anchorOf, indicatorNamed, inJapanese, nameOf, nodeName, type Page, sentences } from './page.ts'
import { type Column, table } from './table.ts'
import { onTrackWords } from './tally.ts'

/** 合計の数え方: the rule, the counts by goal, and every judgement on a line of its own, from which all can be counted again. */
export function drawTotals(page: Page): Html {
  const { s, words, snapshot } = page
  const { scheme, total } = snapshot
  const { citation, date } = scheme.source
  const list = (title: string, said: typeof scheme.assumed) =>
    said.length > 0 &&
    html`<p>${title}</p><ul class="dots">${said.map((each) => html`<li>${words.label(each)}</li>`)}</ul>`
  return html`<section class="sec" id="counting" aria-labelledby="h-counting"><h2 id="h-counting">${s.counting}</h2>
<div class="prose"><p>${sentences(page, s.countsOnce(total.relisted), s.noAverage)}</p>
<p>${sentences(
    page,
    [s.shareOf(onTrackWords(page), total.onTrack.expression), s.stop],
    total.onTrack.ungradedInDenominator ? s.ungradedCounted : total.ungraded > 0 && s.leftOut(total.ungraded),
  )}</p>
<p>${sentences(
    page,
    s.scheme(words.label(scheme.title), scheme.version),
    weave((put) => s.schemeSource(put(inJapanese(page, citation)), date === 'not-stated' ? '' : date)),
  )}${s.stop}</p>
${list(s.assumed, scheme.assumed)}${list(s.readings, scheme.readings ?? [])}</div>
${
  page.rows.length > 0 &&
  html`${drawByGoal(page)}<p class="before-table">${s.countingLead}</p>
${drawList(page)}`
}</section>
`
}

function drawByGoal(page: Page): Html {
  const { s, snapshot } = page
  const { grades } = snapshot.total
  const columns: readonly Column[] = [
    { name: s.goal },
    ...grades.map(({ grade, label, tone }): Column => {
      const name = gradeWord(page, grade, label)
      return { name, head: marked(tone, name), is: 'number' }
    }),
    { name: ungradedWord(page), head: marked('none', ungradedWord(page)), is: 'number' },
    { name: s.sum, is: 'main' },
    { name: s.again, is: 'number' },
  ]
  const counted = ({ grades, ungraded, commitments, relisted }: typeof snapshot.total) => [
    ...grades.map(({ count }) => count),
    ungraded,
    commitments,
    relisted,
  ]
  const rows = [...page.places.values()].flatMap((goal) => {
    const found = snapshot.goals.find((each) => each.goal === goal.node.id)
    return found ? [{ cells: [nodeName(page, goal), ...counted(found.counts)] }] : []
  })
  return table(s.byGoal, columns, rows, {
    unit: s.items && s.unit(s.items),
    foot: [{ cells: [s.all, ...counted(snapshot.total)], strong: true }],
  })
}

function drawList(page: Page): Html {
  const { s, words } = page
  const columns: readonly Column[] = [
    { name: s.indicator },
    { name: s.goal, is: 'full' },
    { name: s.grade, is: 'full' },
    { name: s.basis, is: 'full' },
    { name: s.counted, is: 'number' },
  ]
  const basis = ({ row: { judgement, indicator } }: Listing) =>
    judgement.kind === 'graded'
      ? yearWord(page, indicator, judgement.valueYear)
      : words.ungraded(judgement.why, judgement.detail)
  const rows = goalListings(page).flatMap(({ goal, listings }) =>
    listings.map((listing) => ({
      cells: [
        html`<a href="#${anchorOf(listing.row.commitment)}">${nameOf(page, indicatorNamed(listing.row))}</a>`,
        nodeName(page, goal),
        judgementMark(page, listing.row),
        basis(listing),
        listing.relisted ? html`0 <small>${s.again}</small>` : 1,
      ],
    })),
  )
  return table(s.oneByOne, columns, rows)
}
