import { can } from '#domain/access/can.ts'
import type { CycleStage } from '#domain/cycle/calendar.ts'
import {
  isLocked,
  moveStage,
  type StageMoveKind,
  type StageRefused,
  type Stages,
  stagesAfter,
} from '#domain/cycle/stages.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { findRound } from '#store/reports.ts'
import { listStageMoves, saveStageMove } from '#store/stage-moves.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { whoReopens } from './staff.ts'
import { viewReports } from './view-reports.ts'

/** Where the stages of a year stand. */
export const stagesOf = async (tx: ReadTx, year: number): Promise<Stages> =>
  stagesAfter(await listStageMoves(tx, year), (await findRound(tx, year)) !== undefined)

/** 入力の段階が終わっていれば断る, and says who can open it again. */
export async function refuseIfLocked(
  tx: ReadTx,
  stages: Stages,
  department: string | undefined,
): Promise<Outcome<null, 'stage-is-finished'>> {
  if (!isLocked(stages, department)) return done(null)
  return refuse('stage-is-finished', { stage: 'report', by: await whoReopens(tx) })
}

export type ToMoveStage = {
  readonly year: number
  readonly stage: CycleStage
  readonly move: StageMoveKind
  /** Reopened for one department alone. */
  readonly department?: string
  readonly reason?: string
}

/** 段階を動かす: begin, finish, reopen. Finishing 実績入力 locks what departments enter; reopening opens it again, for all or for one. */
export async function moveStageOf(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, stage, move, department, reason: given }: ToMoveStage,
): Promise<Outcome<Stages, StageRefused | 'not-allowed' | 'round-not-open' | 'department-unknown'>> {
  if (!can(actor, 'cycle:move')) return refuse('not-allowed')
  const view = await viewReports(tx, { year })
  if (!view.round) return refuse('round-not-open', { year })
  const only = move === 'reopen' && stage === 'report' ? department : undefined
  if (only !== undefined && !(await listDepartments(tx)).some(({ id }) => id === only))
    return refuse('department-unknown', { value: only })
  const left = view.rows.filter(({ state }) => state !== 'approved').length
  const reason = given?.trim() || undefined
  const told = { stage, move, ...(only ? { department: only } : {}), ...(reason ? { reason } : {}) }
  const moved = moveStage(stagesAfter(await listStageMoves(tx, year), true), told, { left })
  if (!moved.ok) return moved
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: `stage:${move}`, subject: `stage:${stage}` },
    ...(reason ? { reason } : {}),
    detail: {
      year,
      ...(only ? { department: only } : {}),
      ...(stage === 'report' && move === 'finish' ? { left } : {}),
    },
  })
  await saveStageMove(tx, { ...told, year, change, at: now, by: actor.name })
  return moved
}
