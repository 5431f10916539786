import { type Actor, can, type Role } from '#domain/access/can.ts'
import { CYCLE_DATES, REVIEW_PANEL } from '#domain/cycle/calendar.ts'
import type { MoveRefused } from '#domain/cycle/year-state.ts'
import type { ReviewStep } from '#domain/document/review.ts'
import { checkAgainstPlans, checkRecord } from '#domain/government/check-record.ts'
import { knownIn, reorganisations } from '#domain/government/department.ts'
import {
  type GovernmentRecord,
  slotOf,
  type ToldActual,
  type ToldAppropriation,
  type ToldMove,
  type ToldOpinion,
  type ToldResponse,
} from '#domain/government/record.ts'
import type { Element } from '#domain/plan/elements.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { StatisticsTable } from '#domain/population/statistics.ts'
import { done, type Outcome, type Refusal, refuse } from '#domain/shared/outcome.ts'
import { fiscalYearOf } from '#domain/shared/year.ts'
import { saveActual } from '#store/actuals.ts'
import { saveAppropriation } from '#store/appropriations.ts'
import { writeDown } from '#store/changes.ts'
import { saveDataset } from '#store/datasets.ts'
import { GOVERNMENT, saveElements } from '#store/elements.ts'
import { type Government, saveLife } from '#store/governments.ts'
import { saveOpinion } from '#store/opinions.ts'
import { findReading, saveStep } from '#store/readings.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { type ImportRefused, importPlan } from './import-plan.ts'
import { reviewDeeds, roomOf } from './live-review.ts'
import { type Received, receiveDocument } from './receive-document.ts'
import { registerGovernment } from './register-government.ts'
import { moveYear, type ViewRefused } from './year.ts'

/** 見本 (sample): a government as it ships, with its plans and, where it is fictional, its record. */
export type Sample = {
  readonly government: Omit<Government, 'registeredAt' | 'sample'>
  readonly plans: readonly Plan[]
  readonly record?: GovernmentRecord
  /** Documents that the plans were read from, each with the edition that it became. */
  readonly documents?: readonly (Received & { readonly plan: string; readonly edition: string })[]
  /** Invented statistics of an invented place. */
  readonly statistics?: {
    readonly file: string
    readonly sha256: string
    readonly tables: readonly StatisticsTable[]
  }
}

export type LoadRefused =
  | ImportRefused
  | ViewRefused
  | MoveRefused
  | 'year-not-over'
  | 'draft-edition'
  | 'not-a-government-code'
  | 'already-registered'
  | 'name-missing'
  | 'record-of-a-real-government'
  | 'record-has-errors'

/** One thing that happened, at its moment. */
type Deed = { readonly at: string; readonly act: () => Promise<Refusal<LoadRefused> | undefined> }

/**
 * 見本を読み込む. Lives the sample's history again in the order of its moments: what a fictional government knew on a past day can be
 * asked for that day. A real one, which has no record, is imported as of now. All of it is written, or nothing.
 */
export async function loadSample(
  tx: WriteTx,
  { actor, now }: Doing,
  { government, plans, record, documents = [], statistics }: Sample,
): Promise<Outcome<{ readonly deeds: number }, LoadRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  if ((record || statistics) && !government.fictional) return refuse('record-of-a-real-government')
  const errors = record ? [...checkRecord(record), ...checkAgainstPlans(record, plans)] : []
  if (errors.length > 0)
    return refuse('record-has-errors', { count: errors.length, first: errors[0]?.code ?? '' })
  const began = record ? as(record.began.recordedBy, 'planner', actor) : actor
  const registered = await registerGovernment(
    tx,
    { actor: began, now: record?.began.recordedAt ?? now },
    { ...government, sample: true },
  )
  if (!registered.ok) return registered
  for (const table of statistics?.tables ?? [])
    await saveDataset(tx, table, {
      ...{ file: statistics?.file ?? '', sha256: statistics?.sha256 ?? '' },
      ...{ at: now, by: actor.name },
    })

  const deeds: readonly Deed[] = [
    ...(record ? structureDeeds(tx, record) : []),
    ...plans.map((plan) => {
      const at = record ? adoptedAt(plan, now) : now
      return {
        at,
        act: async () => {
          const imported = await importPlan(
            tx,
            { actor: began, now: at },
            { plan, reason: plan.edition.label, confirmed: true },
          )
          if (!imported.ok) return imported
          const document = documents.find((each) => each.plan === plan.id && each.edition === plan.edition.id)
          return document && takenIn(tx, { actor: began, now: at }, document)
        },
      }
    }),
    ...(record ? factDeeds(tx, record, actor) : []),
  ]
  for (const { act } of deeds.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const refused = await act()
    if (refused) return refused
  }
  return done({ deeds: deeds.length })
}

