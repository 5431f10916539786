import type { AnswerFields } from '#domain/cycle/report.ts'
import { useWords } from '../words.tsx'

/** 出していない: said beside the button, where something that is shown could not be saved. */
export function Unsaved({ when }: { readonly when: boolean }) {
  const w = useWords().reports
  return when ? (
    <p className="problem mt-2" role="alert">
      {w.unsaved}
    </p>
  ) : null
}

/** 保存していない入力: what this browser kept and the locked answer does not hold; it is shown beside what stands, never in its place. */
export function LeftHere({ left, drop }: { readonly left: AnswerFields; readonly drop: () => void }) {
  const words = useWords()
  const w = words.reports
  const said = [left.value || (left.why && words.missing[left.why]), left.note, left.source].filter(Boolean)
  return (
    <p className="notice warning small mt-3 no-print" role="status">
      {w.leftHere(said.join(words.comma))}{' '}
      <button className="button small" type="button" onClick={drop}>
        {w.dropLeft}
      </button>
    </p>
  )
}
