import type { Given } from '#domain/cycle/given.ts'
import { useWords } from '../words.tsx'
import { GradeBadge } from './judgement.tsx'

/** 人による判定, with who gave it and why where it is not the computed one. */
export function GivenJudgement({ given }: { readonly given: Given }) {
  const w = useWords()
  return (
    <div className="small">
      <GradeBadge {...given} />
      {given.comment && <p className="mt-1 whitespace-pre-line wrap-anywhere">{given.comment}</p>}
      {given.reason && (
        <p className="mt-1 wrap-anywhere">
          <span className="mute">{w.judge.why}</span> {given.reason}
        </p>
      )}
      <p className="faint mt-1">{w.judge.by(given.by, w.moment(given.at))}</p>
    </div>
  )
}
