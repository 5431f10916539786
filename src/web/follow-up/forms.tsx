import { useNavigation } from 'react-router'
import type { FollowUp, FollowUpChoice, FollowUpKind } from '#domain/cycle/follow-up.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { useHere } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { LongForm } from '../ui/long-form.tsx'
import { useWords } from '../words.tsx'

export type StepProblem = {
  readonly kind: FollowUpKind
  readonly told: Readonly<Record<string, string>>
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

type Props = {
  /** The plan, year and subject that it is about. */
  readonly subject: string
  readonly kind: FollowUpKind
  readonly now: FollowUp
  readonly year: number
  readonly choices: readonly FollowUpChoice[]
  readonly departments: readonly Department[]
  readonly problem: StepProblem | undefined
  /** Whether it is what comes next; the others are folded. */
  readonly next: boolean
}

/** One step of a follow-up. What was typed stays where it is refused. */
export function StepForm({ subject, kind, now, year, choices, departments, problem, next }: Props) {
  const words = useWords()
  const w = words.followUp
  const { lang } = useHere()
  const busy = useNavigation().state === 'submitting'
  const told = (key: string, usual = '') => problem?.told[key] ?? usual
  const id = (name: string) => `${kind}-${name}`
  const again = kind === 'decide' && now.decided !== undefined
  const text = (name: string, label: string, rows: number, usual?: string) => (
    <div className="field">
      <label htmlFor={id(name)}>
        {label}
        <span className="must">{words.app.required}</span>
      </label>
      <textarea
        className="input"
        id={id(name)}
        name={name}
        rows={rows}
        required
        defaultValue={told(name, usual)}
      />
    </div>
  )
  const field = (name: string, label: string, more: Partial<React.ComponentProps<typeof Field>> = {}) => (
    <Field
      {...more}
      id={id(name)}
      name={name}
      label={label}
      defaultValue={told(name, String(more.defaultValue ?? ''))}
    />
  )
  return (
    <details className="card" open={next || problem !== undefined}>
      <summary>
        <b>{again ? w.again : w.forms[kind]}</b>
      </summary>
      <LongForm keep={`follow-up.${subject}.${kind}`} className="grid gap-3 mt-3" aria-label={w.forms[kind]}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={now.last} />
        {problem && (
          <p className="problem" role="alert">
            {words.refusal(problem.why, problem.detail)}
          </p>
        )}
        {again && <p className="small mute">{w.againHelp}</p>}
        {(kind === 'propose' || kind === 'decide') && (
          <>
            <div className="field">
              <label htmlFor={id('choice')}>
                {w.choice}
                <span className="must">{words.app.required}</span>
              </label>
              <select
                className="input"
                id={id('choice')}
                name="choice"
                required
                defaultValue={told(
                  'choice',
                  kind === 'decide' ? (now.decided ?? now.proposed)?.step.choice.id : '',
                )}
              >
                <option value="">{w.choose}</option>
                {choices.map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {nameIn(lang, choice)}
                  </option>
                ))}
              </select>
            </div>
            {text('reason', w.reason, 3, again ? now.decided?.step.reason : undefined)}
          </>
        )}
        {kind === 'decide' && (
          <>
            <div className="field">
              <label htmlFor={id('department')}>{w.department}</label>
              <select
                className="input"
                id={id('department')}
                name="department"
                defaultValue={told('department', now.decided?.step.department)}
              >
                <option value="">{w.sameDepartment}</option>
                {departments
                  .filter((each) => each.to === undefined || each.id === now.decided?.step.department)
                  .map((each) => (
                    <option key={each.id} value={each.id}>
                      {nameIn(lang, each)}
                    </option>
                  ))}
              </select>
            </div>
            {field('due', w.due, { type: 'date', help: w.dueHelp, defaultValue: now.decided?.step.due })}
          </>
        )}
        {kind === 'approval' && (
          <>
            {field('number', w.number, { must: words.app.required, help: w.numberHelp })}
            {field('day', w.day, { type: 'date', must: words.app.required })}
          </>
        )}
        {kind === 'budget' && (
          <>
            {field('year', w.year, { inputMode: 'numeric', defaultValue: String(year + 2) })}
            {field('yen', w.yen, { inputMode: 'numeric', help: w.yenHelp })}
            {field('reference', w.reference)}
            {field('note', w.note)}
          </>
        )}
        {kind === 'plan-change' && (
          <>
            <p className="small mute">{w.changeHelp}</p>
            {field('label', w.label, { must: words.app.required, defaultValue: w.labelUsual })}
          </>
        )}
        {kind === 'progress' && (
          <>
            <fieldset className="flex gap-4">
              <legend className="sr">{w.progressState}</legend>
              {(['begun', 'done'] as const).map((state) => (
                <label key={state} className="flex gap-2 items-center">
                  <input
                    type="radio"
                    name="state"
                    value={state}
                    defaultChecked={told('state', 'begun') === state}
                  />
                  {w.progressStates[state]}
                </label>
              ))}
            </fieldset>
            {text('text', w.text, 2)}
          </>
        )}
        <p>
          <button className={next ? 'button primary' : 'button'} type="submit" disabled={busy}>
            {again ? w.again : w.forms[kind]}
          </button>
        </p>
      </LongForm>
    </details>
  )
}