/** The document of an edition, with its review done. */
async function takenIn(
  tx: WriteTx,
  doing: Doing,
  { plan, edition, ...document }: Received & { readonly plan: string; readonly edition: string },
): Promise<Refusal<LoadRefused> | undefined> {
  const received = await receiveDocument(tx, doing, document)
  if (!received.ok) return received
  const reading = await findReading(tx, received.value.id)
  const steps: readonly ReviewStep[] = [
    { do: 'accept', entries: document.reading.draft.entries.map(({ id }) => id) },
    { do: 'take-in', plan, edition },
  ]
  for (const step of steps)
    if (reading) await saveStep(tx, reading.id, { step, at: doing.now, by: doing.actor.name })
  return undefined
}

const as = (name: string, role: Role, { id, government }: Actor): Actor => ({ id, name, role, government })

/** The last moment of the day, month or year that the edition names: what is dated 2017-03 is known on 31 March. */
function adoptedAt({ edition: { date } }: Plan, now: string): string {
  if (date === undefined) return now
  const [year = '', month = '12', day] = date.split('-')
  const last = day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
  return `${year}-${month}-${last}T00:00:00Z`
}

/** Departments by each April's reorganisation, events as they happened, settings from the first day. */
function structureDeeds(tx: WriteTx, record: GovernmentRecord): readonly Deed[] {
  const { began } = record
  const save = (at: string, by: string, subject: string, elements: readonly Element[]): Deed => ({
    at,
    act: async () => {
      const id = await writeDown(tx, { at, actor: by, role: 'planner', action: 'structure:save', subject })
      await saveElements(tx, { id, at }, GOVERNMENT, elements, { keepOthers: true })
      return undefined
    },
  })
  const place = new Map(record.departments.map(({ id }, at) => [id, at]))
  const departmentsOf = (year: number) =>
    knownIn(record.departments, year).map((body) => ({
      kind: 'department',
      id: body.id,
      position: place.get(body.id) ?? 0,
      body,
    }))
  const first = fiscalYearOf(began.recordedAt.slice(0, 10))
  const setting = (id: string, position: number, body: unknown) => ({ kind: 'setting', id, position, body })
  return [
    {
      at: began.recordedAt,
      act: async () => {
        for (const event of record.life)
          await saveLife(tx, { code: record.government, ...event }, began.recordedAt)
        return undefined
      },
    },
    save(began.recordedAt, began.recordedBy, 'departments', departmentsOf(first)),
    save(began.recordedAt, began.recordedBy, 'settings', [
      setting(CYCLE_DATES, 0, record.dates),
      setting(REVIEW_PANEL, 1, record.panel),
    ]),
    ...reorganisations(record.departments)
      .filter((year) => year > first)
      .map((year) =>
        // Midnight of 1 April in Japan.
        save(`${year}-03-31T15:00:00Z`, began.recordedBy, 'departments', departmentsOf(year)),
      ),
    ...record.events.map(({ recordedAt, recordedBy, ...body }, position) =>
      save(recordedAt, recordedBy, `event:${body.id}`, [{ kind: 'event', id: body.id, position, body }]),
    ),
  ]
}

