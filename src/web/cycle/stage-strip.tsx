import {
  CYCLE_STAGES,
  type CycleStage,
  daysBetween,
  type StageDates,
  stageDays,
} from '#domain/cycle/calendar.ts'
import type { Stages } from '#domain/cycle/stages.ts'
import { useWords } from '../words.tsx'

/** 段階の帯: the stages in their order with dates, and which of them runs now. */
export function StageStrip({
  year,
  today,
  dates,
  stages,
  now,
  approved,
}: {
  readonly year: number
  readonly today: string
  readonly dates: readonly StageDates[]
  readonly stages: Stages
  readonly now: CycleStage | undefined
  readonly approved?: readonly [count: number, of: number] | undefined
}) {
  const words = useWords()
  const w = words.cycle
  return (
    <ol className="stages" aria-label={w.strip}>
      {CYCLE_STAGES.map((stage, at) => {
        const { state } = stages[stage]
        const days = stageDays(stage, year, dates)
        const here = stage === now
        return (
          <li key={stage} className={state} aria-current={here ? 'step' : undefined}>
            <span className="ordinal" aria-hidden="true">
              {state === 'finished' ? '✓' : at + 1}
            </span>
            <b>{words.reports.stages[stage]}</b>
            <span className="small standing">
              {w.states[state]}
              {here && state === 'running' && days && ` ${w.daysLeft(daysBetween(today, days.to))}`}
            </span>
            <span className="small mute dates">{days ? w.span(days.from, days.to) : w.noDates}</span>
            {stage === 'report' && approved && approved[1] > 0 && state !== 'waiting' && (
              <span className="small dates">{w.approved(...approved)}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
