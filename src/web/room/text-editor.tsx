import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Form, useSubmit } from 'react-router'
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
  children,
}: {
  readonly review: string
  readonly kind: TextKind
  readonly names: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly start: Typed
  readonly saved: { readonly id: string; readonly savedAt: string } | undefined
  /** 確認の欄: other buttons of the same form, which wait until what is shown is saved. */
  readonly children?: ReactNode
}) {
  const words = useWords()
  const w = words.room
  const { of } = useHere()
  const held = useDraft(of(`/reviews/${review}/save`), `${review}/${kind}`, start, {
    more: { do: kind },
    ...{ seen: saved?.id ?? '', savedAt: saved?.savedAt ?? '' },
  })
  const { fields, conflict } = held
  const { onSubmit, unsaved } = useSettled(held, kind)
  return (
    <Form method="post" preventScrollReset className="grid gap-4 mt-3" onSubmit={onSubmit}>
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
        <button className="button" type="submit" name="do" value={kind} formNoValidate>
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
      {children}
      {unsaved && (
        <p className="problem" role="alert">
          {words.reports.unsaved}
        </p>
      )}
    </Form>
  )
}

/** 保存してから送る: the button that saves sends at once; any other waits until what is shown is saved, and is not sent where it cannot be. */
function useSettled({ stop, settle }: Pick<ReturnType<typeof useDraft>, 'stop' | 'settle'>, kind: TextKind) {
  const [unsaved, setUnsaved] = useState(false)
  const submit = useSubmit()
  const busy = useRef(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement) || submitter.value === kind) {
      stop()
      return
    }
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    void settle()
      .then((saved) => {
        setUnsaved(!saved)
        if (!saved) return
        const sent = new FormData(form)
        sent.set(submitter.name, submitter.value)
        const action = form.getAttribute('action') ?? ''
        return submit(sent, { method: 'post', action, preventScrollReset: true })
      })
      .finally(() => {
        busy.current = false
      })
  }
  return { onSubmit, unsaved }
}
