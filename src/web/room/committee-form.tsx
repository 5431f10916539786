import { Form, useNavigation } from 'react-router'
import type { Grade } from '#domain/cycle/given.ts'
import { useWords } from '../words.tsx'
import type { ShownIndicator } from './show-stop.ts'

export type JudgeProblem = {
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly asked: {
    readonly commitment: string
    readonly grade: string
    readonly comment: string
    readonly reason: string
  }
}

/** 委員会の判定を書く, for the chair or who writes for the panel. What was typed stays where it is refused. */
export function CommitteeForm({
  plan,
  indicator: { commitment, committee },
  grades,
  problem,
}: {
  readonly plan: string
  readonly indicator: ShownIndicator
  readonly grades: readonly Grade[]
  readonly problem: JudgeProblem | undefined
}) {
  const words = useWords()
  const w = words.judge
  const busy = useNavigation().state === 'submitting'
  const shown = problem?.asked ?? committee
  const field = (name: string) => `${commitment.id}-${name}`
  return (
    <details className="no-print mt-2" open={problem !== undefined}>
      <summary className="small">{words.room.judge}</summary>
      <Form
        method="post"
        preventScrollReset
        className="grid gap-3 mt-2"
        aria-label={words.room.judge}
        key={committee?.at ?? ''}
      >
        <input type="hidden" name="plan" value={plan} />
        <input type="hidden" name="commitment" value={commitment.id} />
        <input type="hidden" name="seen" value={committee?.at ?? ''} />
        {problem && (
          <p className="problem" role="alert">
            {words.refusal(problem.why, problem.detail)}
          </p>
        )}
        <div className="field">
          <label htmlFor={field('grade')}>
            {w.grade}
            <span className="must">{words.app.required}</span>
          </label>
          <select
            className="input"
            id={field('grade')}
            name="grade"
            required
            defaultValue={shown?.grade ?? ''}
          >
            <option value="">{w.choose}</option>
            {grades.map(({ grade, label }) => (
              <option key={grade} value={grade}>
                {grade === words.label(label) ? grade : `${grade} ${words.label(label)}`}
              </option>
            ))}
          </select>
        </div>
        {(['comment', 'reason'] as const).map((name) => (
          <div className="field" key={name}>
            <label htmlFor={field(name)}>{w[name]}</label>
            <textarea
              className="input"
              id={field(name)}
              name={name}
              rows={2}
              defaultValue={shown?.[name] ?? ''}
            />
          </div>
        ))}
        <p>
          <button className="button" type="submit" name="do" value="judge" disabled={busy}>
            {w.save}
          </button>
        </p>
      </Form>
    </details>
  )
}
