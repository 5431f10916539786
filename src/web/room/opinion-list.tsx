import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import type { ShownStop } from './show-stop.ts'

/** この回の意見 on a place: by affiliation, the texts before each change folded, and the answer where there is one. */
export function OpinionList({
  stop,
  mayRevise,
  maySpoken,
}: {
  readonly stop: ShownStop
  readonly mayRevise: boolean
  /** Puts right what was written down for members. */
  readonly maySpoken: boolean
}) {
  const words = useWords()
  const w = words.room
  const { here } = useHere()
  return (
    <section className="card" aria-labelledby="said">
      <header>
        <h2 id="said">{w.others}</h2>
        <span className="small mute">{stop.opinions.length}</span>
      </header>
      {stop.opinions.length === 0 && <p className="small mute">{w.noOthers}</p>}
      <ul className="said">
        {stop.opinions.map((each) => (
          <li key={each.id}>
            <p className="small mute">
              {each.number !== undefined && <b>{w.number(each.year, each.number)}</b>} {each.affiliation}{' '}
              {each.own && <span className="tag">{w.own}</span>}{' '}
              {each.kind && <span className="tag fact">{w.kinds[each.kind]}</span>}{' '}
              {each.stance && <span className="tag fact">{w.stances[each.stance]}</span>}
            </p>
            {each.name && <p className="small mute">{each.name}</p>}
            <p className="small whitespace-pre-line wrap-anywhere">{each.text}</p>
            {each.cites.length > 0 && (
              <p className="small">
                {each.cites.map(({ key, name }) => (
                  <span className="tag" key={key}>
                    {name}
                  </span>
                ))}
              </p>
            )}
            {each.spoken && <p className="small faint">{w.wasSpoken}</p>}
            {each.before.length > 0 && (
              <details className="small">
                <summary>{w.textBefore(each.before.length)}</summary>
                <ul className="said">
                  {each.before.map(({ text, recordedAt }) => (
                    <li key={recordedAt}>
                      <span className="faint">{words.moment(recordedAt)}</span>
                      <p className="whitespace-pre-line wrap-anywhere">{text}</p>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {each.responses.map(({ id, text, state, department, due }) => (
              <div className="reply small" key={id}>
                <b>{w.response(department)}</b>{' '}
                {state && <span className="tag">{words.responseStates[state]}</span>} {text}{' '}
                {due && <span className="mute">{`${words.answers.due} ${due}`}</span>}
              </div>
            ))}
            {(each.own ? mayRevise : maySpoken && each.spoken) && (
              <Link
                className="button small no-print mt-2"
                to={here({ edit: each.id, handed: undefined })}
                preventScrollReset
              >
                {w.revise}
                <span className="sr">{each.number !== undefined && w.number(each.year, each.number)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
