import { Form, Link, useNavigation } from 'react-router'
import { citeKey, OPINION_KINDS, type OpinionFields, STANCES } from '#domain/cycle/opinion.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import type { ShownStop } from './show-stop.ts'
import { type Typed, useDraft } from './use-draft.ts'

export type OpinionProblem = {
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly asked: OpinionFields
}

export type OpinionFormProps = {
  readonly review: string
  readonly stop: ShownStop
  /** The stop, or the stop and the opinion that is changed. */
  readonly place: string
  readonly start: OpinionFields
  readonly savedAt: string | undefined
  readonly editing: { readonly id: string; readonly standing: string } | undefined
  /** For staff: whose opinion it may be. Nothing of it is kept as a draft. */
  readonly members: readonly { readonly user: string; readonly affiliation: string }[] | undefined
  readonly next: string | undefined
  readonly problem: OpinionProblem | undefined
}

const typedOf = ({ subject, kind, stance, text, cites }: OpinionFields): Typed => ({
  ...{ subject, kind, stance, text },
  cites: cites.map(citeKey).join(','),
})

/** 意見を書く: what it is about, what kind it is, and the text, saved as it is typed and handed in with one button. */
export function OpinionForm(props: OpinionFormProps) {
  const { review, stop, place, start, savedAt, editing, members, next, problem } = props
  const words = useWords()
  const w = words.room
  const { of, here } = useHere()
  const busy = useNavigation().state === 'submitting'
  const key = `${review}/${place}${members ? '/spoken' : ''}`
  const held = useDraft(members ? '' : of(`/reviews/${review}/save`), key, typedOf(problem?.asked ?? start), {
    more: { do: 'draft', place },
    ...{ seen: '', savedAt: savedAt ?? '' },
    arrived: stop.opinions.flatMap(({ own, spoken, text: one }) => (own || spoken ? one : [])),
  })
  const { fields } = held
  const set = (name: string) => (event: { target: { value: string } }) =>
    held.change({ ...fields, [name]: event.target.value })
  const cited = new Set((fields.cites ?? '').split(',').filter(Boolean))
  const cite = (one: string, on: boolean) => {
    const kept = [...cited].filter((each) => each !== one)
    held.change({ ...fields, cites: [...kept, ...(on ? [one] : [])].join(',') })
  }
  return (
    <section className="card opinion-form no-print" aria-labelledby="write">
      <h2 id="write">{editing ? w.edit : members ? w.spoken : w.write}</h2>
      <Form method="post" preventScrollReset className="grid gap-4 mt-3" onSubmit={held.stop}>
        <input type="hidden" name="place" value={stop.id} />
        {editing && (
          <>
            <input type="hidden" name="edits" value={editing.id} />
            <input type="hidden" name="seen" value={editing.standing} />
          </>
        )}
        {problem && (
          <p className="problem" role="alert">
            {words.refusal(problem.why, problem.detail)}
          </p>
        )}
        {members && !editing && (
          <div className="field">
            <label htmlFor="spokenBy">{w.spokenBy}</label>
            <select className="input" id="spokenBy" name="spokenBy" required defaultValue="">
              <option value="">{words.judge.choose}</option>
              {members.map(({ user, affiliation }) => (
                <option key={user} value={user}>
                  {affiliation}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="subject">{w.about}</label>
          <select
            className="input"
            id="subject"
            name="subject"
            value={fields.subject}
            onChange={set('subject')}
          >
            <option value={stop.subject}>{stop.isWhole ? w.whole : w.aboutThis}</option>
            {stop.indicators.map(({ commitment, indicator }) => (
              <option key={commitment.id} value={commitment.id}>
                {indicator.name}
              </option>
            ))}
          </select>
        </div>
        {!stop.isWhole && (
          <fieldset className="choices">
            <legend>{w.stance}</legend>
            <Radio name="stance" value="" label={w.noStance} {...{ fields, set }} />
            {STANCES.map((each) => (
              <Radio key={each} name="stance" value={each} label={w.stances[each]} {...{ fields, set }} />
            ))}
          </fieldset>
        )}
        <fieldset className="choices">
          <legend>
            {w.kind}
            <span className="must">{words.app.required}</span>
          </legend>
          {OPINION_KINDS.map((each) => (
            <Radio key={each} name="kind" value={each} label={w.kinds[each]} {...{ fields, set }} />
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="text">
            {w.text}
            <span className="must">{words.app.required}</span>
          </label>
          <textarea
            className="input"
            id="text"
            name="text"
            rows={7}
            value={fields.text}
            onChange={set('text')}
          />
        </div>
        {stop.citable.length > 0 && (
          <details className="small" open={cited.size > 0}>
            <summary>{w.cites}</summary>
            <ul className="grid gap-2 mt-2">
              {stop.citable.map(({ key: one, name }) => (
                <li key={one}>
                  <label className="flex gap-2 items-center">
                    <input
                      type="checkbox"
                      name="cites"
                      value={one}
                      checked={cited.has(one)}
                      onChange={({ target }) => cite(one, target.checked)}
                    />
                    {name}
                  </label>
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className="send">
          <button className="button primary" type="submit" name="do" value="hand-in" disabled={busy}>
            {editing ? w.handInEdit : w.handIn}
          </button>
          {!members && (
            <button className="button" type="submit" name="do" value="draft" disabled={busy}>
              {w.draft}
            </button>
          )}
          {next && (
            <Link className="button" to={next} preventScrollReset>
              {w.next}
            </Link>
          )}
          {editing && (
            <Link className="button quiet" to={here({ edit: undefined })} preventScrollReset>
              {w.stopEditing}
            </Link>
          )}
        </div>
        <p className="small mute" role="status">
          {held.state === 'saving' && w.saving}
          {held.state === 'kept' && (held.why ? words.refusal(held.why) : w.kept)}
          {held.state !== 'saving' &&
            held.state !== 'kept' &&
            held.savedAt &&
            w.savedAt(words.moment(held.savedAt))}
        </p>
        <p className="small mute">{w.note}</p>
      </Form>
    </section>
  )
}

function Radio({
  name,
  value,
  label,
  fields,
  set,
}: {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly fields: Typed
  readonly set: (name: string) => (event: { target: { value: string } }) => void
}) {
  const on = (fields[name] ?? '') === value
  return (
    <label className={`option${on ? ' on' : ''}`}>
      <input type="radio" name={name} value={value} checked={on} onChange={set(name)} />
      {label}
    </label>
  )
}
