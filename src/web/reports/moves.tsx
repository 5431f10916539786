import { Form } from 'react-router'
import type { ReportRow } from '#usecases/view-reports.ts'
import { useWords } from '../words.tsx'
import { useSettledForm } from './pending-saves.ts'
import { asSeen } from './seen.ts'
import { Unsaved } from './unsaved.tsx'

/** やりとり: what was submitted, returned and approved, and the buttons of who may do so next. */
export function Moves({
  row,
  may,
}: {
  readonly row: ReportRow
  readonly may: { readonly write: boolean; readonly approve: boolean }
}) {
  const words = useWords()
  const w = words.reports
  const { moves, state } = row
  const { onSubmit, unsaved } = useSettledForm()
  return (
    <>
      {moves.length > 0 && (
        <ol className="small mute mt-3" aria-label={w.history}>
          {moves.map(({ move, at, by, reason }) => (
            <li key={`${at}${move}`}>
              {w.moves[move]} {words.moment(at)} {by}{' '}
              {reason && <b className="text-solid-gray-900">{reason}</b>}
            </li>
          ))}
        </ol>
      )}
      {state === 'submitted' && (may.write || may.approve) && (
        <Form
          method="post"
          preventScrollReset
          className="flex gap-3 items-end flex-wrap mt-3 no-print"
          onSubmit={onSubmit}
        >
          <input type="hidden" name="indicator" value={asSeen(row)} />
          {may.approve && (
            <>
              <button className="button primary" type="submit" name="do" value="approve">
                {w.approve}
              </button>
              <label className="field">
                <span className="label">{w.returnReason}</span>
                <input className="input dense" name="reason" />
              </label>
              <button className="button" type="submit" name="do" value="return">
                {w.return}
              </button>
            </>
          )}
          {may.write && (
            <button className="button quiet" type="submit" name="do" value="take-back">
              {w.takeBack}
            </button>
          )}
          <Unsaved when={unsaved} />
        </Form>
      )}
    </>
  )
}
