import { Form, useNavigation } from 'react-router'
import { useWords } from '../words.tsx'

type Typed = { readonly what: string; readonly value: string; readonly reason: string }

const CHOICES: Readonly<
  Record<string, readonly ('higher' | 'lower' | 'steady' | 'cumulative' | 'annual' | 'point')[]>
> = {
  better: ['higher', 'lower', 'steady'],
  accumulation: ['cumulative', 'annual', 'point'],
}

/** 記載なしを設定する: one form for each attribute that the document leaves open; settled by a person with a reason. */
export function Settle({
  open,
  typed,
}: {
  readonly open: readonly string[]
  readonly typed: Typed | undefined
}) {
  const w = useWords()
  return (
    <section className="card no-print" aria-labelledby="settle">
      <h2 id="settle">{w.settle.title}</h2>
      <p className="small mute">{w.settle.explain}</p>
      {open.map((what) => (
        <details key={what} open={typed?.what === what} className="mt-3">
          <summary>{w.settle.attributes[what as keyof typeof w.settle.attributes]}</summary>
          <SettleForm what={what} typed={typed?.what === what ? typed : undefined} />
        </details>
      ))}
    </section>
  )
}

function SettleForm({ what, typed }: { readonly what: string; readonly typed: Typed | undefined }) {
  const w = useWords()
  const busy = useNavigation().state === 'submitting'
  const choices = CHOICES[what]
  return (
    <Form method="post" className="grid gap-3 mt-2">
      <input type="hidden" name="what" value={what} />
      <div className="field">
        <label htmlFor={`value-${what}`}>{w.settle.value}</label>
        {choices ? (
          <select className="input" id={`value-${what}`} name="value" defaultValue={typed?.value}>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {w.settle.values[choice]}
              </option>
            ))}
          </select>
        ) : (
          <input
            className="input"
            id={`value-${what}`}
            name="value"
            required
            placeholder={what === 'baseline-year' ? w.settle.yearExample : undefined}
            defaultValue={typed?.value}
          />
        )}
      </div>
      <div className="field">
        <label htmlFor={`reason-${what}`}>
          {w.app.reason}
          <span className="must">{w.app.required}</span>
        </label>
        <input className="input" id={`reason-${what}`} name="reason" required defaultValue={typed?.reason} />
      </div>
      <p>
        <button className="button" type="submit" disabled={busy}>
          {w.settle.submit}
        </button>
      </p>
    </Form>
  )
}
