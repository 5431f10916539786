import { useNavigation } from 'react-router'
import { type Given, type GivenStage, type Grade, LONGEST_GIVEN } from '#domain/cycle/given.ts'
import { LongForm } from '../ui/long-form.tsx'
import { useWords } from '../words.tsx'

type Problem = {
  readonly asked: Pick<Given, 'grade' | 'comment' | 'reason'>
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

type StageProps = {
  readonly plan: string
  readonly year: number
  readonly row: { readonly commitment: { readonly id: string }; readonly given: readonly Given[] }
  readonly stage: GivenStage
  readonly grades: readonly Grade[]
  readonly problem: Problem | undefined
}

/** One stage of one promise. What was typed stays where the form is refused. */
export function StageForm({ row: { commitment, given }, plan, year, stage, grades, problem }: StageProps) {
  const words = useWords()
  const w = words.judge
  const busy = useNavigation().state === 'submitting'
  const own: Given | undefined = given.find((each) => each.stage === stage)
  const shown = problem?.asked ?? own
  const field = (name: string) => `${stage}-${name}`
  return (
    <LongForm
      keep={`judge.${plan}.${year}.${commitment.id}.${stage}`}
      className="grid gap-3 content-start"
      aria-label={w.stagesLong[stage]}
    >
      <b>{w.stagesLong[stage]}</b>
      <input type="hidden" name="commitment" value={commitment.id} />
      <input type="hidden" name="stage" value={stage} />
      <input type="hidden" name="seen" value={own?.at ?? ''} />
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
        <select className="input" id={field('grade')} name="grade" required defaultValue={shown?.grade ?? ''}>
          <option value="">{w.choose}</option>
          {grades.map(({ grade, label }) => (
            <option key={grade} value={grade}>
              {grade === words.label(label) ? grade : `${grade} ${words.label(label)}`}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={field('comment')}>{w.comment}</label>
        <textarea
          className="input"
          id={field('comment')}
          name="comment"
          rows={4}
          maxLength={LONGEST_GIVEN}
          defaultValue={shown?.comment ?? ''}
        />
      </div>
      <div className="field">
        <label htmlFor={field('reason')}>{w.reason}</label>
        <textarea
          className="input"
          id={field('reason')}
          name="reason"
          rows={2}
          maxLength={LONGEST_GIVEN}
          defaultValue={shown?.reason ?? ''}
          aria-describedby={field('note')}
        />
        <p className="small mute" id={field('note')}>
          {w.reasonNote}
        </p>
      </div>
      <p>
        <button className="button primary" type="submit" disabled={busy}>
          {w.save}
        </button>
      </p>
    </LongForm>
  )
}
