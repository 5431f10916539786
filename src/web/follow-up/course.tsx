import { Link } from 'react-router'
import type { FollowUpStep, RecordedStep } from '#domain/cycle/follow-up.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { useWords } from '../words.tsx'

/** 経過: every step, newest first; a decision that was made anew stays readable. */
export function Course({ steps }: { readonly steps: readonly RecordedStep[] }) {
  const words = useWords()
  const w = words.followUp
  return (
    <section className="card" aria-labelledby="course">
      <h2 id="course">{w.history}</h2>
      {steps.length === 0 && <p className="small mute mt-2">{w.noHistory}</p>}
      <ol className="grid gap-4 mt-3">
        {steps.toReversed().map(({ id, step, at, by }) => (
          <li key={id}>
            <p className="small mute">
              {w.steps[step.kind]} · {w.by(words.moment(at), by)}
            </p>
            <Said step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Said({ step }: { readonly step: FollowUpStep }) {
  const w = useWords().followUp
  const { of } = useHere()
  switch (step.kind) {
    case 'propose':
    case 'decide':
      return (
        <>
          <p>
            <b>
              <Name of={step.choice} />
            </b>
            {step.kind === 'decide' && step.due && <span className="slot">{w.until(step.due)}</span>}
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{step.reason}</p>
        </>
      )
    case 'approval':
      return <p>{w.approved(step.number, step.day)}</p>
    case 'budget':
      return (
        <p className="wrap-anywhere">
          {[w.budgetOf(step.year), step.reference, step.note].filter(Boolean).join('　')}{' '}
          {step.yen !== undefined && writeMoney({ yen: step.yen, unit: '円' })}
        </p>
      )
    case 'plan-change':
      return (
        <p>
          <Link to={of(`/plans/${step.plan}`, { edition: step.edition })}>{w.draftEdition}</Link>
        </p>
      )
    case 'progress':
      return (
        <p className="whitespace-pre-line wrap-anywhere">
          <b>{w.progressStates[step.state]}</b>　{step.text}
        </p>
      )
  }
}
