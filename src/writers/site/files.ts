import { pair } from './figures.ts'
import { type Html, html } from './html.ts'
import { atMoment, inJapanese, type Page } from './page.ts'

/** 資料とデータ: which publication this is and how to tell that it is unchanged, all publications of the year, and the documents. */
export function drawFiles(page: Page): Html {
  const { s, words, plan, path, snapshot, shown } = page
  const { publication, publications } = shown
  return html`<section class="sec" id="files" aria-labelledby="h-files"><h2 id="h-files">${s.files}</h2>
<div class="split"><h3>${s.thisContent}</h3><dl class="kv">${
    publication
      ? [
          pair(s.number, s.nthPublication(publication.number)),
          pair(s.publishedAt, words.moment(publication.publishedAt)),
          pair(s.takenAt, words.moment(snapshot.takenAt)),
          pair(s.sha, html`<code>${publication.sha256}</code>`, s.shaNote),
        ]
      : [pair(s.number, s.notYet), pair(s.takenAt, words.moment(snapshot.takenAt))]
  }</dl></div>
<div class="split"><h3>${s.publications}</h3><ul class="rows">${publications.map(
    ({ number, publishedAt, note }) =>
      html`<li><a href="${atMoment(path, publishedAt)}"${
        number === publication?.number && html` aria-current="page"`
      }>${s.nthPublication(number)}${s.brackets(words.moment(publishedAt))}</a>${
        number === publication?.number && html` <span class="tag">${s.showing}</span>`
      }${number > 1 && html` <span class="tag">${s.correction}</span>`}${
        note !== undefined && html`<p class="quiet">${s.because}${inJapanese(page, note)}</p>`
      }</li>`,
  )}</ul></div>
${
  plan.documents.length > 0 &&
  html`<div class="split"><h3>${s.documents}</h3><ul class="rows">${plan.documents.map(
    ({ title, publisher, published, lines, sha256 }) => html`<li><b>${inJapanese(page, title)}</b>
<p class="quiet">${inJapanese(page, publisher)}${published !== undefined && [' · ', published]}${
      lines !== undefined && [' · ', s.lines(lines)]
    }</p>${sha256 !== undefined && html`<p class="quiet"><span class="vh">SHA-256 </span><code>${sha256}</code></p>`}</li>`,
  )}</ul></div>`
}</section>
`
}
