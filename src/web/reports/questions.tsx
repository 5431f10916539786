import { useActionData } from 'react-router'
import type { Evidence } from '#domain/cycle/evidence.ts'
import { lastSaid, type Side, type Thread, waitsFor } from '#domain/cycle/question.ts'
import type { ReportRow } from '#usecases/view-reports.ts'
import { LongForm } from '../ui/long-form.tsx'
import { useWords } from '../words.tsx'

/** A report with what is attached to it and what was asked of it; `side` is for whom the person who looks may speak. */
export type CardRow = ReportRow & {
  readonly evidence: readonly Evidence[]
  readonly threads: readonly Thread[]
  readonly side: Side | undefined
}

/** What a form of the card sent, where it was refused: it comes back filled. */
export type Kept = {
  readonly do?: string
  readonly kept?: { readonly subject: string; readonly text: string }
}

/** 質問と答え, at the card or of the department as a whole; whoever may speak for a side can write. */
export function Threads({
  threads,
  year,
  side,
  indicator,
  department,
}: {
  readonly threads: readonly Thread[]
  readonly year: number
  readonly side: Side | undefined
  readonly indicator?: string
  readonly department?: string
}) {
  const words = useWords()
  const w = words.cycle.questions
  const sent = useActionData() as Kept | undefined
  const kept = (subject: string) => (sent?.kept?.subject === subject ? sent.kept.text : undefined)
  const fresh = indicator ?? `department ${department}`
  const waiting = threads.map(waitsFor).find((each) => each !== undefined)
  if (threads.length === 0 && side === undefined) return null
  return (
    <details className="apart" open={waiting !== undefined || kept(fresh) !== undefined}>
      <summary>
        {w.title}{' '}
        <span className="small mute">
          {waiting ? w.waiting[waiting] : threads.length > 0 ? w.answered : w.none}
        </span>
      </summary>
      {threads.map((thread) => (
        <div key={thread.id}>
          <ul className="talk">
            {[thread, ...thread.replies].map((said) => (
              <li key={said.id} className={said.side}>
                <span className="small mute">
                  {w.side[said.side]} {said.by} {words.moment(said.at)}
                </span>
                <p className="whitespace-pre-line">{said.text}</p>
              </li>
            ))}
          </ul>
          {side && (
            <Write
              key={lastSaid(thread).id}
              year={year}
              id={`reply-${thread.id}`}
              label={w.reply}
              button={w.sendReply}
              text={kept(thread.id)}
              fields={{ do: 'answer', answers: thread.id, seen: lastSaid(thread).id }}
            />
          )}
        </div>
      ))}
      {side && (
        <Write
          key={threads.length}
          year={year}
          id={`ask-${fresh.replaceAll(' ', '-')}`}
          label={side === 'planning' ? w.askDepartment : w.ask}
          button={w.send}
          text={kept(fresh)}
          fields={{
            do: 'ask',
            ...(indicator === undefined ? {} : { indicator }),
            ...(department === undefined ? {} : { department }),
            asked: String(threads.length),
          }}
        />
      )}
    </details>
  )
}

function Write({
  year,
  id,
  label,
  button,
  text,
  fields,
}: {
  readonly year: number
  readonly id: string
  readonly label: string
  readonly button: string
  readonly text: string | undefined
  readonly fields: Readonly<Record<string, string>>
}) {
  return (
    <LongForm keep={`question.${year}.${id}`} className="grid gap-2 mt-3 no-print">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea className="input" id={id} name="text" rows={2} defaultValue={text} />
      </div>
      <p>
        <button className="button small" type="submit">
          {button}
        </button>
      </p>
    </LongForm>
  )
}
