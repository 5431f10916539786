import {
  type CommentTable,
  type Consultation,
  type ConsultationState,
  LONGEST_COMMENT,
} from '#domain/cycle/consultation.ts'
import { LANGUAGES, pathIn } from '#words/languages.ts'
import type { Words } from '#words/words.ts'
import { type Html, html, markupOf } from './html.ts'
import { table } from './table.ts'

/** What somebody typed, given back where the form is refused. */
export type TypedComment = Readonly<Record<'about' | 'text' | 'name' | 'contact', string>>

export type ConsultationPage = {
  readonly government: string
  /** The plan whose draft is laid open, and the name of that edition. */
  readonly plan: string
  readonly edition: string
  readonly consultation: Consultation
  readonly state: ConsultationState
  readonly path: string
  /** Made with the form, so that one that is sent twice is one comment. */
  readonly token: string
  readonly published?: {
    readonly table: CommentTable
    readonly number: number
    readonly sha256: string
    readonly at: string
  }
  readonly typed?: TypedComment
  readonly refused?: string
  /** Number of the receipt, where a comment was just taken in. */
  readonly receipt?: string
}

/** 意見募集のページ: what is asked, the draft, the form while it is open, and the table once it is published. No script. */
export function writeConsultationPage(page: ConsultationPage, words: Words): string {
  const { consult: w } = words
  const { title, from, until, about } = page.consultation
  const japanese = (text: string) =>
    words.lang === 'ja' ? html`${text}` : html`<span lang="ja">${text}</span>`
  return `<!doctype html>${markupOf(html`<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${w.title} — ${page.government}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip" href="#main">${words.sitePage.skip}</a>
<header class="top"><div class="wrap"><div class="top-line"><p class="brand"><b>${page.government}</b> <span>${w.title}</span></p>
<nav aria-label="${words.sitePage.languages}"><ul class="langs">${LANGUAGES.map(
    ({ lang, name }) =>
      html`<li><a href="${pathIn(lang, page.path)}" lang="${lang}" hreflang="${lang}"${
        lang === words.lang && html` aria-current="true"`
      }>${name}</a></li>`,
  )}</ul></nav></div></div></header>
<main id="main"><div class="wrap">
<div class="title"><p class="eyebrow">${w.title}</p><h1>${japanese(title)}</h1>
<p class="lead">${w.publicLead(from, until)}</p></div>
${about !== '' && html`<p class="typed">${japanese(about)}</p>`}
<section class="sec" aria-labelledby="h-draft"><h2 id="h-draft">${w.draftFiles}</h2>
<p>${japanese(page.plan)} ${japanese(page.edition)}</p><p class="quiet">${w.draftNote}</p>
<ul>${(['pdf', 'docx'] as const).map(
    (format) =>
      html`<li><a href="${page.path}/draft.${format}">${japanese(page.edition)} (${format.toUpperCase()})</a></li>`,
  )}</ul></section>
${body(page, words)}
</div></main>
</body>
</html>
`)}`
}

function body(page: ConsultationPage, words: Words): Html {
  const w = words.consult
  const { state, receipt } = page
  if (receipt !== undefined)
    return html`<section class="sec" role="status"><h2>${w.thanks(receipt)}</h2><p>${w.thanksNext}</p>
<p><a href="${page.path}">${w.again}</a></p></section>`
  if (state === 'open') return form(page, words)
  if (page.published) return result(page.published, page.path, words)
  if (state === 'planned') return html`<p>${w.notYet(page.consultation.from)}</p>`
  return html`<p>${state === 'withdrawn' ? w.withdrawn : w.sorting}</p>`
}

function form({ consultation, path, token, typed, refused }: ConsultationPage, words: Words): Html {
  const w = words.consult
  const line = (name: 'about' | 'name' | 'contact', label: string, fill: string) =>
    html`<p class="ask"><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${typed?.[name] ?? ''}" maxlength="500" autocomplete="${fill}"></p>`
  return html`<section class="sec" aria-labelledby="h-form"><h2 id="h-form">${w.form}</h2>
${refused !== undefined && html`<p class="refused" role="alert">${refused}</p>`}
<form method="post" action="${path}" class="asks"><input type="hidden" name="token" value="${token}">
${line('about', w.formPart, 'off')}
<p class="ask"><label for="text">${w.formText} <small>${words.app.required}</small></label>
<textarea id="text" name="text" rows="8" required aria-describedby="limit">${typed?.text ?? ''}</textarea>
<small id="limit">${w.formLimit(LONGEST_COMMENT)}</small></p>
${
  consultation.asks === 'name' &&
  html`${line('name', w.formName, 'name')}${line('contact', w.formContact, 'street-address')}<p class="quiet">${w.formPrivacy}</p>`
}
<p><button type="submit">${w.formSend}</button></p></form></section>`
}

function result(
  { table: made, number, sha256, at }: NonNullable<ConsultationPage['published']>,
  path: string,
  words: Words,
): Html {
  const w = words.consult
  const japanese = (text: string) =>
    words.lang === 'ja' ? html`${text}` : html`<span lang="ja">${text}</span>`
  const [, heading = '', summary = '', count = '', answer = '', outcome = ''] = w.csvHeads
  return html`<section class="sec" aria-labelledby="h-result"><h2 id="h-result">${w.table}</h2>
<p>${w.result(made.received)} ${Object.entries(made.byChannel)
    .map(([channel, of]) => `${w.channels[channel as keyof typeof w.channels]} ${of}`)
    .join(words.comma)}</p>
${number > 1 && html`<p class="notice">${w.correction(number)}</p>`}
${
  made.rows.length > 0 &&
  table(
    w.table,
    [
      { name: heading },
      { name: summary, is: 'full' },
      { name: count, is: 'number' },
      { name: answer, is: 'full' },
      { name: outcome },
    ],
    made.rows.map((row) => ({
      cells: [
        japanese(row.heading),
        japanese(row.summary),
        String(row.count),
        html`${japanese(row.answer)}${row.change !== '' && html`<br>${w.change1(row.change)}`}${
          row.department !== undefined && html` <span class="quiet">${japanese(row.department)}</span>`
        }`,
        w.outcomes[row.outcome],
      ],
    })),
  )
}
<p class="quiet">${words.moment(at)} SHA-256 <code>${sha256}</code></p>
<p><a href="${path}/table.csv">${w.table} (CSV)</a></p></section>`
}
