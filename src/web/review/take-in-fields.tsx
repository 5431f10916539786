import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

type Problem = {
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly reason?: string | undefined
  readonly confirmed?: boolean
}

/** 取り込む: the accepted entries become a draft edition; asks for a reason and a confirmation only where something would go. */
export function TakeInFields({
  accepted,
  takenIn,
  problem,
}: {
  readonly accepted: number
  readonly takenIn: { readonly plan: string; readonly edition: string } | undefined
  readonly problem: Problem | undefined
}) {
  const words = useWords()
  const w = words.intake
  const { of } = useHere()
  const asks = problem?.why === 'reason-missing' || problem?.why === 'wants-confirmation'
  return (
    <div className="grid gap-3">
      {takenIn && (
        <p className="notice done">
          {w.takenIn}{' '}
          <Link to={of(`/plans/${takenIn.plan}`, { edition: takenIn.edition })}>{w.openPlan}</Link>
        </p>
      )}
      {problem && (
        <p className="notice error" role="alert">
          {words.refusal(problem.why, problem.detail)}
        </p>
      )}
      {accepted === 0 ? (
        <p className="mute">{w.takeInFirst}</p>
      ) : (
        <>
          {(takenIn || asks) && (
            <>
              <label className="field">
                <span className="label">{w.takeInReason}</span>
                <input className="input dense w-full" name="reason" defaultValue={problem?.reason} />
                <span className="small mute">{w.takeInReasonHelp}</span>
              </label>
              <label className="small">
                <input type="checkbox" name="confirmed" defaultChecked={problem?.confirmed} /> {w.confirm}
              </label>
            </>
          )}
          <p>
            <button className="button primary" type="submit" name="do" value="take-in">
              {w.takeIn(accepted)}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
