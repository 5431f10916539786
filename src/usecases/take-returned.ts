import { can } from '#domain/access/can.ts'
import {
  type Choices,
  choiceKey,
  type Merge,
  mergeAnswers,
  type ReturnedRow,
} from '#domain/cycle/merge-answers.ts'
import type { WorkbookHead } from '#domain/cycle/workbook.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listDepartments } from '#store/departments.ts'
import { answersOf } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { findAsked } from './asked.ts'
import type { Doing } from './doing.ts'
import { applyAnswers, type SaveRefused } from './save-answers.ts'

export type ToTake = {
  readonly year: number
  readonly head: Pick<WorkbookHead, 'government' | 'department' | 'year' | 'madeAt'>
  readonly rows: readonly ReturnedRow[]
  readonly choices?: Choices
  /** Further indicators whose names are wanted. */
  readonly named?: readonly string[]
}

export type TakenReturned = Pick<Merge, 'conflicts' | 'locked' | 'unchanged'> & {
  readonly saved: number
  /** Names of the indicators that were met, by id. */
  readonly names: Readonly<Record<string, string>>
}

export type TakeRefused =
  | 'workbook-of-another-government'
  | 'workbook-of-another-year'
  | 'workbook-of-another-department'
  | 'somebody-was-faster'
  | SaveRefused

/** 返ってきた調査票を突き合わせて取り込む. With conflicts that nobody has chosen between, nothing is written; else all of it or nothing. */
export async function takeReturned(
  tx: WriteTx,
  doing: Doing,
  { year, head, rows, choices = new Map(), named = [] }: ToTake,
): Promise<Outcome<TakenReturned, TakeRefused>> {
  if (head.government !== tx.government) return refuse('workbook-of-another-government')
  if (head.year !== year) return refuse('workbook-of-another-year', { year: head.year })
  const asked = await findAsked(tx, year, [...rows.map(({ indicator }) => indicator), ...named])
  if (!asked.ok) return asked
  const owners = rows.flatMap(({ indicator }) => asked.value.get(indicator)?.indicator.department ?? [])
  // Whose it is now: what a department handed over is answered by whoever has it.
  if (![head.department, ...owners].some((owner) => can(doing.actor, 'report:write', owner)))
    return refuse('workbook-of-another-department', { department: await nameOf(tx, head.department) })
  // What a closed year holds is not written to, like what is approved.
  const standing = new Map(
    [...asked.value].map(([id, each]) => [
      id,
      each.closed === undefined ? each : { ...each, state: 'approved' as const },
    ]),
  )
  const first = mergeAnswers(rows, standing, choices)
  const seen = await seenBefore(tx, year, head.madeAt, first.conflicts)
  const { save, conflicts, locked, unchanged } =
    seen.size > 0 ? mergeAnswers(rows, standing, new Map([...seen, ...choices])) : first
  const names = Object.fromEntries([...asked.value].map(([id, { indicator }]) => [id, indicator.name]))
  const taken = { conflicts, locked, unchanged, names }
  if (conflicts.length > 0) return done({ ...taken, saved: 0 })
  const saved = await applyAnswers(tx, doing, { year, rows: save })
  return saved.ok ? done({ ...taken, ...saved.value }) : saved
}

async function nameOf(tx: WriteTx, department: string): Promise<string> {
  return (await listDepartments(tx)).find(({ id }) => id === department)?.name ?? ''
}

/**
 * もう来た値: what a workbook says and a workbook said before, since it was made. Somebody has gone on from there, so the same file a second time is nothing
 * new, and not a conflict.
 */
async function seenBefore(
  tx: WriteTx,
  year: number,
  madeAt: string,
  conflicts: Merge['conflicts'],
): Promise<ReadonlyMap<string, 'page'>> {
  const seen = new Map<string, 'page'>()
  for (const conflict of conflicts) {
    const before = await answersOf(tx, year, conflict.indicator)
    const came = before.some(
      ({ via, savedAt, fields }) =>
        via === 'workbook' && savedAt >= madeAt && String(fields[conflict.field]) === conflict.workbook,
    )
    if (came) seen.set(choiceKey(conflict), 'page')
  }
  return seen
}
