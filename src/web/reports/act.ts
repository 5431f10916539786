import { CYCLE_STAGES, type StageDates } from '#domain/cycle/calendar.ts'
import { LARGEST_EVIDENCE } from '#domain/cycle/evidence.ts'
import type { AnswerFields } from '#domain/cycle/report.ts'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { refuse } from '#domain/shared/outcome.ts'
import { ask } from '#usecases/ask.ts'
import { attach, detach } from '#usecases/attach.ts'
import { moveReports } from '#usecases/collect.ts'
import { openRound } from '#usecases/open-round.ts'
import { saveAnswerOf } from '#usecases/save-answers.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { seenFrom } from './seen.ts'

/** An answer as a form sends it. */
const fieldsFrom = (form: SentForm): AnswerFields => ({
  value: form.told('value'),
  why: MISSING_WHY.find((each) => each === form.told('why')) ?? '',
  provisional: form.has('provisional'),
  note: form.told('note'),
  source: form.told('source'),
  confirmed: form.has('confirmed'),
})

/** Saves what a person typed; the door of the page and of the autosave. */
export const saveFrom = (visit: Visit, year: number, form: SentForm) =>
  visit.act('report:write', (tx, doing) =>
    saveAnswerOf(tx, doing, {
      ...{ year, indicator: form.told('indicator'), fields: fieldsFrom(form) },
      ...{ seen: form.told('seen'), via: 'page' },
    }),
  )

const MOVES = ['submit', 'take-back', 'return', 'approve'] as const

/** What a form of the page asks: open the round, save one answer, or move several. */
export async function actOnReports(visit: Visit, year: number, form: SentForm) {
  const wanted = form.told('do')
  const reason = form.told('reason')
  if (wanted === 'open')
    return visit.act('round:open', (tx, doing) =>
      openRound(tx, doing, { year, dates: datesFrom(form), ...(reason ? { reason } : {}) }),
    )
  if (wanted === 'ask' || wanted === 'answer') return askFrom(visit, year, form)
  if (wanted === 'attach') return attachFrom(visit, year, form)
  if (wanted === 'detach')
    return visit.act('report:write', (tx, doing) => detach(tx, doing, { id: form.told('evidence'), reason }))
  const move = MOVES.find((each) => each === wanted)
  if (!move) return saveFrom(visit, year, form)
  const { indicators, seen } = seenFrom(form.told('indicator'))
  return visit.act(
    move === 'submit' || move === 'take-back' ? 'report:write' : 'report:approve',
    (tx, doing) => moveReports(tx, doing, { year, indicators, move, seen, ...(reason ? { reason } : {}) }),
  )
}

/** Asks, or replies to what was asked; for whichever side the person speaks. */
const askFrom = (visit: Visit, year: number, form: SentForm) =>
  visit.act('report:write', (tx, doing) => {
    const [indicator, answers] = [form.told('indicator'), form.told('answers')]
    return ask(tx, doing, {
      ...{ year, department: form.told('department'), text: form.told('text') },
      ...(indicator ? { indicator } : {}),
      ...(answers ? { answers } : {}),
      ...(form.has('seen') ? { seen: form.told('seen') } : {}),
      ...(form.has('asked') ? { asked: Number(form.told('asked')) } : {}),
    })
  })

async function attachFrom(visit: Visit, year: number, form: SentForm) {
  const file = form.file('file')
  if (file && file.size > LARGEST_EVIDENCE) return refuse('evidence-too-large')
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  return visit.act('report:write', (tx, doing) =>
    attach(tx, doing, {
      ...{ year, indicator: form.told('indicator'), name: file?.name ?? '', bytes, shows: form.told('text') },
    }),
  )
}

/** What was typed into a form of a card that was refused. */
export const keptFrom = (form: SentForm) => ({
  subject: form.told('answers') || form.told('indicator') || `department ${form.told('department')}`,
  text: form.told('text'),
})

/** Stages that have a first day. */
export const datesFrom = (form: SentForm): readonly StageDates[] =>
  CYCLE_STAGES.flatMap((stage): readonly StageDates[] => {
    const day = (end: 'from' | 'to') => form.told(`${stage}-${end}`).normalize('NFKC')
    const [from, to] = [day('from'), day('to')]
    return from ? [{ stage, from, ...(to ? { to } : {}) }] : []
  })
