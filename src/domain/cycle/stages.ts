import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { CYCLE_STAGES, type CycleStage } from './calendar.ts'

export const STAGE_MOVES = ['begin', 'finish', 'reopen'] as const
export type StageMoveKind = (typeof STAGE_MOVES)[number]

/** 段階の一手: begun, finished, or reopened with a reason, for one department alone where it is named. */
export type StageMove = {
  readonly stage: CycleStage
  readonly move: StageMoveKind
  readonly department?: string
  readonly reason?: string
}

/** 段階の状態: まだ → いま → おわり. `openFor` are the departments for which a finished stage was opened again. */
export type StageStanding = {
  readonly state: 'waiting' | 'running' | 'finished'
  readonly openFor: readonly string[]
}

export type Stages = Readonly<Record<CycleStage, StageStanding>>

/** What a move is checked against: reports that are neither approved nor recorded. */
export type StageFacts = { readonly left: number }

export type StageRefused =
  | 'stage-runs-already'
  | 'stage-not-begun'
  | 'stage-is-finished'
  | 'stage-not-finished'
  | 'earlier-stage-open'
  | 'reports-left'
  | 'reason-missing'

const WAITING: StageStanding = { state: 'waiting', openFor: [] }

/** The stages before any move; reporting runs from the day on which a round was opened, also one that was opened before stages were kept. */
const atFirst = (opened: boolean): Stages =>
  Object.fromEntries(
    CYCLE_STAGES.map((stage) => [
      stage,
      stage === 'report' && opened ? { state: 'running', openFor: [] } : WAITING,
    ]),
  ) as unknown as Stages

/** Where the stages stand after the moves made so far. */
export function stagesAfter(moves: readonly StageMove[], opened: boolean): Stages {
  let stages = atFirst(opened)
  for (const move of moves) stages = { ...stages, [move.stage]: after(stages[move.stage], move) }
  return stages
}

function after(standing: StageStanding, { move, department }: StageMove): StageStanding {
  if (move === 'begin') return { state: 'running', openFor: [] }
  if (move === 'finish') return { state: 'finished', openFor: [] }
  if (department === undefined || standing.state !== 'finished') return { state: 'running', openFor: [] }
  return { ...standing, openFor: [...new Set([...standing.openFor, department])] }
}

/** The stages that have to be over before one may begin without a reason: publication waits for the verification alone, and comes without delay. */
const before = (stage: CycleStage): readonly CycleStage[] =>
  CYCLE_STAGES.slice(0, CYCLE_STAGES.indexOf(stage === 'publish' ? 'decide' : stage))

/**
 * 段階を動かす: the next state, or why not. What is left over, and a stage that begins before its turn, want a reason; reopening always does.
 */
export function moveStage(
  stages: Stages,
  move: StageMove,
  { left }: StageFacts,
): Outcome<Stages, StageRefused> {
  const { stage, move: how } = move
  const { state, openFor } = stages[stage]
  const reason = move.reason?.trim() ?? ''
  if (how === 'begin') {
    if (state === 'running') return refuse('stage-runs-already', { stage })
    if (state === 'finished') return refuse('stage-is-finished', { stage })
    const open = before(stage).find((each) => stages[each].state !== 'finished')
    if (open && reason === '') return refuse('earlier-stage-open', { stage, open })
  }
  if (how === 'finish') {
    if (state === 'waiting') return refuse('stage-not-begun', { stage })
    if (state === 'finished' && openFor.length === 0) return refuse('stage-is-finished', { stage })
    if (stage === 'report' && left > 0 && reason === '') return refuse('reports-left', { left })
  }
  if (how === 'reopen') {
    if (state !== 'finished') return refuse('stage-not-finished', { stage })
    if (reason === '') return refuse('reason-missing')
  }
  return done({ ...stages, [stage]: after(stages[stage], move) })
}

/** ロック: may nothing more be entered for this department? */
export const isLocked = ({ report }: Stages, department: string | undefined): boolean =>
  report.state === 'finished' && !(department !== undefined && report.openFor.includes(department))

/** いま: the earliest stage that runs; else the one whose turn comes. Undefined once all are over. */
export const stageNow = (stages: Stages): CycleStage | undefined =>
  CYCLE_STAGES.find((stage) => stages[stage].state === 'running') ??
  CYCLE_STAGES.find((stage) => stages[stage].state === 'waiting')
