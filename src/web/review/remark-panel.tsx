import { Form, Link } from 'react-router'
import { useHere } from '../paths.ts'
import { useKeptForm } from '../ui/kept-form.tsx'
import { useWords } from '../words.tsx'
import type { IntakeRemark } from './view.ts'

/** 確認事項: what does not hold together, the arithmetic, and where; closed by a reason. */
export function RemarkPanel({
  remark,
  document,
  mayReview,
}: {
  readonly remark: IntakeRemark
  readonly document: string
  readonly mayReview: boolean
}) {
  const words = useWords()
  const w = words.intake
  const { here } = useHere()
  const { form, kept } = useKeptForm(`${document}.${remark.key}`)
  const [said, advice] = words.remark(remark.code, remark.detail ?? {})
  return (
    <section className={`card panel ${remark.severity}`} aria-labelledby="chosen">
      <header>
        <h2 id="chosen">{said}</h2>
        <span className="badge">{remark.number}</span>
      </header>
      <p className="small mute">
        <b>{w.severity[remark.severity]}</b> {remark.code}
      </p>
      {remark.detail?.arithmetic && <p className="my-2">{remark.detail.arithmetic}</p>}
      <p className="small">→ {advice}</p>
      <ul className="small mt-2">
        {remark.places.map(({ page, sheet, cell, line, text }) => (
          <li key={`${page} ${sheet} ${line}`}>
            <Link
              className="slot"
              to={here({ at: remark.key, page: page === undefined ? undefined : String(page) })}
              preventScrollReset
            >
              {w.place(sheet, cell, page, line, undefined)}
            </Link>{' '}
            <q>{text}</q>
          </li>
        ))}
      </ul>
      {remark.reason === undefined && mayReview && (
        <Form
          method="post"
          preventScrollReset
          ref={form}
          className="flex gap-2 items-end flex-wrap mt-3 no-print"
        >
          {kept}
          <input type="hidden" name="do" value="accept-remark" />
          <input type="hidden" name="mark" value={remark.mark} />
          <div className="field grow">
            <label htmlFor="reason">
              {w.acceptReason}
              <span className="must">{words.app.required}</span>
            </label>
            <input className="input dense w-full" id="reason" name="reason" required />
          </div>
          <button className="button" type="submit">
            {w.acceptRemark}
          </button>
        </Form>
      )}
      {remark.reason !== undefined && (
        <p className="notice done mt-3 small">{w.acceptedBecause(remark.reason)}</p>
      )}
    </section>
  )
}

/** The list of all of them, the open ones first as the document has them. */
export function RemarkList({
  remarks,
  selected,
}: {
  readonly remarks: readonly IntakeRemark[]
  readonly selected: string | undefined
}) {
  const words = useWords()
  const w = words.intake
  const { here } = useHere()
  const accepted = remarks.filter(({ reason }) => reason !== undefined)
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{w.remarks(remarks.length - accepted.length, accepted.length)}</h2>
      {remarks.length === 0 && <p className="small mute">{w.noRemarks}</p>}
      <ol className="remark-list">
        {[...remarks.filter(({ reason }) => reason === undefined), ...accepted].map((remark) => (
          <li key={remark.key} className={`${remark.severity}${remark.key === selected ? ' now' : ''}`}>
            <span className="badge">{remark.number}</span>
            <span>
              <b className="severity">{w.severity[remark.severity]}</b>{' '}
              <Link to={here({ at: remark.key, page: undefined })} preventScrollReset>
                {words.remark(remark.code, remark.detail ?? {})[0]}
              </Link>
              {remark.reason !== undefined && (
                <span className="faint small"> {w.acceptedBecause(remark.reason)}</span>
              )}
            </span>
            <span className="small mute">
              {w.place(remark.places[0]?.sheet, undefined, remark.page, remark.line, undefined)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
