import { Link, useNavigation } from 'react-router'
import { type Comment, type CommentGroup, OUTCOMES } from '#domain/cycle/consultation.ts'
import { nameIn, type Translations } from '#domain/shared/lang.ts'
import { useHere } from '../paths.ts'
import { LongForm } from '../ui/long-form.tsx'
import { useWords } from '../words.tsx'

type Props = {
  /** Names it among what this browser keeps. */
  readonly keep: string
  readonly at: string
  readonly seen: string
  readonly fields: CommentGroup
  readonly comments: readonly Comment[]
  readonly loose: ReadonlySet<string>
  readonly departments: readonly {
    readonly id: string
    readonly name: string
    readonly names?: Translations
  }[]
  /** Whether the whole of it may be written, or only the answer. */
  readonly whole: boolean
  readonly problem: string | undefined
}

/** まとまりを書く: what belongs to it, in a summary, with its answer. A department writes the answer only. */
export function GroupForm({ keep, at, seen, fields, comments, loose, departments, whole, problem }: Props) {
  const words = useWords()
  const w = words.consult
  const { here, lang } = useHere()
  const busy = useNavigation().state === 'submitting'
  const area = (name: 'summary' | 'answer' | 'change', label: string, rows: number, help?: string) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={fields[name]}
        aria-describedby={help && `${name}-help`}
      />
      {help && (
        <p className="small mute" id={`${name}-help`}>
          {help}
        </p>
      )}
    </div>
  )
  const members = comments.filter(({ id }) => loose.has(id) || fields.comments.includes(id))
  return (
    <LongForm keep={`group.${keep}`} className="grid gap-4" aria-label={w.groups}>
      <input type="hidden" name="deed" value="group" />
      <input type="hidden" name="key" value={at} />
      <input type="hidden" name="seen" value={seen} />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {whole ? (
        <>
          <div className="field">
            <label htmlFor="heading">{w.heading}</label>
            <input
              className="input"
              id="heading"
              name="heading"
              maxLength={200}
              defaultValue={fields.heading}
            />
          </div>
          {members.length > 0 && (
            <fieldset>
              <legend>
                <b>{w.members}</b>
              </legend>
              <ul className="grid gap-2 mt-2">
                {members.map(({ id, text, about }) => (
                  <li key={id}>
                    <label className="flex gap-2 items-start">
                      <input
                        type="checkbox"
                        className="mt-1"
                        name="comment"
                        value={id}
                        defaultChecked={fields.comments.includes(id)}
                      />
                      <span className="wrap-anywhere">
                        {text} {about && <span className="slot">{about}</span>}
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
          {area('summary', w.summary, 3)}
          <div className="field">
            <label htmlFor="department">{w.department}</label>
            <select className="input" id="department" name="department" defaultValue={fields.department}>
              <option value="">{w.noDepartment}</option>
              {departments.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameIn(lang, each)}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : (
        <p className="whitespace-pre-line wrap-anywhere">
          <b>{fields.heading}</b>　{fields.summary}
        </p>
      )}
      {area('answer', w.answer, 4)}
      <div className="field">
        <label htmlFor="outcome">{w.outcome}</label>
        <select className="input" id="outcome" name="outcome" defaultValue={fields.outcome}>
          <option value="">{w.choose}</option>
          {OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {w.outcomes[each]}
            </option>
          ))}
        </select>
      </div>
      {area('change', w.change, 2, w.changeHelp)}
      <p className="flex gap-4 items-center">
        <button className="button primary" type="submit" disabled={busy}>
          {w.save}
        </button>
        <Link to={here({ group: undefined })} preventScrollReset>
          {w.close}
        </Link>
      </p>
    </LongForm>
  )
}
