import { Link } from 'react-router'
import { RESPONSE_STATES, stateNow } from '#domain/cycle/opinion.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import type { ShownStop } from './show-stop.ts'

/** 昨年度の意見は、どうなったか: on this place, or all of them, each with what was answered last. */
export function Earlier({ stop, all }: { readonly stop: ShownStop; readonly all: boolean }) {
  const words = useWords()
  const w = words.room
  const { here } = useHere()
  const { earlier, departments } = stop
  if (earlier.all.length === 0) return null
  const shown = all ? earlier.all : earlier.here
  const counts = [...RESPONSE_STATES, 'waiting' as const]
    .filter((state) => earlier.counts[state] > 0)
    .map(
      (state) =>
        [state === 'waiting' ? w.waiting : words.responseStates[state], earlier.counts[state]] as const,
    )
  return (
    <section className="card" aria-labelledby="earlier">
      <header>
        <h2 id="earlier">{w.lastYear(earlier.year)}</h2>
        <span className="small mute">{all ? w.all(earlier.all.length) : w.toThis(earlier.here.length)}</span>
        <Link
          className="more no-print"
          to={`${here({ all: all ? undefined : 'yes' })}#earlier`}
          preventScrollReset
        >
          {all ? w.onlyHere : w.all(earlier.all.length)}
        </Link>
      </header>
      {shown.length === 0 ? (
        <p className="small mute">{w.noneBefore}</p>
      ) : (
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.opinionNumber}</th>
              <th scope="col">{w.text}</th>
              <th scope="col">{w.now}</th>
              <th scope="col">{w.answer}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => {
              const state = stateNow(each)
              const last = each.responses.at(-1)
              return (
                <tr key={each.id}>
                  <th scope="row" className="whitespace-nowrap">
                    {w.number(each.year, each.number)}
                  </th>
                  <td className="wrap-anywhere">
                    <span className="small mute block">{each.name}</span>
                    {each.text}
                  </td>
                  <td className="whitespace-nowrap">
                    {state === 'waiting' ? w.waiting : words.responseStates[state]}
                  </td>
                  <td className="wrap-anywhere">
                    {last && (
                      <>
                        {last.text}
                        <span className="small mute block">
                          {departments[last.department ?? ''] ?? last.department} {last.due}
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <p className="small mute mt-3">{w.totals(earlier.all.length, counts)}</p>
    </section>
  )
}
