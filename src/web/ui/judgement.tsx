import type { Grade } from '#domain/cycle/given.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import type { Working } from '#domain/indicator/working.ts'
import { useWords } from '../words.tsx'
import { Grade as Badge } from './mark.tsx'

/** 判定, or in its place the reason why there is none yet. */
export function JudgementBadge({ judgement }: { readonly judgement: Judgement }) {
  const w = useWords()
  if (judgement.kind === 'ungraded') return <Badge tone="none">{w.missingShort(judgement.why)}</Badge>
  return <GradeBadge {...judgement} />
}

/** A grade of a scheme: its letter where it has one that the mark does not say already, and its label. */
export function GradeBadge({ grade, label, tone }: Grade) {
  const said = useWords().label(label)
  const letter = /^[◎○●△▲▼◌]$/.test(grade) || grade === said ? '' : `${grade} `
  return (
    <Badge tone={tone}>
      {letter}
      {said}
    </Badge>
  )
}

/** 計算: every line of the working, on the page and not behind a tooltip. */
export function WorkingLines({ judgement }: { readonly judgement: Judgement }) {
  const w = useWords()
  return (
    <>
      {judgement.kind === 'ungraded' && (
        <p className="small mb-2">{w.ungraded(judgement.why, judgement.detail)}</p>
      )}
      <Lines working={judgement.working} />
    </>
  )
}

function Lines({ working }: { readonly working: Working }) {
  const w = useWords()
  return (
    <dl className="facts">
      {working.map((step, at) => {
        const arithmetic = [step.expression, step.what === 'kind' ? undefined : step.result]
          .filter(Boolean)
          .join(' ＝ ')
        const kind =
          step.what === 'kind' && step.result ? w.targetKind[step.result as keyof typeof w.targetKind] : ''
        const note = w.workingNote(step.what, step.detail)
        return (
          // The lines of a working never change order; their place is their identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={at} className="contents">
            <dt>{w.working[step.what]}</dt>
            <dd>
              {kind || arithmetic}
              {step.comparison && (
                <span className={step.holds ? 'font-bold' : 'faint'}>
                  {arithmetic && ' '}
                  {step.comparison}
                  {step.grade ? ` → ${step.holds ? step.grade : w.indicator.notThis(step.grade)}` : ''}
                </span>
              )}
              {note && <span className="block faint">{note}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
