import type { MembersView } from '#usecases/view-members.ts'
import { useWords } from '../words.tsx'

/** 待っている手紙: what has not gone out yet, and what was tried. */
export function Letters({ letters }: { readonly letters: MembersView['letters'] }) {
  const words = useWords()
  const w = words.people
  return (
    <section className="card mb-6" aria-labelledby="letters">
      <h2 id="letters" className="mb-2">
        {w.letters}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.letters}</th>
            <th scope="col">{w.waitingSince}</th>
            <th scope="col">{w.tried}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(({ id, name, email, kind, queuedAt, attempts }) => {
            const last = attempts.at(-1)
            return (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="faint small">{email}</span>
                </th>
                <td data-label={w.letters}>{w.letterKinds[kind]}</td>
                <td data-label={w.waitingSince}>{words.moment(queuedAt)}</td>
                <td data-label={w.tried}>
                  {last ? `${w.attempts[last.what]} ${words.moment(last.at)}` : w.notTried}
                  {last?.error && <span className="small mute block">{last.error}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
