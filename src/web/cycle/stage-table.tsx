import { Form } from 'react-router'
import { CYCLE_STAGES, type CycleStage, stageDays } from '#domain/cycle/calendar.ts'
import type { StageMoveKind, StageStanding } from '#domain/cycle/stages.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import type { CycleView } from '#usecases/view-cycle.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

/** What was sent and refused, so that the form stands open and filled. */
export type RefusedMove = {
  readonly stage: CycleStage
  readonly move: StageMoveKind
  readonly reason: string
  readonly department: string
  readonly said: string
}

const movesOf = ({ state, openFor }: StageStanding): readonly StageMoveKind[] => {
  if (state === 'waiting') return ['begin']
  if (state === 'running') return ['finish']
  return openFor.length > 0 ? ['finish', 'reopen'] : ['reopen']
}

/** 段階の表: each with its days, its record, and for whoever may move it the next move. */
export function StageTable({
  view: { year, dates, stages, moves, departments, now },
  mayMove,
  refused,
}: {
  readonly view: Pick<CycleView, 'year' | 'dates' | 'stages' | 'moves' | 'departments' | 'now'>
  readonly mayMove: boolean
  readonly refused: RefusedMove | undefined
}) {
  const words = useWords()
  const w = words.cycle
  const { lang } = useHere()
  const nameOf = (id: string) => {
    const found = departments.find((each) => each.id === id)
    return found ? nameIn(lang, found) : id
  }
  return (
    <section className="card mb-6" aria-labelledby="stage-list">
      <h2 id="stage-list" className="mb-2">
        {w.stages}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.stage}</th>
            <th scope="col">{w.dates}</th>
            <th scope="col">{w.standing}</th>
            <th scope="col">{w.history}</th>
          </tr>
        </thead>
        <tbody>
          {CYCLE_STAGES.map((stage) => {
            const days = stageDays(stage, year, dates)
            const { state, openFor } = stages[stage]
            return (
              <tr key={stage} id={`stage-${stage}`} className={stage === now ? 'current' : undefined}>
                <th scope="row">{words.reports.stages[stage]}</th>
                <td data-label={w.dates}>{days ? w.span(days.from, days.to) : w.noDates}</td>
                <td data-label={w.standing}>
                  {w.states[state]}
                  {openFor.length > 0 && (
                    <span className="small block">{w.openFor(openFor.map(nameOf).join('、'))}</span>
                  )}
                </td>
                <td>
                  <ol className="small">
                    {moves
                      .filter((each) => each.stage === stage)
                      .map(({ move, at, by, reason, department }) => (
                        <li key={at}>
                          {w.madeMove[move]} {words.moment(at)} {by} {department && nameOf(department)}
                          {reason && <b className="block">{reason}</b>}
                        </li>
                      ))}
                  </ol>
                  {mayMove &&
                    movesOf(stages[stage]).map((move) => (
                      <MoveForm
                        key={move}
                        stage={stage}
                        move={move}
                        departments={departments}
                        next={stage === now}
                        refused={refused?.stage === stage && refused.move === move ? refused : undefined}
                      />
                    ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function MoveForm({
  stage,
  move,
  departments,
  next,
  refused,
}: {
  readonly stage: CycleStage
  readonly move: StageMoveKind
  readonly departments: readonly Department[]
  /** Whether this is the move that comes next. */
  readonly next: boolean
  readonly refused: RefusedMove | undefined
}) {
  const words = useWords()
  const w = words.cycle
  const { lang } = useHere()
  const id = (name: string) => `${name}-${stage}-${move}`
  return (
    <details className="no-print mt-2" open={next || refused !== undefined}>
      <summary>{w.moveStage(words.reports.stages[stage], move)}</summary>
      <Form method="post" preventScrollReset className="grid gap-2 mt-2">
        <input type="hidden" name="do" value="move" />
        <input type="hidden" name="stage" value={stage} />
        <input type="hidden" name="move" value={move} />
        {stage === 'report' && move === 'finish' && <p className="small">{w.finishLocks}</p>}
        {stage === 'report' && move === 'reopen' && (
          <div className="field">
            <label htmlFor={id('department')}>{w.reopenFor}</label>
            <select
              className="input dense"
              id={id('department')}
              name="department"
              defaultValue={refused?.department ?? ''}
            >
              <option value="">{w.everyDepartment}</option>
              {departments.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameIn(lang, each)}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor={id('reason')}>{w.moveReason}</label>
          <input
            className="input dense w-full"
            id={id('reason')}
            name="reason"
            defaultValue={refused?.reason ?? ''}
            aria-describedby={id('help')}
          />
          <p className="small mute" id={id('help')}>
            {w.moveReasonHelp[move]}
          </p>
        </div>
        {refused && (
          <p className="problem" role="alert">
            {refused.said}
          </p>
        )}
        <p>
          <button className="button small" type="submit">
            {w.moveStage(words.reports.stages[stage], move)}
          </button>
        </p>
      </Form>
    </details>
  )
}
