import type { CycleStage, StageDates } from '#domain/cycle/calendar.ts'
import type { AnswerFields } from '#domain/cycle/report.ts'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { moveReports, openRound, saveAnswerOf } from '#usecases/collect.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'

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
const STAGES: readonly CycleStage[] = ['report', 'assess', 'review', 'decide', 'publish']

/** What a form of the page asks: open the round, save one answer, or move several. */
export async function actOnReports(visit: Visit, year: number, form: SentForm) {
  const wanted = form.told('do')
  const reason = form.told('reason')
  if (wanted === 'open')
    return visit.act('round:open', (tx, doing) =>
      openRound(tx, doing, { year, dates: datesFrom(form), ...(reason ? { reason } : {}) }),
    )
  const move = MOVES.find((each) => each === wanted)
  if (!move) return saveFrom(visit, year, form)
  const indicators = form.told('indicator').split(' ').filter(Boolean)
  return visit.act(
    move === 'submit' || move === 'take-back' ? 'report:write' : 'report:approve',
    (tx, doing) => moveReports(tx, doing, { year, indicators, move, ...(reason ? { reason } : {}) }),
  )
}

/** Stages that have a first day. */
const datesFrom = (form: SentForm): readonly StageDates[] =>
  STAGES.flatMap((stage): readonly StageDates[] => {
    const day = (end: 'from' | 'to') => form.told(`${stage}-${end}`).normalize('NFKC')
    const [from, to] = [day('from'), day('to')]
    return from ? [{ stage, from, ...(to ? { to } : {}) }] : []
  })
