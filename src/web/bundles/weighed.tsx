import type { ReportState } from '#domain/cycle/report.ts'
import type { TookCounts, TookLeft } from '#domain/cycle/took-bundle.ts'
import { useWords } from '../words.tsx'

/** 数と、そのまま残るもの: of what would be taken in, or of what was. */
export function Counted({
  counts,
  left,
  chosen = false,
}: {
  readonly counts: TookCounts
  readonly left: readonly TookLeft[]
  /** Whether something is to be chosen besides. */
  readonly chosen?: boolean
}) {
  const words = useWords()
  const w = words.bundle
  const said = w.wouldCount(counts)
  return (
    <>
      {said.length === 0 && !chosen ? (
        <p className="my-3">{w.nothing}</p>
      ) : (
        <ul className="my-3 list-disc pl-5">
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <div className="notice warning my-3">
          <p className="font-bold">{w.stays}</p>
          <ul className="small">
            {left.map(({ what, name, why }) => (
              <li key={`${what} ${name}`}>
                {w.left({ what, name, ...(why ? { why: words.refusal(why) } : {}) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** むこうで提出・承認ずみのもの. */
export function Submitted({
  rows,
}: {
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly state: ReportState
    readonly by: string
    readonly at: string
  }[]
}) {
  const words = useWords()
  const w = words.bundle
  if (rows.length === 0) return null
  return (
    <section className="card mb-6" aria-labelledby="submitted">
      <h2 id="submitted">{w.willSubmit}</h2>
      <p className="small mute my-2">{w.willSubmitHelp}</p>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col">{w.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, state, by, at }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-label={w.state}>
                {state === 'approved'
                  ? w.approvedThere(by, words.moment(at))
                  : w.submittedThere(by, words.moment(at))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
