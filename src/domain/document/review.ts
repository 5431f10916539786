import type { PlanKind } from '../plan/plan.ts'
import type { Draft, DraftBodyOf, DraftEntry } from './draft.ts'

/** 計画について (about): what a person says of the whole plan where the document does not, or says it otherwise. */
export type About = {
  readonly title?: string
  readonly kind?: PlanKind
  readonly from?: number
  readonly to?: number
  /** The plan of which this becomes another edition; absent for a new plan. */
  readonly plan?: string
  /** 版の名前 (改訂版). */
  readonly edition?: string
}

/**
 * 確認の一手 (review step): one thing that a person did to what was read. Steps are facts: they are only added to, `undo` takes the last one
 * back, and where a review stands follows from them.
 */
export type ReviewStep =
  | { readonly do: 'accept'; readonly entries: readonly string[] }
  | { readonly do: 'leave-out'; readonly entries: readonly string[] }
  | { readonly do: 'correct'; readonly entry: string; readonly body: DraftBodyOf; readonly under?: string }
  | { readonly do: 'split'; readonly entry: string; readonly into: readonly [DraftBodyOf, DraftBodyOf] }
  | { readonly do: 'merge'; readonly entry: string; readonly with: string; readonly body: DraftBodyOf }
  | { readonly do: 'accept-remark'; readonly mark: string; readonly reason: string }
  | { readonly do: 'describe'; readonly about: About }
  | { readonly do: 'undo' }
  | { readonly do: 'take-in'; readonly plan: string; readonly edition: string }

/** 状態: not looked at yet, taken as read (or as corrected), left out. */
export type EntryState = 'open' | 'accepted' | 'left-out'

export type ReviewedEntry = {
  readonly entry: DraftEntry
  readonly state: EntryState
  /** A person has changed what was read; `grounds` still say what stands in the document. */
  readonly corrected: boolean
}

export type Review = {
  readonly entries: readonly ReviewedEntry[]
  /** 確認事項 that were accepted, by mark, with the reason. */
  readonly accepted: ReadonlyMap<string, string>
  readonly about: About
  /** The step that `undo` would take back. */
  readonly last?: ReviewStep
  readonly takenIn?: { readonly plan: string; readonly edition: string }
}

/** 確認の状態: where a review stands after these steps, in the order in which they were made. */
export function reviewOf(draft: Draft, steps: readonly ReviewStep[]): Review {
  const standing: ReviewStep[] = []
  let takenIn: Review['takenIn']
  for (const step of steps) {
    if (step.do === 'undo') standing.pop()
    else if (step.do === 'take-in') takenIn = { plan: step.plan, edition: step.edition }
    else standing.push(step)
  }
  const start: Review = {
    entries: draft.entries.map((entry) => ({ entry, state: 'open', corrected: false })),
    accepted: new Map(),
    about: {},
  }
  const last = standing.at(-1)
  return { ...standing.reduce(after, start), ...(last ? { last } : {}), ...(takenIn ? { takenIn } : {}) }
}

function after(review: Review, step: ReviewStep): Review {
  const { entries } = review
  switch (step.do) {
    case 'accept':
      return { ...review, entries: settled(entries, step.entries, 'accepted') }
    case 'leave-out':
      return { ...review, entries: settled(entries, step.entries, 'left-out') }
    case 'correct':
      return {
        ...review,
        entries: entries.map((each) =>
          is(each, step.entry) ? corrected(each, step.body, placeFor(entries, step)) : each,
        ),
      }
    case 'split':
      return {
        ...review,
        entries: entries.flatMap((each) => (is(each, step.entry) ? halves(each, step.into, entries) : each)),
      }
    case 'merge':
      return { ...review, entries: merged(entries, step) }
    case 'accept-remark':
      return { ...review, accepted: new Map([...review.accepted, [step.mark, step.reason]]) }
    case 'describe':
      return { ...review, about: step.about }
    case 'undo':
    case 'take-in':
      return review
  }
}

const is = ({ entry }: ReviewedEntry, id: string): boolean => entry.id === id

