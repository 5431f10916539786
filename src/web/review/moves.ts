import type { EntryState } from '#domain/document/review.ts'
import type { IntakeRemark, IntakeView } from './view.ts'

type States = ReadonlyMap<string, EntryState>

/** 次の一件: where to go from an entry; `away` when it stands in another tab or part than the rows in hand. */
export type Next = { readonly at: string; readonly away: boolean }

/** The next entry that nobody has settled: after the selected one, from the top, then in the rest of the tab and in the other tabs. */
export function nextOpen(
  { rows, open, tab, show }: Pick<IntakeView, 'rows' | 'open' | 'tab' | 'show'>,
  selected: string | undefined,
  states: States,
): Next | undefined {
  const isOpen = ({ id, state }: { readonly id: string; readonly state: EntryState }) =>
    id !== selected && (states.get(id) ?? state) === 'open'
  const at = rows.findIndex(({ id }) => id === selected)
  const near = rows.slice(at + 1).find(isOpen) ?? rows.find(isOpen)
  if (near) return { at: near.id, away: false }
  const far = open.filter((each) => isOpen(each) && (show === 'all' || each.standing !== 'same'))
  const found = far.find((each) => each.tab === tab) ?? far[0]
  return found && { at: found.id, away: true }
}

/** The next remark that nobody has closed. */
export function nextRemark(
  remarks: readonly Pick<IntakeRemark, 'key' | 'reason'>[],
  selected: string | undefined,
): string | undefined {
  const at = remarks.findIndex(({ key }) => key === selected)
  const waiting = (each: Pick<IntakeRemark, 'reason'>) => each.reason === undefined
  return (remarks.slice(at + 1).find(waiting) ?? remarks.find(waiting))?.key
}

/** 進み具合, with the steps that are on their way. */
export function progressWith({ progress, open }: Pick<IntakeView, 'progress' | 'open'>, states: States) {
  const coming = open.flatMap(({ id }) => states.get(id) ?? [])
  const accepted = coming.filter((state) => state === 'accepted').length
  const leftOut = coming.filter((state) => state === 'left-out').length
  return {
    all: progress.all,
    accepted: progress.accepted + accepted,
    leftOut: progress.leftOut + leftOut,
    open: progress.open - accepted - leftOut,
  }
}
