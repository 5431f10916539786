import { signed } from '#domain/access/delegation.ts'
import { checkGiven, type Given, type GivenRefused, type GivenStage, mayGive } from '#domain/cycle/given.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { yearState } from '#store/cycle.ts'
import { listGiven, saveJudgements } from '#store/judgements.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { type ViewRefused, viewYear, type YearOf } from './year.ts'

export type AskedGiven = YearOf & {
  readonly commitment: string
  readonly stage: GivenStage
  readonly scheme?: string | undefined
  readonly grade: string
  readonly comment: string
  readonly reason: string
  /** When the judgement of this stage that the person saw was given; empty where there was none. */
  readonly seen: string
}

export type JudgeRefused =
  | ViewRefused
  | GivenRefused
  | 'not-allowed'
  | 'no-such-indicator'
  | 'draft-edition'
  | 'year-is-published'
  | 'somebody-was-faster'
  | 'nothing-changed'

/** 判定を書く: one person's judgement beside the computed one. An earlier one stays in the record. */
export async function giveJudgement(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan, year, commitment: id, stage, scheme: schemeId, grade, comment, reason, seen }: AskedGiven,
): Promise<Outcome<Given, JudgeRefused>> {
  const viewed = await viewYear(tx, { plan, year }, schemeId)
  if (!viewed.ok) return viewed
  const row = viewed.value.rows.find(({ commitment }) => commitment.id === id)
  if (!row) return refuse('no-such-indicator', { id })
  const { department } = row.indicator
  const owner = department === 'not-stated' ? undefined : department
  if (!mayGive(actor, stage, owner)) return refuse('not-allowed')
  if (viewed.value.plan.edition.stage === 'draft') return refuse('draft-edition')
  if ((await yearState(tx, plan, year)) === 'published') return refuse('year-is-published', { year })
  const { scheme } = viewed.value
  const meant = checkGiven(scheme, row.judgement, { grade, comment, reason })
  if (!meant.ok) return meant
  const standing = (await listGiven(tx, { plan, year })).find(
    (each) => each.commitment === id && each.stage === stage,
  )
  if ((standing?.at ?? '') !== seen)
    return refuse('somebody-was-faster', standing ? { by: standing.by, value: standing.grade } : {})
  if (standing?.grade === grade && standing.comment === comment && (standing.reason ?? '') === reason)
    return refuse('nothing-changed')
  const by = stage === 'first' ? signed(actor, 'report:approve', owner) : actor.name
  const change = await writeDown(tx, {
    ...{
      at: now,
      actor: by,
      role: actor.role,
      action: `judgement:${stage}`,
      subject: `indicator:${row.indicator.id}`,
    },
    ...(reason ? { reason } : {}),
    detail: { year, value: grade },
  })
  const given: Given = {
    ...meant.value,
    ...{ commitment: id, stage, comment, at: now, by },
    ...(reason ? { reason } : {}),
  }
  await saveJudgements(tx, change, [
    {
      ...{ plan, commitment: id, year, stage, scheme: scheme.id, schemeVersion: scheme.version, grade },
      outcome: { label: given.label, tone: given.tone, comment },
      ...(reason ? { reason } : {}),
      ...{ recordedAt: now, recordedBy: by },
    },
  ])
  return done(given)
}
