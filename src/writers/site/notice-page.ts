import { pathIn } from '#words/languages.ts'
import type { Words } from '#words/words.ts'
import { html, markupOf } from './html.ts'

/** A public page that cannot be shown: what happened and what to do, in the same style. */
export const writeNoticePage = (
  words: Words,
  { title, next }: { readonly title: string; readonly next: string },
): string =>
  `<!doctype html>${markupOf(html`<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${words.app.name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<main id="main">
<h1>${title}</h1>
<p>${next}</p>
<p><a href="${pathIn(words.lang, '/')}">${words.app.toStart}</a></p>
</main>
</body>
</html>
`)}`
