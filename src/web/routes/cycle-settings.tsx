import { data, Form } from 'react-router'
import { can } from '#domain/access/can.ts'
import { cycleSettings, saveReminderRules, saveUsualDates } from '#usecases/cycle-settings.ts'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { datesFrom } from '../reports/act.ts'
import { DateFields } from '../reports/overview.tsx'
import { Field, Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/cycle-settings'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!can(visit.actor, 'cycle:move')) throw data({ why: 'not-allowed' }, 403)
  return { ...(await visit.read(cycleSettings)), mail: context.get(servingContext).mail }
}

/** Days as typed: 「7, 1」「7、1」. */
const daysIn = (typed: string): readonly number[] =>
  typed
    .normalize('NFKC')
    .split(/[,、，\s]+/)
    .filter(Boolean)
    .map(Number)

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const dates = datesFrom(form)
  const typed = {
    ...{ on: form.has('on'), before: form.told('before'), after: form.told('after') },
    ...{ every: form.told('every'), digest: form.has('digest'), digestDay: form.told('digestDay') },
  }
  const what = form.told('do')
  const result = await visit.act('cycle:move', (tx, doing) =>
    what === 'dates'
      ? saveUsualDates(tx, doing, dates)
      : saveReminderRules(tx, doing, {
          ...{ on: typed.on, before: daysIn(typed.before), after: Number(typed.after.normalize('NFKC')) },
          everyDays: Number(typed.every.normalize('NFKC')),
          ...{ digest: typed.digest, digestDay: Number(typed.digestDay) },
        }),
  )
  return result.ok
    ? { ok: true as const }
    : data(
        { ok: false as const, what, dates, typed, why: result.why, detail: result.detail },
        statusOf(result.why),
      )
}

export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.cycle.settings.title} | ${w.app.name}` }]
}

/** 日程と知らせ: the dates with which a year begins, and when people are reminded. */
export default function CycleSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { dates, rules, mail } = loaderData
  const words = useWords()
  const w = words.cycle.settings
  const { of } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const said = problem && words.refusal(problem.why, problem.detail)
  const shown =
    problem?.what === 'reminders'
      ? problem.typed
      : {
          ...{ on: rules.on, before: rules.before.join(', '), after: String(rules.after) },
          ...{ every: String(rules.everyDays), digest: rules.digest, digestDay: String(rules.digestDay) },
        }
  return (
    <>
      <Head crumbs={[{ to: of('/cycle'), name: words.menu.cycle }]} title={w.title} lead={w.lead} />
      <Told done={actionData?.ok && words.cycle.kept} refused={said} />
      <div className="two">
        <section className="card" aria-labelledby="dates">
          <h2 id="dates" className="mb-2">
            {w.dates}
          </h2>
          <Form method="post" className="grid gap-3">
            <DateFields dates={problem?.what === 'dates' ? problem.dates : dates} />
            <p>
              <button className="button primary" type="submit" name="do" value="dates">
                {w.saveDates}
              </button>
            </p>
          </Form>
        </section>
        <section className="card" aria-labelledby="reminders">
          <h2 id="reminders" className="mb-2">
            {w.reminders}
          </h2>
          {!mail && <p className="notice warning mb-3">{w.noMail}</p>}
          <Form method="post" className="grid gap-3">
            <label className="flex gap-2">
              <input type="checkbox" name="on" defaultChecked={shown.on} />
              {w.on}
            </label>
            <Field id="before" label={w.before} defaultValue={shown.before} />
            <Field id="after" label={w.after} defaultValue={shown.after} inputMode="numeric" />
            <Field id="every" label={w.every} defaultValue={shown.every} inputMode="numeric" />
            <label className="flex gap-2">
              <input type="checkbox" name="digest" defaultChecked={shown.digest} />
              {w.digest}
            </label>
            <div className="field">
              <label htmlFor="digestDay">{w.digestDay}</label>
              <select className="input dense" id="digestDay" name="digestDay" defaultValue={shown.digestDay}>
                {w.weekdays.map((name, at) => (
                  <option key={name} value={at + 1}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <p className="small mute">{w.time}</p>
            <p>
              <button className="button primary" type="submit" name="do" value="reminders">
                {w.saveReminders}
              </button>
            </p>
          </Form>
        </section>
      </div>
    </>
  )
}
