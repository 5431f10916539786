import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { currentActuals, standingRecord } from '#domain/indicator/series.ts'
import { slipsOf } from '#domain/indicator/slip.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { listActuals } from '#store/actuals.ts'
import { closedYears } from '#store/cycle.ts'
import { loadShared } from '#store/plans.ts'
import { readReport } from '#usecases/read-report.ts'
import { recordActual, withdrawActual } from '#usecases/record-actual.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Head } from '../ui/shell.tsx'
import { ActualFigure } from '../ui/value.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/record'

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { year } = visit
  return visit.read(async (tx) => {
    const indicator = (await loadShared(tx)).indicators.find(({ id }) => id === params.indicator)
    if (!indicator) throw data({ why: 'no-such-indicator', value: params.indicator }, 404)
    const records = await listActuals(tx, [indicator.id])
    const actuals = currentActuals(records)
    const vintage = actuals.findLast((each) => each.vintage !== undefined)?.vintage
    const lastYear = actuals.findLast((each) => each.year < year)
    return {
      indicator,
      year,
      vintage,
      standing: standingRecord(records, year, vintage),
      before: actuals.filter((each) => each.year < year).slice(-3),
      lastNote: lastYear && standingRecord(records, lastYear.year, lastYear.vintage)?.note,
      closed: (await closedYears(tx, indicator.id)).find((each) => each.year === year)?.plan,
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told, has } = await readForm(request)
  const typed = {
    year: told('year'),
    value: told('value'),
    why: told('why'),
    note: told('note'),
    source: told('source'),
    reason: told('reason'),
    provisional: has('provisional'),
    corrects: told('corrects'),
    vintage: told('vintage'),
  }
  const failed = (why: string, detail?: Readonly<Record<string, string | number>>) =>
    data({ typed, why, detail, slips: [] }, statusOf(why))
  const back = `${prefixAt(request)}/g/${params.code}/indicators/${params.indicator}?year=${typed.year}`
  if (told('intent') === 'withdraw') {
    const undone = await visit.act('actual:write', (tx, doing) =>
      withdrawActual(tx, doing, {
        indicator: params.indicator,
        record: typed.corrects,
        reason: typed.reason,
      }),
    )
    if (!undone.ok) return failed(undone.why, undone.detail)
    throw redirect(back)
  }
  const report = readReport(typed)
  if (!report.ok) return failed(report.why, report.detail)
  if (!has('confirmed')) {
    const slips = await visit.read(async (tx) => {
      const indicator = (await loadShared(tx)).indicators.find(({ id }) => id === params.indicator)
      return indicator
        ? slipsOf(indicator, currentActuals(await listActuals(tx, [indicator.id])), report.value)
        : []
    })
    if (slips.length > 0) return data({ typed, why: undefined, detail: undefined, slips: [...slips] }, 422)
  }
  const result = await visit.act('actual:write', (tx, doing) =>
    recordActual(tx, doing, {
      indicator: params.indicator,
      actual: report.value,
      ...(typed.note ? { note: typed.note } : {}),
      ...(typed.source ? { source: typed.source } : {}),
      ...(typed.corrects ? { corrects: typed.corrects } : {}),
      ...(typed.reason ? { reason: typed.reason } : {}),
    }),
  )
  if (!result.ok) return failed(result.why, result.detail)
  throw redirect(back)
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [
    {
      title: `${w.record.title} ${loaderData ? nameIn(langOf(location), loaderData.indicator) : ''} | ${w.app.name}`,
    },
  ]
}

export default function Record({ loaderData, actionData }: Route.ComponentProps) {
  const { indicator, year, standing, before, lastNote, closed, vintage } = loaderData
  const w = useWords()
  const { of, lang } = useHere()
  const busy = useNavigation().state === 'submitting'
  const typed = actionData?.typed
  const old = standing?.actual
  const name = nameIn(lang, indicator)
  const unit = indicator.unit === 'not-stated' ? '' : indicator.unit
  return (
    <>
      <Head
        crumbs={[
          { to: of('/indicators'), name: w.menu.indicators },
          { to: of(`/indicators/${indicator.id}`), name },
        ]}
        title={standing ? w.record.titleCorrect(w.year(year)) : w.record.titleNew(w.year(year))}
        lead={`${name}${unit && `（${unit}）`}`}
      />
      {closed && (
        <p className="notice warning mb-6">
          {w.refusal('year-is-closed', { plan: closed, year })}{' '}
          <Link to={of(`/plans/${closed}/years/${year}`)}>{w.record.toYear}</Link>
        </p>
      )}
      <div className="two">
        <div>
          <Form method="post" id="record">
            <fieldset className="grid gap-5" disabled={closed !== undefined && old?.kind === 'known'}>
              <input type="hidden" name="year" value={year} />
              <input type="hidden" name="corrects" value={standing?.id ?? ''} />
              <input type="hidden" name="vintage" value={vintage ?? ''} />
              {actionData?.why && (
                <p className="notice error" role="alert">
                  {w.refusal(actionData.why, actionData.detail)}
                </p>
              )}
              {actionData?.slips.map((slip) => (
                <div className="notice warning" role="alert" key={slip.kind}>
                  <p>{w.record.slip(slip, typed?.value ?? '')}</p>
                  <label className="flex gap-2 mt-2">
                    <input type="checkbox" name="confirmed" /> {w.record.confirm}
                  </label>
                </div>
              ))}
              <div className="field">
                <label htmlFor="value">{w.record.value(w.year(year), unit)}</label>
                <input
                  className="input number text-xl max-w-xs"
                  id="value"
                  name="value"
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={typed?.value ?? (old?.kind === 'known' ? old.value : '')}
                  aria-describedby="value-help"
                />
                <p className="small mute" id="value-help">
                  {w.record.valueHelp}
                </p>
              </div>
              <div className="field">
                <label htmlFor="why">{w.record.why}</label>
                <select
                  className="input max-w-xs"
                  id="why"
                  name="why"
                  defaultValue={typed?.why ?? (old?.kind === 'missing' ? old.why : '')}
                >
                  <option value="">{w.record.hasValue}</option>
                  {MISSING_WHY.map((why) => (
                    <option key={why} value={why}>
                      {w.missing[why]}
                    </option>
                  ))}
                </select>
              </div>
              <label className="flex gap-2 items-center">
                <input
                  type="checkbox"
                  name="provisional"
                  defaultChecked={typed?.provisional ?? (old?.kind === 'known' && old.provisional)}
                />{' '}
                {w.record.provisional}
              </label>
              <div className="field">
                <label htmlFor="source">{w.record.source}</label>
                <input
                  className="input"
                  id="source"
                  name="source"
                  defaultValue={typed?.source ?? standing?.source}
                />
              </div>
              <div className="field">
                <label htmlFor="note">{w.record.note}</label>
                <textarea
                  className="input"
                  id="note"
                  name="note"
                  rows={3}
                  defaultValue={typed?.note ?? standing?.note}
                />
              </div>
              {standing && (
                <div className="field">
                  <label htmlFor="reason">
                    {w.record.reason}
                    <span className="must">{w.app.required}</span>
                  </label>
                  <input className="input" id="reason" name="reason" required defaultValue={typed?.reason} />
                </div>
              )}
              <p className="flex gap-3 flex-wrap">
                <button className="button primary" type="submit" disabled={busy}>
                  {standing ? w.record.correct : w.record.save}
                </button>
                {standing && (
                  <button className="button" type="submit" name="intent" value="withdraw" disabled={busy}>
                    {w.record.withdraw}
                  </button>
                )}
                <Link className="button quiet" to={of(`/indicators/${indicator.id}`)}>
                  {w.app.cancel}
                </Link>
              </p>
            </fieldset>
          </Form>
        </div>
        <div>
          <section className="card" aria-labelledby="before">
            <h2 id="before">{w.record.before}</h2>
            <ul className="grid gap-2 mt-2">
              {before.map((actual) => (
                <li key={`${actual.year}${actual.vintage ?? ''}`} className="flex justify-between gap-4">
                  <span>{w.year(actual.year)}</span>
                  <span>
                    <ActualFigure actual={actual} withYear={false} />
                  </span>
                </li>
              ))}
              {before.length === 0 && <li className="small">{w.indicator.noRecords}</li>}
            </ul>
            {lastNote && <p className="small mute mt-3">{w.record.lastNote(lastNote)}</p>}
          </section>
        </div>
      </div>
    </>
  )
}
