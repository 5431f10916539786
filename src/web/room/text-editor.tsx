import { Form } from 'react-router'
import { LONGEST_TEXT, type TextKind } from '#domain/cycle/review.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { type Typed, useDraft } from './use-draft.ts'

/** 議事録・総括を書く: saved as it is typed; where somebody else saved in between, both texts stand to choose from. */
export function TextEditor({
  review,
  kind,
  names,
  labels,
  start,
  saved,
}: {
  readonly review: string
  readonly kind: TextKind
  readonly names: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly start: Typed
  readonly saved: { readonly id: string; readonly savedAt: string } | undefined
}) {
  const words = useWords()
  const w = words.room
  const { of } = useHere()
  const held = useDraft(of(`/reviews/${review}/save`), `${review}/${kind}`, start, {
    more: { do: kind },
    ...{ seen: saved?.id ?? '', savedAt: saved?.savedAt ?? '' },
  })
  const { fields, conflict } = held
  return (
    <Form method="post" preventScrollReset className="grid gap-4 mt-3" onSubmit={held.stop}>
      <input type="hidden" name="seen" value={held.seen} />
      {names.map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`${kind}-${name}`}>{labels[name]}</label>
          <textarea
            className="input"
            id={`${kind}-${name}`}
            name={name}
            rows={name === 'discussion' || name === 'summary' ? 10 : 3}
            maxLength={LONGEST_TEXT}
            value={fields[name] ?? ''}
            onChange={({ target }) => held.change({ ...fields, [name]: target.value })}
          />
        </div>
      ))}
      {conflict && (
        <div className="notice warning" role="alert">
          <p>{w.conflict(conflict.savedBy, words.moment(conflict.savedAt))}</p>
          {names.map((name) =>
            conflict.fields[name] === fields[name] ? null : (
              <p className="small mt-2 whitespace-pre-line wrap-anywhere" key={name}>
                <b>{labels[name]}</b> {conflict.fields[name]}
              </p>
            ),
          )}
          <p className="flex gap-3 flex-wrap mt-2">
            <button type="button" className="button small" onClick={() => held.choose('theirs')}>
              {w.useTheirs}
            </button>
            <button type="button" className="button small" onClick={() => held.choose('mine')}>
              {w.useMine}
            </button>
          </p>
        </div>
      )}
      <p className="flex gap-3 items-center flex-wrap">
        <button className="button" type="submit" name="do" value={kind}>
          {w.save}
        </button>
        <span className="small mute" role="status">
          {held.state === 'saving' && w.saving}
          {held.state === 'kept' && (held.why ? words.refusal(held.why) : w.kept)}
          {held.state !== 'saving' &&
            held.state !== 'kept' &&
            held.savedAt &&
            w.savedTextAt(words.moment(held.savedAt))}
        </span>
      </p>
    </Form>
  )
}
