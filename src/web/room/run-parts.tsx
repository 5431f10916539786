import { Form } from 'react-router'
import type { ReviewState } from '#domain/cycle/review.ts'
import type { PackRecord, ReviewMember } from '#store/reviews.ts'
import { useHere } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

type MembersProps = {
  readonly members: readonly (ReviewMember & { readonly name: string })[]
  readonly reviewers: readonly { readonly user: string; readonly name: string }[]
  readonly writable: boolean
}

/** 委員: who sits in the review, by name for planning alone, and what the room shows of them. */
export function Members({ members, reviewers, writable }: MembersProps) {
  const words = useWords()
  const w = words.room
  const free = reviewers.filter(({ user }) => !members.some((each) => each.user === user))
  return (
    <section className="card" aria-labelledby="members">
      <h2 id="members">{w.members}</h2>
      <p className="small mute">{w.membersNote}</p>
      {members.length > 0 && (
        <table className="sheet stack mt-3">
          <thead>
            <tr>
              <th scope="col">{w.person}</th>
              <th scope="col">{w.affiliation}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ user, name, affiliation, chair }) => (
              <tr key={user}>
                <th scope="row">
                  {name} {chair && <span className="tag">{w.chair}</span>}
                </th>
                <td>
                  {writable ? (
                    <Form method="post" preventScrollReset className="flex gap-3 items-center flex-wrap">
                      <input type="hidden" name="user" value={user} />
                      <input
                        className="input dense"
                        name="affiliation"
                        aria-label={`${name} ${w.affiliation}`}
                        defaultValue={affiliation}
                        required
                      />
                      <label className="small flex gap-2 items-center">
                        <input type="checkbox" name="chair" value="yes" defaultChecked={chair} />
                        {w.chair}
                      </label>
                      <button className="button small" type="submit" name="do" value="seat">
                        {w.reseat}
                        <span className="sr">{name}</span>
                      </button>
                      <button className="button quiet small" type="submit" name="do" value="unseat">
                        {w.unseat}
                        <span className="sr">{name}</span>
                      </button>
                    </Form>
                  ) : (
                    affiliation
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {writable && reviewers.length === 0 && <p className="small mt-3">{w.noReviewers}</p>}
      {writable && free.length > 0 && (
        <Form
          method="post"
          preventScrollReset
          className="flex gap-3 items-end flex-wrap mt-4"
          key={members.length}
        >
          <div className="field">
            <label htmlFor="user">{w.person}</label>
            <select className="input" id="user" name="user" required defaultValue="">
              <option value="">{words.judge.choose}</option>
              {free.map(({ user, name }) => (
                <option key={user} value={user}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Field id="affiliation" label={w.affiliation} must={words.app.required} />
          <label className="small flex gap-2 items-center min-h-12">
            <input type="checkbox" name="chair" value="yes" />
            {w.chair}
          </label>
          <button className="button" type="submit" name="do" value="seat">
            {w.seatMember}
          </button>
        </Form>
      )}
    </section>
  )
}

type PacksProps = {
  readonly review: string
  readonly packs: readonly PackRecord[]
  readonly changed: readonly string[]
  readonly mayFix: boolean
  readonly typed: string | undefined
}

/** 資料の固定: every pack with its moment and fingerprint; the first without a reason, the next with one. */
export function Packs({ review, packs, changed, mayFix, typed }: PacksProps) {
  const words = useWords()
  const w = words.room
  const { of } = useHere()
  const last = packs.at(-1)
  return (
    <section className="card" aria-labelledby="pack">
      <h2 id="pack">{w.pack}</h2>
      <p className="small mute">{w.packNote}</p>
      {packs.length > 0 && (
        <table className="sheet stack mt-3">
          <thead>
            <tr>
              <th scope="col">{w.packPaper}</th>
              <th scope="col">{w.fixedAt}</th>
              <th scope="col">{w.reason}</th>
              <th scope="col">{w.hash}</th>
            </tr>
          </thead>
          <tbody>
            {packs.toReversed().map(({ number, fixedAt, sha256, reason }) => (
              <tr key={number}>
                <th scope="row">
                  <a href={of(`/reviews/${review}`, { pack: String(number) })}>{number}</a>{' '}
                  <a href={of(`/reviews/${review}/pack.pdf`, { pack: String(number) })}>PDF</a>
                </th>
                <td data-label={w.fixedAt}>{words.moment(fixedAt)}</td>
                <td data-label={w.reason}>{reason ?? '—'}</td>
                <td data-label={w.hash} className="wrap-anywhere small">
                  {sha256}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changed.length > 0 && (
        <div className="notice warning mt-3">
          <p>{w.changedSince(changed.length)}</p>
          <p className="small">{changed.join(words.comma)}</p>
        </div>
      )}
      {mayFix && (
        <Form method="post" preventScrollReset className="grid gap-3 mt-4" key={last?.number ?? 0}>
          <input type="hidden" name="seen" value={last?.number ?? 0} />
          {last && (
            <Field
              id="fix-reason"
              name="reason"
              label={w.fixReason}
              must={words.app.required}
              defaultValue={typed}
            />
          )}
          <p>
            <button className={`button${last ? '' : ' primary'}`} type="submit" name="do" value="fix">
              {last ? w.fixAgain : w.fix}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}

/** 締める・開け直す. */
export function CloseCard({
  state,
  typed,
}: {
  readonly state: ReviewState
  readonly typed: string | undefined
}) {
  const words = useWords()
  const w = words.room
  if (state === 'preparing') return null
  return (
    <section className="card" aria-labelledby="close">
      <h2 id="close">{state === 'reading' ? w.close : w.reopen}</h2>
      <Form method="post" preventScrollReset className="grid gap-3 mt-3" key={state}>
        {state === 'reading' ? (
          <>
            <p className="small mute">{w.closeNote}</p>
            <p>
              <button className="button primary" type="submit" name="do" value="close">
                {w.close}
              </button>
            </p>
          </>
        ) : (
          <>
            <Field
              id="reopen-reason"
              name="reason"
              label={w.reason}
              must={words.app.required}
              defaultValue={typed}
            />
            <p>
              <button className="button" type="submit" name="do" value="reopen">
                {w.reopen}
              </button>
            </p>
          </>
        )}
      </Form>
    </section>
  )
}