function factDeeds(tx: WriteTx, record: GovernmentRecord, actor: Actor): readonly Deed[] {
  const standing = new Map<string, string>()
  const deed = (at: string, act: () => Promise<void>): Deed => ({
    at,
    act: async () => {
      await act()
      return undefined
    },
  })
  return [
    ...record.actuals.map((told) => deed(told.recordedAt, () => writeActual(tx, told, standing))),
    ...record.appropriations.map((told) => deed(told.recordedAt, () => writeAmount(tx, told))),
    ...record.opinions.flatMap((opinion) => opinionDeeds(tx, record, opinion, deed)),
    ...record.reviews.flatMap((review) => reviewDeeds(tx, record, review, actor)),
    ...record.moves.map((move) => ({ at: move.at, act: () => makeMove(tx, actor, move) })),
  ]
}

async function writeActual(tx: WriteTx, told: ToldActual, standing: Map<string, string>): Promise<void> {
  const { indicator, actual, reason, recordedAt, recordedBy } = told
  const corrects = standing.get(slotOf(told))
  const change = await writeDown(tx, {
    at: recordedAt,
    actor: recordedBy,
    role: 'reporter',
    action: corrects === undefined ? 'actual:record' : 'actual:correct',
    subject: `indicator:${indicator}`,
    ...(reason === undefined ? {} : { reason }),
    detail: {
      year: actual.year,
      ...(actual.kind === 'known' ? { value: actual.value } : { kind: actual.kind }),
    },
  })
  const id = await saveActual(tx, { ...told, change, ...(corrects === undefined ? {} : { corrects }) })
  standing.set(slotOf(told), id)
}

async function writeAmount(tx: WriteTx, told: ToldAppropriation): Promise<void> {
  const { recordedAt: at, recordedBy: by, ...amount } = told
  const change = await writeDown(tx, {
    at,
    actor: by,
    role: 'planner',
    action: 'appropriation:record',
    subject: `project:${amount.project}`,
    detail: { year: amount.year, kind: amount.kind, yen: amount.amount.yen },
  })
  await saveAppropriation(tx, { change, at, by }, amount)
}

function opinionDeeds(
  tx: WriteTx,
  record: GovernmentRecord,
  { responses, ...opinion }: ToldOpinion,
  deed: (at: string, act: () => Promise<void>) => Deed,
): readonly Deed[] {
  let answers = ''
  const write = async (told: ToldOpinion | Omit<ToldOpinion, 'responses'>, response?: ToldResponse) => {
    const { recordedAt, recordedBy, text } = response ?? told
    const change = await writeDown(tx, {
      at: recordedAt,
      actor: recordedBy,
      role: response ? 'planner' : 'reviewer',
      action: response ? 'opinion:answer' : 'opinion:record',
      subject: `plan:${told.plan}`,
      detail: { year: told.year, of: told.subject },
    })
    const { plan, year, subject } = told
    return saveOpinion(tx, change, {
      ...{ plan, year, subject, panel: record.panel.name, text, recordedAt, recordedBy },
      ...roomOf(record, opinion, response !== undefined),
      ...(response ? { answers, state: response.state } : {}),
      ...(response?.department === undefined ? {} : { department: response.department }),
    })
  }
  return [
    deed(opinion.recordedAt, async () => {
      answers = await write(opinion)
    }),
    ...responses.map((response) =>
      deed(response.recordedAt, async () => {
        await write(opinion, response)
      }),
    ),
  ]
}

/** The year is closed by the use case that people close it with, so that its judgements are frozen as they were known then. */
async function makeMove(
  tx: WriteTx,
  actor: Actor,
  { plan, year, move: how, reason, at, by }: ToldMove,
): Promise<Refusal<LoadRefused> | undefined> {
  const moved = await moveYear(
    tx,
    { actor: as(by, 'planner', actor), now: at },
    { plan, year, how, ...(reason === undefined ? {} : { reason }) },
  )
  return moved.ok ? undefined : moved
}
