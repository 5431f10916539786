import { Form, useNavigation } from 'react-router'
import type { ConsultationState } from '#domain/cycle/consultation.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'
import type { ConsultDeed } from './act.ts'

type Props = {
  readonly state: ConsultationState
  readonly people: number
  readonly problem:
    | { readonly deed: ConsultDeed; readonly told: Readonly<Record<string, string>> }
    | undefined
}

/** What planning can do with a consultation as a whole: extend, withdraw, publish, erase names. Only what is possible now is shown. */
export function Steps({ state, people, problem }: Props) {
  const words = useWords()
  const w = words.consult
  const busy = useNavigation().state === 'submitting'
  const told = (deed: ConsultDeed, key: string) => (problem?.deed === deed ? (problem.told[key] ?? '') : '')
  const running = state === 'planned' || state === 'open'
  const reason = (deed: 'extend' | 'withdraw' | 'publish', label: string) => (
    <Field
      id={`${deed}-reason`}
      name="reason"
      label={label}
      must={words.app.required}
      defaultValue={told(deed, 'reason')}
      maxLength={500}
    />
  )
  const form = (deed: ConsultDeed, label: string, inner: React.ReactNode, primary = false) => (
    <details className="mt-3" open={primary || problem?.deed === deed}>
      <summary>{label}</summary>
      <Form method="post" className="grid gap-3 mt-3" aria-label={label}>
        <input type="hidden" name="deed" value={deed} />
        {inner}
        <p>
          <button className={primary ? 'button primary' : 'button'} type="submit" disabled={busy}>
            {label}
          </button>
        </p>
      </Form>
    </details>
  )
  return (
    <section className="card no-print" aria-label={w.title}>
      <p>
        <b>{w.states[state]}</b>
      </p>
      {(state === 'sorting' || state === 'published') &&
        form(
          'publish',
          state === 'published' ? w.publishAgain : w.publish,
          <>
            <p className="small mute">{w.publishHelp}</p>
            {state === 'published' && reason('publish', w.correctionReason)}
          </>,
          state === 'sorting',
        )}
      {(running || state === 'sorting') &&
        form(
          'extend',
          w.extend,
          <>
            <Field
              id="extend-until"
              name="until"
              type="date"
              label={w.until}
              must={words.app.required}
              defaultValue={told('extend', 'until')}
            />
            {reason('extend', w.reason)}
          </>,
        )}
      {(running || state === 'sorting') && form('withdraw', w.withdraw, reason('withdraw', w.reason))}
      {(state === 'published' || state === 'withdrawn') &&
        people > 0 &&
        form(
          'erase',
          w.erase,
          <>
            <p className="small">{w.people(people)}</p>
            <p className="small mute">{w.eraseHelp}</p>
          </>,
        )}
    </section>
  )
}
