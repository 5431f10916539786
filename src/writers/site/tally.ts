import type { YearSnapshot } from '#domain/cycle/snapshot.ts'
import { type Html, html, joined, type Part, weave } from './html.ts'
import { gradeWord, marked, ungradedWord } from './marks.ts'
import { anchorOf, indicatorNamed, nameOf, type Page, type Promised, sentences } from './page.ts'

/** 「達成」「順調」: the words of the grades that the scheme counts as on track. */
export const onTrackWords = (page: Page): string =>
  page.s.listed(
    page.snapshot.total.grades
      .filter(({ grade }) => page.snapshot.scheme.onTrack.includes(grade))
      .map(({ grade, label }) => gradeWord(page, grade, label)),
  )

/** The answer in one sentence: how many, of how many, and the share as it is computed. */
export function answerOf(page: Page): Part {
  const { s, snapshot } = page
  const { onTrack, commitments, graded, ungraded } = snapshot.total
  if (commitments === 0) return s.nothingToJudge
  if (graded === 0) return s.noneJudged(commitments)
  const said = weave((put) =>
    s.answer(
      onTrack.of,
      onTrackWords(page),
      onTrack.count,
      put(html`<span class="nb">${onTrack.expression}</span>`),
    ),
  )
  return onTrack.ungradedInDenominator || ungraded === 0 ? said : sentences(page, said, s.leftOut(ungraded))
}

/** 判定ごとの件数: every grade of the scheme, zeros too, and what cannot be judged yet. */
export function drawTally(page: Page): Html {
  const { s, snapshot } = page
  const { grades, ungraded }: YearSnapshot['total'] = snapshot.total
  const box = (count: number, drawn: Html) =>
    html`<li${count === 0 && html` class="zero"`}>${drawn}<b>${count}<small>${s.items}</small></b></li>`
  return html`<ul class="tally" aria-label="${s.tally}">
${grades.map(({ grade, label, tone, count }) => [box(count, marked(tone, gradeWord(page, grade, label))), '\n'])}${box(
  ungraded,
  marked('none', ungradedWord(page)),
)}
</ul>
${drawReasons(page)}`
}

/** Why some cannot be judged: each reason once, with the indicators it holds for. */
function drawReasons(page: Page): Html {
  const { s, words } = page
  const byReason = Map.groupBy(
    page.rows.filter(({ judgement }) => judgement.kind === 'ungraded'),
    ({ judgement }) => (judgement.kind === 'ungraded' ? words.ungraded(judgement.why, judgement.detail) : ''),
  )
  if (byReason.size === 0) return html``
  const link = (row: Promised) =>
    html`<a href="#${anchorOf(row.commitment)}">${nameOf(page, indicatorNamed(row))}</a>`
  return html`<div class="reasons"><h3>${s.reasons}</h3><ul>${[...byReason].map(
    ([reason, rows]) =>
      html`<li><b>${reason}</b>${s.brackets(`${rows.length}${s.items}`)} ${joined(rows.map(link), words.comma)}</li>`,
  )}</ul></div>`
}
