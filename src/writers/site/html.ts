const MARKUP: unique symbol = Symbol('markup')

/** Text already marked as HTML. The key is a symbol, so nothing that came out of JSON can pass for it. */
export type Html = { readonly [MARKUP]: string }

/** What may stand in a template: `undefined` and `false` print nothing, so that a part can be left out. */
export type Part = Html | string | number | undefined | false | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Marks text as HTML. Only for markup written in this folder, never for a value. */
export const trusted = (markup: string): Html => ({ [MARKUP]: markup })

const isHtml = (part: object): part is Html => MARKUP in part

/** The markup of a part: escaped unless it is marked as HTML. */
export function markupOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part !== 'object') return escapeHtml(String(part))
  return isHtml(part) ? part[MARKUP] : part.map(markupOf).join('')
}

/** A tagged template in which every value is escaped by default, in text and in quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  trusted(strings.map((each, at) => (at === 0 ? each : markupOf(parts[at - 1]) + each)).join(''))

/**
 * A sentence of the words with markup in it: `weave((put) => words.valuesOf(put(name)))`. What is put in is stood for by a
 * private-use character while the sentence is made, so words stay plain text.
 */
export function weave(say: (put: (part: Part) => string) => string): Html {
  const parts: Part[] = []
  const sentence = say((part) => String.fromCharCode(0xe000 + parts.push(part) - 1))
  return html`${[...sentence].map((sign) => {
    const at = sign.charCodeAt(0) - 0xe000
    return at >= 0 && at < parts.length ? parts[at] : sign
  })}`
}

/** Parts with something between them; empty ones are dropped first. */
export const joined = (parts: readonly Part[], between: Part): Html =>
  html`${parts
    .filter((part) => markupOf(part) !== '')
    .map((part, at) => (at === 0 ? part : [between, part]))}`
