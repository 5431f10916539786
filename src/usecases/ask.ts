import { type Actor, can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import { LONGEST_QUESTION, lastSaid, type Side } from '#domain/cycle/question.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { findIndicators } from '#store/plans.ts'
import { listQuestions, saveQuestion } from '#store/questions.ts'
import type { WriteTx } from '#store/transaction.ts'
import { ownerOf } from './asked.ts'
import type { Doing } from './doing.ts'

/** どちらの側か: planning speaks for planning; whoever may enter what is the department's speaks for the department. */
export const sideOf = (actor: Actor, department: string): Side | undefined =>
  can(actor, 'round:open') ? 'planning' : can(actor, 'report:write', department) ? 'department' : undefined

export type ToAsk = {
  readonly year: number
  readonly department: string
  readonly indicator?: string
  readonly text: string
  /** The question that this belongs to. */
  readonly answers?: string
  /** The last text of the thread that the person saw, or how many threads there were; a form that is sent twice finds another. */
  readonly seen?: string
  readonly asked?: number
}

export type AskRefused =
  | 'not-allowed'
  | 'question-missing'
  | 'too-long'
  | 'no-such-indicator'
  | 'department-unknown'
  | 'no-such-question'
  | 'nothing-changed'

/** 質問する・答える. A thread belongs to a department, and to one of its indicators where it was asked at its card. */
export async function ask(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, department: told, indicator: id, text: typed, answers, seen, asked: before }: ToAsk,
): Promise<Outcome<{ readonly id: string }, AskRefused>> {
  const text = typed.trim()
  const threads = await listQuestions(tx, year)
  const thread = answers === undefined ? undefined : threads.find((each) => each.id === answers)
  if (answers !== undefined && !thread) return refuse('no-such-question')
  const [indicator] = id && !thread ? await findIndicators(tx, [id]) : []
  if (id && !thread && !indicator) return refuse('no-such-indicator', { id })
  const department = thread?.department ?? (indicator ? (ownerOf(indicator) ?? '') : told)
  if (!(await listDepartments(tx)).some((each) => each.id === department))
    return refuse('department-unknown', { value: department })
  const own = threads.filter((each) =>
    indicator ? each.indicator === indicator.id : each.department === department && !each.indicator,
  )
  const side = sideOf(actor, department)
  if (!side) return refuse('not-allowed')
  if (text === '') return refuse('question-missing')
  if (text.length > LONGEST_QUESTION)
    return refuse('too-long', { length: text.length, most: LONGEST_QUESTION })
  const by = signed(actor, side === 'planning' ? 'round:open' : 'report:write', department)
  const again = thread
    ? seen !== undefined && lastSaid(thread).id !== seen && lastSaid(thread).text === text
    : before !== undefined && own.length > before && own.at(-1)?.text === text
  if (again) return refuse('nothing-changed')
  const change = await writeDown(tx, {
    ...{ at: now, actor: by, role: actor.role, action: thread ? 'question:answer' : 'question:ask' },
    subject: indicator || thread?.indicator ? `indicator:${indicator?.id ?? thread?.indicator}` : 'round',
    detail: { year, department },
  })
  const of = thread ? thread.indicator : indicator?.id
  const saved = await saveQuestion(tx, change, {
    ...{ year, department, side, text, at: now, by },
    ...(of === undefined ? {} : { indicator: of }),
    ...(thread ? { answers: thread.id } : {}),
  })
  return done({ id: saved })
}
