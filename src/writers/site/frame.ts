import { LANGUAGES, pathIn } from '#words/languages.ts'
import { type Html, html, markupOf } from './html.ts'
import { drawNotices } from './notices.ts'
import { atMoment, governmentNamed, nameOf, type Page, plainName, sentences } from './page.ts'

/** The page around its content: head, skip link, header with languages, notices, footer with the moment. */
export function drawFrame(page: Page, main: Html): string {
  const { s, lang, path, asOf, plan, snapshot, words } = page
  const government = plainName(page, governmentNamed(page))
  const title = plainName(page, plan)
  const year = s.bothYears(snapshot.year, words.year(snapshot.year))
  const address = (of: typeof lang) => atMoment(pathIn(of, path), asOf)
  const parts = [
    ['now', s.now],
    ['changed', s.changed],
    ['review', s.opinions],
    ...(snapshot.followUps ? ([['follow-up', s.followUps]] as const) : []),
    ['counting', s.counting],
    ['files', s.files],
  ] as const
  return markupOf(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${year} — ${government}</title>
<meta name="description" content="${s.description(government, title, year)}">
<link rel="stylesheet" href="/site.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${LANGUAGES.map((each) => html`<link rel="alternate" hreflang="${each.lang}" href="${address(each.lang)}">\n`)}</head>
<body>
<a class="skip" href="#main">${s.skip}</a>
<header class="top"><div class="wrap">
<div class="top-line"><p class="brand"><b>${nameOf(page, governmentNamed(page))}</b> <span>${s.brand}</span></p>
<nav aria-label="${s.languages}"><ul class="langs">${LANGUAGES.map(
    (each) =>
      html`<li><a href="${address(each.lang)}" lang="${each.lang}" hreflang="${each.lang}"${
        each.lang === lang && html` aria-current="true"`
      }>${each.name}</a></li>`,
  )}</ul></nav></div>
<nav aria-label="${s.onThisPage}"><ul class="parts">${parts.map(
    ([id, name]) => html`<li><a href="#${id}">${name}</a></li>`,
  )}</ul></nav>
</div></header>
${drawNotices(page)}<main id="main" class="wrap" tabindex="-1">
${main}</main>
${drawFoot(page)}</body>
</html>
`)
}

/** Whose page this is, and of when. */
const drawFoot = (page: Page): Html => {
  const { s, words, snapshot, shown } = page
  return html`<footer class="foot"><div class="wrap"><p><b>${nameOf(page, governmentNamed(page))}</b> ${nameOf(page, page.plan)}</p>
<p>${sentences(
    page,
    html`<time datetime="${snapshot.takenAt}">${s.asOf(words.moment(snapshot.takenAt))}</time>${s.stop}`,
    shown.publication ? s.contentAsOf : s.contentNotPublic,
    s.prevails,
  )}</p></div></footer>
`
}
