import type { PublishedOpinion } from '#domain/cycle/snapshot.ts'
import { type Html, html } from './html.ts'
import { anchorOf, indicatorNamed, inJapanese, nameOf, nodeName, type Page } from './page.ts'
import { departmentWord } from './whose.ts'

/** 検証委員会の意見 → 対応, each answer beside what it answers. */
export function drawOpinions(page: Page): Html {
  const { s, snapshot } = page
  return html`<section class="sec" id="review" aria-labelledby="h-review"><h2 id="h-review">${s.opinions}</h2>
${
  snapshot.opinions.length === 0
    ? html`<p>${s.noOpinions}</p>`
    : html`<ul class="says">${snapshot.opinions.map((opinion) => drawOpinion(page, opinion))}</ul>`
}</section>
`
}

function drawOpinion(
  page: Page,
  { year, subject, panel, affiliation, text, response }: PublishedOpinion,
): Html {
  const { s, words } = page
  const department = departmentWord(page, response?.department)
  const states: Readonly<Record<string, string>> = words.responseStates
  return html`<li><div class="says-what"><p class="quiet">${s.opinion} · ${s.fiscal(year)} · ${inJapanese(page, panel)}${
    affiliation !== undefined && html` · ${inJapanese(page, affiliation)}`
  }</p>
<p class="on">${drawSubject(page, subject)}</p><p>${inJapanese(page, text)}</p></div>
<div class="says-then"><p class="quiet">${s.response}${
    department && html` · ${s.department}${department}`
  }</p>${
    response
      ? html`<p><span class="tag">${states[response.state] ?? response.state}</span>${inJapanese(page, response.text)}</p>`
      : html`<p class="none">${s.noResponse}</p>`
  }</div></li>
`
}

/** What the opinion is about: an indicator on this page, a node of the plan, or the whole of it. */
function drawSubject(page: Page, subject: string): Html {
  const row = page.rows.find(({ commitment, of }) => commitment === subject || of.indicator === subject)
  if (row) return html`<a href="#${anchorOf(row.commitment)}">${nameOf(page, indicatorNamed(row))}</a>`
  const place = page.places.get(subject)
  return place ? nodeName(page, place) : html`${page.s.wholePlan}`
}
