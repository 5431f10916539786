import { type Html, html } from './html.ts'
import { inJapanese, type Page } from './page.ts'

/** What a reader must know before reading: invented, not yet public, an earlier publication, a correction. */
export function drawNotices(page: Page): Html {
  const { s, words, path, snapshot, shown } = page
  const { publication, publications } = shown
  const newest = publications[0]
  const current = html`<a href="${path}">${s.toCurrent}</a>`
  const said = [
    snapshot.government.fictional && html`<p>${s.fictional}</p>`,
    !publication && html`<p><b>${s.notPublic(words.moment(snapshot.takenAt))}</b> ${newest && current}</p>`,
    publication &&
      newest &&
      newest.number > publication.number &&
      html`<p><b>${s.newer(newest.number, words.moment(newest.publishedAt))}</b> ${current}</p>`,
    publication &&
      publication.number > 1 &&
      html`<p><span class="tag">${s.correction}</span>${s.corrected(
        publication.number,
        words.moment(publication.publishedAt),
      )} ${publication.note !== undefined && html`${s.because}${inJapanese(page, publication.note)}`}</p>`,
  ].filter((notice) => notice !== false && notice !== undefined)
  return said.length === 0
    ? html``
    : html`<aside class="notices" aria-label="${s.notices}"><div class="wrap">${said}</div></aside>
`
}
