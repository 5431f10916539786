import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import { Mark } from '../ui/mark.tsx'
import { useWords } from '../words.tsx'
import type { StopLine } from './show-stop.ts'

/** What of an address does not go along to another place. */
export const ELSEWHERE = { edit: undefined, all: undefined, handed: undefined } as const

/** 見るところ: every place of the plans with how its indicators stand, and a tick where the reader has written. */
export function StopList({ stops, at }: { readonly stops: readonly StopLine[]; readonly at: string }) {
  const w = useWords().room
  const { here } = useHere()
  const groups = [...Map.groupBy(stops, ({ under }) => under)]
  return (
    <nav className="card stops no-print" aria-labelledby="stops">
      <h2 id="stops" className="small font-bold">
        {w.stops}
      </h2>
      {groups.map(([under, of]) => (
        <div key={under}>
          <p className="small mute">{under}</p>
          <ul>
            {of.map(({ id, name, tones, written }) => (
              <li key={id}>
                <Link
                  to={here({ at: id, ...ELSEWHERE })}
                  aria-current={id === at ? 'page' : undefined}
                  preventScrollReset
                >
                  <span>{name}</span>
                  <span className="tones">
                    {tones.map((tone, place) => (
                      // Marks of one place never change order.
                      // biome-ignore lint/suspicious/noArrayIndexKey: see above
                      <Mark key={place} tone={tone} />
                    ))}
                  </span>
                  {written && <span className="small mute block">✓ {w.done}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** 狭い画面の見るところ: the same as one choice. Without JavaScript the button beside it goes there. */
export function StopChoice({ stops, at }: { readonly stops: readonly StopLine[]; readonly at: string }) {
  const words = useWords()
  const { location } = useHere()
  const kept = [...new URLSearchParams(location.search)].filter(
    ([key]) => key !== 'at' && !(key in ELSEWHERE),
  )
  return (
    <form method="get" className="stop-choice no-print">
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label className="field">
        <span className="label">{words.room.stops}</span>
        <select className="input" name="at" defaultValue={at} key={at}>
          {stops.map(({ id, name, written }) => (
            <option key={id} value={id}>
              {written ? '✓ ' : ''}
              {name}
            </option>
          ))}
        </select>
      </label>
      <button className="button" type="submit">
        {words.app.show}
      </button>
    </form>
  )
}
