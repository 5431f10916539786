import { type ReviewState, SUMMARY_FIELDS, type SummaryFields } from '#domain/cycle/review.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'
import { TextEditor } from './text-editor.tsx'

export type SummaryProps = {
  readonly review: string
  readonly state: ReviewState
  readonly summary:
    | { readonly id: string; readonly fields: SummaryFields; readonly savedAt: string }
    | undefined
  readonly signed: { readonly at: string; readonly reference: string | undefined } | undefined
  /** Writes it: the chair, or planning for the chair. */
  readonly may: 'chair' | 'planner' | undefined
  /** What was before the person when they signed and another had saved; it stands beside what is there now. */
  readonly shown?: string | undefined
}

/** 委員長総括と確認. The chair presses one button; planning records the paper that the chair signed. */
export function SummaryCard({ review, state, summary, signed, may, shown }: SummaryProps) {
  const words = useWords()
  const w = words.room
  const writable = may !== undefined && state !== 'signed'
  return (
    <section className="card" aria-labelledby="summary" id="summary-card">
      <h2 id="summary">{w.summary}</h2>
      {writable ? (
        <>
          <p className="small mute">{w.summaryNote}</p>
          {shown !== undefined && shown !== summary?.fields.summary && (
            <div className="notice warning mt-3" role="alert">
              <p>{w.summaryShown}</p>
              <p className="small mt-2 whitespace-pre-line wrap-anywhere">{shown}</p>
            </div>
          )}
          <TextEditor
            review={review}
            kind="summary"
            names={SUMMARY_FIELDS}
            labels={{ summary: w.summary }}
            start={summary?.fields ?? { summary: '' }}
            saved={summary}
          >
            {state === 'closed' && (
              <div className="grid gap-3 no-print">
                <p className="small mute">{w.signNote}</p>
                {may === 'planner' && <Field id="reference" label={w.reference} must={words.app.required} />}
                <p>
                  <button className="button primary" type="submit" name="do" value="sign">
                    {may === 'planner' ? w.signPaper : w.sign}
                  </button>
                </p>
              </div>
            )}
          </TextEditor>
        </>
      ) : summary?.fields.summary ? (
        <p className="mt-2 whitespace-pre-line wrap-anywhere">{summary.fields.summary}</p>
      ) : (
        <p className="small mute mt-2">{w.noSummary}</p>
      )}
      {signed && <p className="notice done mt-4">{w.signed(words.moment(signed.at), signed.reference)}</p>}
    </section>
  )
}
