import { can } from '#domain/access/can.ts'
import { LONGEST_OPINION, type ResponseState, standingOpinions } from '#domain/cycle/opinion.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { type Charge, listCharges, listOpinions, saveCharge, saveOpinion } from '#store/opinions.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { isDay } from './today.ts'

export type ChargeRefused =
  | 'not-allowed'
  | 'no-such-opinion'
  | 'no-such-department'
  | 'date-not-understood'
  | 'nothing-changed'

/** 担当課を決める: who is to answer an opinion, and by when. */
export async function chargeOpinion(
  tx: WriteTx,
  { actor, now }: Doing,
  { opinion: id, department, due = '' }: Charge,
): Promise<Outcome<Charge, ChargeRefused>> {
  if (!can(actor, 'opinion:answer')) return refuse('not-allowed')
  const opinion = standingOpinions(await listOpinions(tx)).find((each) => each.id === id)
  if (!opinion) return refuse('no-such-opinion')
  if (!(await listDepartments(tx)).some((each) => each.id === department)) return refuse('no-such-department')
  if (due !== '' && !isDay(due)) return refuse('date-not-understood', { value: due.slice(0, 40) })
  const before = (await listCharges(tx)).get(id)
  if (before?.department === department && (before.due ?? '') === due) return refuse('nothing-changed')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'opinion:charge', subject: `opinion:${id}` },
    detail: { year: opinion.year, of: department },
  })
  const charge = { opinion: id, department, ...(due ? { due } : {}) }
  await saveCharge(tx, change, charge, now, actor.name)
  return done(charge)
}

export type ToAnswerOpinion = {
  readonly opinion: string
  readonly text: string
  readonly state: ResponseState
  /** For whoever may answer for any department; a department answers for itself. */
  readonly department: string
  readonly due: string
  /** Id of the last answer that the person saw; empty for none. */
  readonly seen: string
}

export type AnswerRefused =
  | Exclude<ChargeRefused, 'nothing-changed'>
  | 'answer-empty'
  | 'reason-missing'
  | 'due-missing'
  | 'too-long'
  | 'somebody-was-faster'

/**
 * 対応方針を書く. A later answer is a new row: the last one counts, and those before stay to be read. What is not taken up says why; what is still to
 * be done says by when.
 */
export async function answerOpinion(
  tx: WriteTx,
  { actor, now }: Doing,
  { opinion: id, text, state, department, due, seen }: ToAnswerOpinion,
): Promise<Outcome<{ readonly id: string }, AnswerRefused>> {
  const opinion = standingOpinions(await listOpinions(tx)).find((each) => each.id === id)
  if (!opinion) return refuse('no-such-opinion')
  const charged = (await listCharges(tx)).get(id)?.department ?? opinion.responses.at(-1)?.department
  const owner = can(actor, 'opinion:answer') && department ? department : charged
  if (!can(actor, 'opinion:answer', owner)) return refuse('not-allowed')
  if (!(owner && (await listDepartments(tx)).some((each) => each.id === owner)))
    return refuse('no-such-department')
  if (text.trim() === '') return refuse(state === 'not-taken' ? 'reason-missing' : 'answer-empty')
  if (text.length > LONGEST_OPINION) return refuse('too-long', { length: text.length, most: LONGEST_OPINION })
  if (due !== '' && !isDay(due)) return refuse('date-not-understood', { value: due.slice(0, 40) })
  if (due === '' && state !== 'done' && state !== 'not-taken') return refuse('due-missing')
  const last = opinion.responses.at(-1)
  if (last && last.text === text.trim() && last.state === state && (last.due ?? '') === due)
    return done({ id: last.id })
  if ((last?.id ?? '') !== seen) return refuse('somebody-was-faster')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'opinion:answer', subject: `opinion:${id}` },
    detail: { year: opinion.year, of: opinion.subject },
  })
  const { plan, year, subject, panel, review } = opinion
  return done({
    id: await saveOpinion(tx, change, {
      ...{ plan, year, subject, panel, text: text.trim(), answers: id, state, department: owner },
      ...(due ? { due } : {}),
      ...(review === undefined ? {} : { review }),
      ...{ recordedAt: now, recordedBy: actor.name },
    }),
  })
}
