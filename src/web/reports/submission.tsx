import { Form } from 'react-router'
import { checkAnswer, isReady } from '#domain/cycle/check-answer.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import type { ReportRow } from '#usecases/view-reports.ts'
import { useWords } from '../words.tsx'
import { useSettledForm } from './pending-saves.ts'
import { asSeen } from './seen.ts'
import { Unsaved } from './unsaved.tsx'

type Listed = ReportRow & { readonly may: { readonly write: boolean; readonly approve: boolean } }

/** 提出まで: what is ready goes out together; what waits for approval can be approved together. */
export function Submission({ rows, year }: { readonly rows: readonly Listed[]; readonly year: number }) {
  const w = useWords().reports
  const { onSubmit, unsaved } = useSettledForm()
  const ready = rows.filter(
    ({ state, answer, indicator, actuals, parts, may }) =>
      may.write &&
      (state === 'entered' || state === 'returned') &&
      answer !== undefined &&
      isReady(answer.fields, checkAnswer(indicator, actuals, fiscalYear(year), answer.fields, parts)),
  )
  const waiting = rows.filter(({ state, may }) => state === 'submitted' && may.approve)
  const ids = (list: readonly Listed[]) => list.map(asSeen).join(' ')
  return (
    <aside className="card no-print">
      <h2>{w.untilSubmit}</h2>
      <ul className="small my-3">
        {rows.map(({ indicator, state }, at) => (
          <li key={indicator.id} className="flex justify-between gap-3 py-1">
            <a href={`#${indicator.id}`}>
              {at + 1} {indicator.name}
            </a>
            <span className="whitespace-nowrap">{w.states[state]}</span>
          </li>
        ))}
      </ul>
      {rows.some(({ may }) => may.write) && (
        <Form method="post" preventScrollReset onSubmit={onSubmit}>
          <input type="hidden" name="indicator" value={ids(ready)} />
          <button
            className="button primary"
            type="submit"
            name="do"
            value="submit"
            disabled={ready.length === 0}
          >
            {w.submit(ready.length)}
          </button>
          <p className="small mute mt-2">{w.submitHelp}</p>
        </Form>
      )}
      {waiting.length > 0 && (
        <Form method="post" preventScrollReset className="mt-4" onSubmit={onSubmit}>
          <input type="hidden" name="indicator" value={ids(waiting)} />
          <button className="button primary" type="submit" name="do" value="approve">
            {w.approveAll(waiting.length)}
          </button>
        </Form>
      )}
      <Unsaved when={unsaved} />
    </aside>
  )
}
