import { type Html, html } from './html.ts'
import { inJapanese, nameOf, type Page } from './page.ts'

/** 今後の方針: what was decided after the judgements and the opinions; nothing where nothing was decided. */
export function drawFollowUps(page: Page): Html | undefined {
  const { s, snapshot } = page
  if (!snapshot.followUps) return undefined
  return html`<section class="sec" id="follow-up" aria-labelledby="h-follow-up"><h2 id="h-follow-up">${s.followUps}</h2>
<ul class="says">${snapshot.followUps.map(
    ({
      name,
      names,
      choice,
      reason,
    }) => html`<li><div class="says-what"><p class="on">${nameOf(page, { name, names })}</p></div>
<div class="says-then"><p><span class="tag">${nameOf(page, choice)}</span>${inJapanese(page, reason)}</p></div></li>
`,
  )}</ul></section>
`
}