function settled(
  entries: readonly ReviewedEntry[],
  ids: readonly string[],
  state: EntryState,
): readonly ReviewedEntry[] {
  const named = new Set(ids)
  return entries.map((each) => (named.has(each.entry.id) ? { ...each, state } : each))
}

const withBody = ({ id, grounds, under }: DraftEntry, body: DraftBodyOf, on = under): DraftEntry => ({
  ...body,
  id,
  grounds,
  ...(on ? { under: on } : {}),
})

function corrected({ entry }: ReviewedEntry, body: DraftBodyOf, under = entry.under): ReviewedEntry {
  return { entry: withBody(entry, body, under), state: 'accepted', corrected: true }
}

/** Whether an entry is, or hangs somewhere below, another. */
export function isWithin(entries: readonly ReviewedEntry[], id: string, above: string): boolean {
  const under = new Map(entries.map(({ entry }) => [entry.id, entry.under]))
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = under.get(at)) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

/** Steps of before this was refused may ask for a circle; the entry then stays where it was. */
const placeFor = (
  entries: readonly ReviewedEntry[],
  { entry, under }: Extract<ReviewStep, { do: 'correct' }>,
): string | undefined => (under !== undefined && isWithin(entries, under, entry) ? undefined : under)

function halves(
  { entry }: ReviewedEntry,
  [first, second]: readonly [DraftBodyOf, DraftBodyOf],
  all: readonly ReviewedEntry[],
): readonly ReviewedEntry[] {
  const ids = new Set(all.map(({ entry: { id } }) => id))
  let number = 2
  while (ids.has(`${entry.id}-${number}`)) number += 1
  const half = (body: DraftBodyOf, id: string): ReviewedEntry => ({
    entry: { ...withBody(entry, body), id },
    state: 'accepted',
    corrected: true,
  })
  return [half(first, entry.id), half(second, `${entry.id}-${number}`)]
}

/** The other entry is gone, and what hung under it hangs under the merged one, which takes its place where it hung under it itself. */
function merged(
  entries: readonly ReviewedEntry[],
  step: Extract<ReviewStep, { do: 'merge' }>,
): readonly ReviewedEntry[] {
  if (step.entry === step.with) return entries
  const other = entries.find((each) => is(each, step.with))
  return entries
    .filter((each) => !is(each, step.with))
    .map((each) => {
      if (is(each, step.entry)) {
        const { under, ...entry } = each.entry
        const on = isWithin(entries, step.entry, step.with) ? other?.entry.under : under
        return corrected({ ...each, entry: entry as DraftEntry }, step.body, on)
      }
      return each.entry.under === step.with ? { ...each, entry: { ...each.entry, under: step.entry } } : each
    })
}

/**
 * 確認ずみの取込結果: the draft as far as it was accepted. What accepted entries hang under comes along, unless it was left out; then they
 * hang one place higher.
 */
export function acceptedDraft(draft: Draft, review: Review): Draft {
  const byId = new Map(review.entries.map((each) => [each.entry.id, each]))
  const kept = new Set<string>()
  const placeOf = (under: string | undefined): string | undefined => {
    const seen = new Set<string>()
    let above = under === undefined ? undefined : byId.get(under)
    while (above?.state === 'left-out' && !seen.has(above.entry.id)) {
      seen.add(above.entry.id)
      above = above.entry.under === undefined ? undefined : byId.get(above.entry.under)
    }
    return above?.state === 'left-out' ? undefined : above?.entry.id
  }
  for (const { entry, state } of review.entries)
    if (state === 'accepted')
      for (
        let id: string | undefined = entry.id;
        id !== undefined && !kept.has(id);
        id = placeOf(byId.get(id)?.entry.under)
      )
        kept.add(id)
  const { from = draft.period?.from, to = draft.period?.to } = review.about
  return {
    ...draft,
    ...(review.about.title ? { title: review.about.title } : {}),
    ...(from === undefined && to === undefined
      ? {}
      : {
          period: {
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
            at: draft.period?.at ?? {},
          },
        }),
    entries: review.entries
      .filter(({ entry }) => kept.has(entry.id))
      .map(({ entry: { under, ...entry } }) => {
        const on = placeOf(under)
        return { ...entry, ...(on ? { under: on } : {}) } as DraftEntry
      }),
  }
}
