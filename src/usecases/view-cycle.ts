import { type CycleStage, type StageDates, stageDays } from '#domain/cycle/calendar.ts'
import { lastSaid, type Thread } from '#domain/cycle/question.ts'
import type { ReportState } from '#domain/cycle/report.ts'
import { isLocked, type Stages, stageNow, stagesAfter } from '#domain/cycle/stages.ts'
import {
  judgementNeeds,
  type Need,
  publicationNeeds,
  questionNeeds,
  reportNeeds,
  type Staff,
  stageNeeds,
  type Task,
  tasksOf,
} from '#domain/cycle/task.ts'
import { stateAfter } from '#domain/cycle/year-state.ts'
import type { Department } from '#domain/government/department.ts'
import type { Translations } from '#domain/shared/lang.ts'
import { listAssignments } from '#store/assignments.ts'
import { closedFor, listMoves } from '#store/cycle.ts'
import { listGiven } from '#store/judgements.ts'
import { listQuestions } from '#store/questions.ts'
import { findRound } from '#store/reports.ts'
import { listStageMoves, type SavedStageMove } from '#store/stage-moves.ts'
import type { ReadTx } from '#store/transaction.ts'
import { usualDates } from './cycle-settings.ts'
import { decisionNeeds } from './decision-needs.ts'
import { listStaff } from './staff.ts'
import { dayInJapan, runningYear } from './today.ts'
import { type ReportRow, viewReports } from './view-reports.ts'

/** A task with what it is about, so that it can be named and opened. */
export type NamedTask = Task & {
  readonly about?: { readonly name: string; readonly names?: Translations }
  /** The beginning of the question that waits. */
  readonly piece?: string
  readonly plan?: string
  readonly indicator?: string
}

export type CycleView = {
  readonly year: number
  readonly today: string
  readonly opened: boolean
  readonly over: boolean
  readonly dates: readonly StageDates[]
  readonly stages: Stages
  readonly now?: CycleStage
  readonly moves: readonly SavedStageMove[]
  readonly tasks: readonly NamedTask[]
  readonly reports: readonly {
    readonly indicator: string
    readonly department?: string
    readonly state: ReportState
  }[]
  readonly departments: readonly Department[]
  readonly staff: readonly Staff[]
  readonly threads: readonly Thread[]
  /** The day on which the collection was opened. */
  readonly openedOn?: string
}

/** 進行を見る: the stages of a year, what is left of each, and who holds it. */
export async function viewCycle(
  tx: ReadTx,
  { year, now, named = true }: { readonly year: number; readonly now: string; readonly named?: boolean },
): Promise<CycleView> {
  const today = dayInJapan(now)
  const { rows, round, departments } = await viewReports(tx, { year })
  const moves = await listStageMoves(tx, year)
  const stages = stagesAfter(moves, round !== undefined)
  const dates = round?.dates ?? (await usualDates(tx))
  const staff = await listStaff(tx, today, named)
  const assigned = await listAssignments(tx, year)
  const threads = await listQuestions(tx, year)
  const over = year < runningYear(now)
  const reports = rows.map(({ indicator: { id }, department, state }) => {
    const user = assigned.get(id)
    return {
      ...{ indicator: id, state },
      ...(department === undefined ? {} : { department }),
      ...(user === undefined ? {} : { named: user }),
    }
  })
  const facts = { year, today, dates, staff }
  const closed = await closedFor(
    tx,
    year,
    reports.map(({ indicator }) => indicator),
  )
  const begins = stageDays('report', year, dates)?.from
  const after = await decisionNeeds(tx, {
    ...{ year, stages, today },
    plans: [...new Set(rows.map(({ plan }) => plan.id))],
  })
  const needs: readonly Need[] = round
    ? [
        ...reportNeeds(
          reports.filter(({ indicator }) => !closed.has(indicator)),
          (department) => isLocked(stages, department),
        ),
        ...questionNeeds(threads, dayInJapan),
        ...judgementNeeds(await promisesOf(tx, rows, year, stages), stages),
        ...after.needs,
        ...publicationNeeds(await plansOf(tx, rows, year), stages),
        ...stageNeeds(stages, facts),
      ]
    : over && begins !== undefined && begins <= today
      ? [{ kind: 'round-to-open', subject: 'report', due: begins }]
      : after.needs
  const at = stageNow(stages)
  return {
    ...{ year, today, opened: round !== undefined, over, dates, stages, moves, reports, departments, staff },
    ...(at === undefined ? {} : { now: at }),
    ...(moves[0] ? { openedOn: dayInJapan(moves[0].at) } : {}),
    threads,
    tasks: tasksOf(needs, facts).map((task) => ({
      ...task,
      ...(after.named.get(`${task.kind} ${task.subject}`) ?? naming(task, rows, threads)),
    })),
  }
}

