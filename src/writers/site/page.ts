import type { PublicYear, YearSnapshot } from '#domain/cycle/snapshot.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { type Placed, placedNodes } from '#domain/plan/walk.ts'
import { type Named, nameIn, naming } from '#domain/shared/lang.ts'
import type { Words } from '#words/words.ts'
import { type Html, html, joined, type Part } from './html.ts'

export type SnapshotRow = YearSnapshot['rows'][number]

/** What is asked for: the words of a language, the moment, and the path that the page was asked by. */
export type Asked = { readonly words: Words; readonly asOf: string | undefined; readonly path: string }

/** One line of いまの状況: a commitment of the snapshot with the plan's own entries for it. */
export type Promised = SnapshotRow & {
  readonly of: Commitment
  readonly indicator: Indicator
  readonly place: Placed
}

/** What every part of the page is drawn from. */
export type Page = Asked & {
  readonly shown: PublicYear
  readonly snapshot: YearSnapshot
  readonly plan: Plan
  readonly s: Words['sitePage']
  readonly lang: Words['lang']
  readonly places: ReadonlyMap<string, Placed>
  readonly rows: readonly Promised[]
}

export function pageOf(shown: PublicYear, asked: Asked): Page {
  const { snapshot } = shown
  const { plan } = snapshot
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const rows = snapshot.rows.flatMap((row): Promised[] => {
    const of = plan.commitments.find(({ id }) => id === row.commitment)
    const indicator = plan.indicators.find(({ id }) => id === of?.indicator)
    const place = of && places.get(of.on)
    return of && indicator && place ? [{ ...row, of, indicator, place }] : []
  })
  return { ...asked, shown, snapshot, plan, s: asked.words.sitePage, lang: asked.words.lang, places, rows }
}

/** Text that exists in Japanese only: marked as such where the page is in another language. */
export const inJapanese = ({ lang }: Page, text: string): Html =>
  lang === 'ja' || text === '' ? html`${text}` : html`<span lang="ja">${text}</span>`

/** An official name: in the page's language where there is one, else in Japanese, marked for the eye as well. */
export function nameOf(page: Page, thing: Named): Html {
  const { text, lang } = naming(page.lang, thing)
  return lang === page.lang || text === ''
    ? html`${text}`
    : html`<span lang="${lang}">${text}</span><small class="only">${page.s.onlyJapanese}</small>`
}

/** The same name as plain text, for a sentence or an attribute. */
export const plainName = ({ lang }: Page, thing: Named): string => nameIn(lang, thing)

export const indicatorNamed = ({ of, indicator }: Promised): Named => ({
  name: of.printedName ?? indicator.name,
  ...(indicator.names ? { names: indicator.names } : {}),
})

export const governmentNamed = ({ snapshot: { government } }: Page): Named => ({
  name: government.name,
  ...(government.nameEn ? { names: { en: government.nameEn } } : {}),
})

/** Sentences after one another: Japanese and Chinese put no space between them. */
export const sentences = ({ lang }: Page, ...said: readonly Part[]): Html =>
  joined(said, lang === 'en' ? ' ' : '')

/** 「基本目標1 仕事をつくる」. */
export const nodeName = (page: Page, { node }: Placed): Html =>
  html`${node.number !== undefined && html`<span class="number">${inJapanese(page, node.number)}</span> `}${nameOf(page, node)}`

export const anchorOf = (commitment: string): string => `c-${commitment}`

/** This page at another moment. */
export const atMoment = (path: string, asOf: string | undefined): string =>
  asOf === undefined ? path : `${path}?asOf=${encodeURIComponent(asOf)}`
