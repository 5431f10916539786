import { Form } from 'react-router'
import type { EntryState } from '#domain/document/review.ts'
import { useKeptForm } from '../ui/kept-form.tsx'
import { useWords } from '../words.tsx'
import type { IntakeRow, IntakeView } from './view.ts'

type Problem = {
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

const NARROW = new Set(['unit', 'baselineYear', 'targetYear', 'number', 'from', 'to', 'measure'])
const ROLES = ['goal', 'program', 'measure', 'effort', 'initiative', 'area', 'group'] as const

/** 選んだもの: what was read, from which text by which rule, and the fields to correct it in. */
export function EntryPanel({
  row,
  state,
  nodes,
  document,
  then,
  problem,
  mayReview,
}: {
  readonly row: IntakeRow
  readonly state: EntryState
  /** Nodes that it may hang under. */
  readonly nodes: IntakeView['nodes']
  readonly document: string
  /** The entry to go to when this one is done. */
  readonly then: string | undefined
  readonly problem: Problem | undefined
  readonly mayReview: boolean
}) {
  const words = useWords()
  const w = words.intake
  const { fields, next, at } = row
  const { form, kept } = useKeptForm(`${document}.${row.id}`)
  const wrong = String(problem?.detail?.field ?? '')
  const above = nodes.filter(({ id }) => id !== row.id)
  return (
    <section className="card panel" aria-labelledby="chosen">
      <header>
        <h2 id="chosen">{fields.name || fields.measure || fields.amount}</h2>
        <span className="tag">{w.entryStates[state]}</span>
        <span className="small mute">{w.place(at.sheet, at.cell, at.page, at.line, at.to)}</span>
      </header>
      <p className="small">
        {w.printedAs}: <q>{row.text}</q>
      </p>
      {mayReview && (
        <>
          <Form method="post" preventScrollReset ref={form} className="grid gap-3 mt-3 no-print">
            {kept}
            <input type="hidden" name="entry" value={row.id} />
            <input type="hidden" name="then" value={then ?? row.id} />
            <div className="grid gap-3 panel-fields">
              {Object.entries(fields).map(([name, value]) => (
                <div key={name} className={`field ${NARROW.has(name) ? 'narrow' : 'wide'}`}>
                  <label htmlFor={`f-${name}`}>{w.fields[name as keyof typeof w.fields]}</label>
                  {name === 'role' ? (
                    <select className="input dense" id={`f-${name}`} name={`f-${name}`} defaultValue={value}>
                      {ROLES.map((role) => (
                        <option key={role} value={role}>
                          {w.roles[role]}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      className="input dense"
                      id={`f-${name}`}
                      name={`f-${name}`}
                      defaultValue={value}
                      aria-invalid={wrong === name || undefined}
                      aria-describedby={wrong === name ? 'wrong' : undefined}
                    />
                  )}
                  {wrong === name && problem && (
                    <p className="problem" id="wrong" role="alert">
                      {words.refusal(problem.why, problem.detail)}
                    </p>
                  )}
                </div>
              ))}
              {row.kind !== 'section' && above.length > 0 && (
                <div className="field wide">
                  <label htmlFor="under">{w.under}</label>
                  <select className="input dense" id="under" name="under" defaultValue={row.under ?? ''}>
                    <option value="">{w.nowhere}</option>
                    {above.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </div>
              )}
            </div>
            <p className="flex gap-2 flex-wrap">
              <button className="button primary" type="submit" name="do" value="correct">
                {state === 'open' ? w.accept : w.correct}
              </button>
              <button className="button" type="submit" name="do" value="leave-out">
                {w.leaveOut}
              </button>
            </p>
          </Form>
          <details className="small mt-3 no-print" id="split">
            <summary>{w.split}</summary>
            <Form method="post" preventScrollReset className="grid gap-2 mt-2">
              <input type="hidden" name="entry" value={row.id} />
              <input type="hidden" name="do" value="split" />
              <p className="mute">{w.splitHelp}</p>
              {(['first', 'second'] as const).map((half, at) => (
                <label key={half} className="grid">
                  {w.splitNames[at]}
                  <input
                    className="input dense"
                    name={half}
                    required
                    defaultValue={at === 0 ? fields.name : ''}
                  />
                </label>
              ))}
              <p>
                <button className="button small" type="submit">
                  {w.split}
                </button>
              </p>
            </Form>
          </details>
          {next && (
            <Form method="post" preventScrollReset className="mt-2 no-print">
              <input type="hidden" name="entry" value={row.id} />
              <input type="hidden" name="with" value={next.id} />
              <button className="button quiet small" id="merge" type="submit" name="do" value="merge">
                {w.merge(next.name)}
              </button>
            </Form>
          )}
        </>
      )}
      <p className="small faint mt-2">{w.rule(row.rule)}</p>
    </section>
  )
}
