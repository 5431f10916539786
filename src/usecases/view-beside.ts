import type { Evidence } from '#domain/cycle/evidence.ts'
import type { Thread } from '#domain/cycle/question.ts'
import { type Stages, stagesAfter } from '#domain/cycle/stages.ts'
import { listEvidence } from '#store/evidence.ts'
import { listQuestions } from '#store/questions.ts'
import { findRound } from '#store/reports.ts'
import { listStageMoves, type SavedStageMove } from '#store/stage-moves.ts'
import type { ReadTx } from '#store/transaction.ts'

/** 報告のそばにあるもの: questions, evidence, and whether reporting is over, with the move that ended it. */
export async function viewBeside(
  tx: ReadTx,
  year: number,
): Promise<{
  readonly evidence: readonly Evidence[]
  readonly threads: readonly Thread[]
  readonly stages: Stages
  readonly finished: SavedStageMove | undefined
}> {
  const moves = await listStageMoves(tx, year)
  return {
    evidence: await listEvidence(tx, year),
    threads: await listQuestions(tx, year),
    stages: stagesAfter(moves, (await findRound(tx, year)) !== undefined),
    finished: moves.findLast(({ stage, move }) => stage === 'report' && move === 'finish'),
  }
}
