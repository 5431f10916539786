import { useWords } from '../words.tsx'
import type { progressWith } from './moves.ts'
import type { useSteps } from './use-steps.ts'
import type { IntakeView } from './view.ts'

/** 進み具合: how far the review is, and what became of the steps that were sent. */
export function StatusLine({
  progress,
  last,
  steps,
  cut,
  finished,
}: {
  readonly progress: ReturnType<typeof progressWith>
  readonly last: IntakeView['last']
  readonly steps: Pick<ReturnType<typeof useSteps>, 'waiting' | 'refused' | 'cut'>
  /** The page could not be renewed. */
  readonly cut: boolean
  /** Somebody asked for the next entry, and there is none. */
  readonly finished: boolean
}) {
  const words = useWords()
  const w = words.intake
  return (
    <div className="statusline">
      <span>{w.progress(progress.all, progress.accepted, progress.leftOut)}</span>
      <progress
        className="progress"
        max={Math.max(1, progress.all)}
        value={progress.all - progress.open}
        aria-hidden
      />
      {last && <span className="mute">{w.saved(words.moment(last.at))}</span>}
      <span role="status">{finished && w.allDone}</span>
      {(steps.cut || cut) && (
        <span className="problem" role="alert">
          {steps.waiting.length > 0 ? w.unsent : w.offline}
        </span>
      )}
      {steps.refused && (
        <span className="problem" role="alert">
          {words.refusal(steps.refused.why, steps.refused.detail)}
        </span>
      )}
    </div>
  )
}