export type StripView = Pick<CycleView, 'year' | 'today' | 'opened' | 'over' | 'dates' | 'stages' | 'now'>

/** 段階の帯 alone, which costs next to nothing. */
export async function viewStrip(
  tx: ReadTx,
  { year, now }: { readonly year: number; readonly now: string },
): Promise<StripView> {
  const round = await findRound(tx, year)
  const stages = stagesAfter(await listStageMoves(tx, year), round !== undefined)
  const at = stageNow(stages)
  return {
    ...{ year, today: dayInJapan(now), opened: round !== undefined, over: year < runningYear(now) },
    ...{ dates: round?.dates ?? (await usualDates(tx)), stages },
    ...(at === undefined ? {} : { now: at }),
  }
}

/** The promises that people judge, with who judged them already; read only while a stage asks for it. */
async function promisesOf(tx: ReadTx, rows: readonly ReportRow[], year: number, stages: Stages) {
  if (stages.assess.state !== 'running' && stages.steering.state !== 'running') return []
  const given = new Map<string, readonly string[]>()
  for (const plan of new Set(rows.map((row) => row.plan.id)))
    for (const [commitment, own] of Map.groupBy(
      await listGiven(tx, { plan, year }),
      (each) => each.commitment,
    ))
      given.set(
        `${plan} ${commitment}`,
        own.map(({ stage }) => stage),
      )
  return rows.map(({ commitment: { id }, department, plan }) => ({
    ...{ commitment: id, given: given.get(`${plan.id} ${id}`) ?? [] },
    ...(department === undefined ? {} : { department }),
  }))
}

/** The plans that ask for anything this year, with whether its results are public. */
async function plansOf(tx: ReadTx, rows: readonly ReportRow[], year: number) {
  const states = Map.groupBy(await listMoves(tx, undefined, year), ({ plan }) => plan)
  return [...new Set(rows.map(({ plan }) => plan.id))].map((plan) => ({
    plan,
    published: stateAfter((states.get(plan) ?? []).map(({ move }) => move)) === 'published',
  }))
}

/** Longest piece of a question that stands for it in a list. */
const PIECE = 40

function naming(
  { kind, subject }: Task,
  rows: readonly ReportRow[],
  threads: readonly Thread[],
): Omit<NamedTask, keyof Task> {
  if (kind.startsWith('stage-to') || kind === 'round-to-open') return {}
  if (kind === 'year-to-publish') {
    const plan = rows.find((row) => row.plan.id === subject)?.plan
    return plan ? { about: { name: plan.title }, plan: plan.id } : {}
  }
  const asks = kind === 'question-to-answer' || kind === 'planning-to-answer'
  const thread = asks ? threads.find(({ id }) => id === subject) : undefined
  const row = rows.find(({ indicator, commitment }) =>
    kind.startsWith('judgement')
      ? commitment.id === subject
      : indicator.id === (thread?.indicator ?? subject),
  )
  const { name, names } = row?.indicator ?? {}
  return {
    ...(thread ? { piece: pieceOf(thread) } : {}),
    ...(name === undefined ? {} : { about: { name, ...(names ? { names } : {}) } }),
    ...(row ? { plan: row.plan.id, indicator: row.indicator.id } : {}),
  }
}

function pieceOf(thread: Thread): string {
  const { text } = lastSaid(thread)
  return text.length > PIECE ? `${text.slice(0, PIECE)}…` : text
}
