import { nameOf } from '#domain/document/bodies.ts'
import type { DraftEntry } from '#domain/document/draft.ts'
import type { ReviewedEntry } from '#domain/document/review.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Marked } from '#readers/check/check-document.ts'
import { type Against, againstPlan } from '#readers/grammar/against-plan.ts'
import { nameKey } from '#readers/grammar/characters.ts'
import { kindFrom } from '#readers/grammar/draft-edition.ts'
import { fieldsOf } from '#readers/grammar/typed-body.ts'
import { findDocument, type ReceivedDocument } from '#store/documents.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { type Viewed, viewReview } from '#usecases/review-document.ts'
import { markedPage } from './marks.ts'
import { partsOf, partWith } from './parts.ts'
import { TABS, type Tab, tabOf } from './tabs.ts'

/** 確かさ in three steps, as the rules of the grammar mean it: of what is `sure`, 95 % must be right. */
export type Certainty = 'sure' | 'likely' | 'unsure'
const SURE = 0.9
const certaintyOf = ({ grounds }: DraftEntry): Certainty =>
  grounds.confidence >= SURE ? 'sure' : grounds.confidence >= 0.7 ? 'likely' : 'unsure'

/** Rows of one answer; the rest by the number of the first. */
const ROWS = 200

export type Asked = {
  readonly at?: string | undefined
  readonly tab?: string | undefined
  readonly show?: string | undefined
  readonly page?: number | undefined
  readonly from?: number | undefined
}

/** 取り込みの確認に要るもののすべて: the review of one document, what is selected in it, and the page of the source that shows it. */
export async function viewIntake(tx: ReadTx, id: string, asked: Asked) {
  const document = await findDocument(tx, id)
  const viewed = document && (await viewReview(tx, id))
  if (!document || !viewed) return undefined
  const { reading, review, last } = viewed
  const remarks = (reading.remarks as readonly Marked[]).map((each, at) => ({
    ...each,
    key: `${each.mark}.${at}`,
    number: at + 1,
    reason: review.accepted.get(each.mark),
  }))
  const editions = await listEditions(tx)
  const plans = inForce(editions)
  const { takenIn } = review
  const here = editions.some(
    ({ id: plan, edition }) => plan === takenIn?.plan && edition.id === takenIn.edition,
  )
  const base = await basePlan(tx, document, viewed)
  const against =
    base && againstPlan({ ...reading.draft, entries: review.entries.map(({ entry }) => entry) }, base)
  const following = followers(review.entries)
  const rows = review.entries.map((each, at) => rowOf(each, remarks, against, following[at]))
  const counts = Object.fromEntries(
    TABS.map((tab) => [tab, rows.filter((row) => row.tab === tab).length]),
  ) as Record<Tab, number>
  const own = rows.find(({ id: entry }) => entry === asked.at)?.tab
  const tab =
    TABS.find((each) => each === asked.tab) ?? own ?? TABS.find((each) => counts[each] > 0) ?? 'indicator'
  const different = rows.filter((row) => row.tab === tab && row.standing !== 'same')
  const show = against && (asked.show ?? (here ? 'all' : 'different')) === 'different' ? 'different' : 'all'
  const listed = show === 'different' ? different : rows.filter((row) => row.tab === tab)
  const selected = selectionOf(asked.at, { rows, remarks, listed })
  const parts = partsOf(reading.source.pages)
  const shownPart = asked.page === undefined ? partWith(parts, selected.place ?? {}) : asked.page - 1
  const page = parts[shownPart] ?? parts[0]
  const stands = listed.findIndex(({ id: entry }) => entry === asked.at)
  const from = Math.max(0, Math.min(asked.from ?? stands - (stands % ROWS), listed.length - 1))
  return {
    document,
    title: review.about.title ?? reading.draft.title ?? '',
    period: reading.draft.period,
    about: review.about,
    kind: review.about.kind ?? base?.kind ?? kindFrom(review.about.title ?? reading.draft.title ?? ''),
    plans: plans.map(({ id: plan, title }) => ({ id: plan, title })),
    base: base && {
      id: base.id,
      title: base.title,
      edition: base.edition.label,
      suggested: review.about.plan === undefined && !here,
    },
    gone: against?.gone ?? [],
    unchanged: rows.filter((row) => row.tab === tab).length - different.length,
    tab,
    tabs: counts,
    show,
    rows: listed.slice(from, from + ROWS),
    open: rows
      .filter(({ state }) => state === 'open')
      .map(({ id, tab: under, standing, certainty, state, remarks: on }) => ({
        ...{ id, tab: under, standing, certainty, state, remarks: on },
      })),
    nodes: review.entries.flatMap(({ entry: each }) =>
      each.kind === 'node' ? [{ id: each.id, name: `${each.number ?? ''} ${each.name}`.trim() }] : [],
    ),
    listed: { from, of: listed.length, next: from + ROWS < listed.length ? from + ROWS : undefined },
    progress: {
      all: rows.length,
      accepted: rows.filter(({ state }) => state === 'accepted').length,
      leftOut: rows.filter(({ state }) => state === 'left-out').length,
      open: rows.filter(({ state }) => state === 'open').length,
      sure: sureOnes(rows).length,
    },
    remarks: remarks.map(({ places, ...each }) => ({
      ...each,
      places: places.map((place) => ({ ...place, text: place.text.slice(0, 160) })),
    })),
    selected: selected.shown,
    page: page && {
      number: parts.indexOf(page) + 1,
      of: parts.length,
      name: page.name,
      blocks: markedPage(page, {
        entries: review.entries,
        remarks: remarks.flatMap(({ key, places }) => places.map((place) => ({ ...place, mark: key }))),
        onlyPage: reading.source.pages.length === 1,
      }),
    },
    findings: reading.source.findings,
    takenIn: here ? takenIn : undefined,
    last: last && { ...last, undoable: review.last?.do },
  }
}

