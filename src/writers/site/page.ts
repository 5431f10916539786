import type { PublicYear, YearSnapshot } from '#domain/cycle/snapshot.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { type Placed, placedNodes } from '#domain/plan/walk.ts'
import type { Words } from '#words/words.ts'
import { type Html, html } from './html.ts'

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

type Named = { readonly name: string; readonly names?: Readonly<Partial<Record<'en' | 'zh-Hant', string>>> }

/** Text that exists in Japanese only: marked as such where the page is in another language. */
export const inJapanese = ({ lang }: Page, text: string): Html =>
  lang === 'ja' || text === '' ? html`${text}` : html`<span lang="ja">${text}</span>`

/** An official name: in the page's language where there is one, else in Japanese, marked. */
export const nameOf = (page: Page, { name, names }: Named): Html =>
  page.lang === 'en' && names?.en ? html`${names.en}` : inJapanese(page, name)

/** The same name as plain text, for a sentence or an attribute. */
export const plainName = ({ lang }: Page, { name, names }: Named): string =>
  lang === 'en' ? (names?.en ?? name) : name

export const indicatorNamed = ({ of, indicator }: Promised): Named => ({
  name: of.printedName ?? indicator.name,
  ...(indicator.names ? { names: indicator.names } : {}),
})

export const planNamed = ({ title, titles }: Plan): Named => ({
  name: title,
  ...(titles ? { names: titles } : {}),
})

export const governmentNamed = ({ snapshot: { government } }: Page): Named => ({
  name: government.name,
  ...(government.nameEn ? { names: { en: government.nameEn } } : {}),
})

/** 「基本目標1 仕事をつくる」. */
export const nodeName = (page: Page, { node }: Placed): Html =>
  html`${node.number !== undefined && html`<span class="number">${inJapanese(page, node.number)}</span> `}${nameOf(page, node)}`

export const anchorOf = (commitment: string): string => `c-${commitment}`

/** This page at another moment. */
export const atMoment = (path: string, asOf: string | undefined): string =>
  asOf === undefined ? path : `${path}?asOf=${encodeURIComponent(asOf)}`

/** This page in another language: the same path with or without the prefix. */
export const inLanguage = (path: string, lang: Words['lang']): string => {
  const plain = path.replace(/^\/en(?=\/)/, '')
  return lang === 'en' ? `/en${plain}` : plain
}