/** What a page of the review shows. */
export type IntakeView = NonNullable<Awaited<ReturnType<typeof viewIntake>>>
export type IntakeRow = IntakeView['rows'][number]
export type IntakeRemark = IntakeView['remarks'][number]

/** The plan that the document becomes an edition of: the one a person chose, or the only one of the same title. `new` is a choice too. */
export async function basePlan(
  tx: ReadTx,
  document: Pick<ReceivedDocument, 'sha256'>,
  { review: { about, takenIn }, reading }: Viewed,
): Promise<Plan | undefined> {
  const own = `draft-${document.sha256.slice(0, 8)}`
  if (about.plan === 'new' || takenIn?.plan === own) return undefined
  const title = nameKey(about.title ?? reading.draft.title ?? '')
  const same = inForce(await listEditions(tx)).filter(
    (plan) => nameKey(plan.title) === title && plan.id !== own,
  )
  const chosen = about.plan ?? takenIn?.plan ?? (same.length === 1 ? same[0]?.id : undefined)
  return chosen === undefined ? undefined : findPlan(tx, chosen)
}

type Numbered = Marked & {
  readonly key: string
  readonly number: number
  readonly reason: string | undefined
}

/** Places of an entry: where it stands, and each of its values. */
const placesOf = (entry: DraftEntry) => [
  entry.grounds.at,
  ...(entry.kind === 'indicator'
    ? [entry.baseline, ...entry.targets].flatMap((value) => (value ? [value.at] : []))
    : []),
]

function rowOf(
  { entry, state, corrected }: ReviewedEntry,
  remarks: readonly Numbered[],
  against: Against | undefined,
  next: DraftEntry | undefined,
) {
  const lines = new Set(
    placesOf(entry).map(({ page, sheet, line }) => `${page ?? ''}:${sheet ?? ''}:${line ?? 0}`),
  )
  const match = against?.matches.get(entry.id)
  const standing: 'new' | 'changed' | 'same' | undefined =
    against === undefined || entry.kind === 'section'
      ? undefined
      : match === undefined
        ? 'new'
        : match.differences.length > 0
          ? 'changed'
          : 'same'
  return {
    id: entry.id,
    kind: entry.kind,
    tab: tabOf(entry),
    name: nameOf(entry),
    fields: fieldsOf(entry),
    at: entry.grounds.at,
    text: entry.grounds.text,
    rule: entry.grounds.rule,
    under: entry.under,
    /** The entry after it of the same kind, with which it could be merged. */
    next: next && { id: next.id, name: nameOf(next) },
    certainty: certaintyOf(entry),
    state,
    corrected,
    relisted: entry.kind === 'indicator' && entry.relisted,
    remarks: remarks
      .filter(
        ({ reason, places }) =>
          reason === undefined &&
          places.some(({ page, sheet, line }) => lines.has(`${page ?? ''}:${sheet ?? ''}:${line}`)),
      )
      .map(({ number, key, severity }) => ({ number, key, severity })),
    standing,
    differences: match?.differences ?? [],
  }
}

type Weighed = {
  readonly certainty: Certainty
  readonly state: string
  readonly remarks: readonly { readonly severity: string }[]
}

/** 確かなもの: read with certainty, doubted by no error or warning, and not settled yet. */
export const sureOnes = <R extends Weighed>(rows: readonly R[]): readonly R[] =>
  rows.filter(
    ({ certainty, state, remarks }) =>
      certainty === 'sure' && state === 'open' && remarks.every(({ severity }) => severity === 'note'),
  )

/** For each entry the next one of its kind that was not left out. */
function followers(entries: readonly ReviewedEntry[]): readonly (DraftEntry | undefined)[] {
  const next = new Map<string, DraftEntry>()
  return entries
    .toReversed()
    .map(({ entry, state }) => {
      const found = next.get(entry.kind)
      if (state !== 'left-out') next.set(entry.kind, entry)
      return found
    })
    .toReversed()
}

export type Selected =
  | { readonly kind: 'remark'; readonly key: string }
  | { readonly kind: 'entry'; readonly row: ReturnType<typeof rowOf> }

type Place = {
  readonly page?: number | undefined
  readonly sheet?: string | undefined
  readonly line?: number | undefined
}

function selectionOf(
  asked: string | undefined,
  {
    rows,
    remarks,
    listed,
  }: {
    readonly rows: readonly ReturnType<typeof rowOf>[]
    readonly remarks: readonly Numbered[]
    readonly listed: readonly { readonly id: string; readonly state: string }[]
  },
): { readonly shown: Selected | undefined; readonly place: Place | undefined } {
  const waiting = remarks.filter(({ reason }) => reason === undefined)
  const worst = waiting.find(({ severity }) => severity === 'error') ?? waiting[0]
  const open = listed.find(({ state }) => state === 'open')
  const key = asked ?? worst?.key ?? open?.id ?? listed[0]?.id
  const remark = remarks.find((each) => each.key === key)
  if (remark) return { shown: { kind: 'remark', key: remark.key }, place: remark.places[0] ?? remark }
  const row = rows.find(({ id }) => id === key)
  return { shown: row && { kind: 'entry', row }, place: row?.at }
}
