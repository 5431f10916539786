import { data, Form, Link } from 'react-router'
import { can, canAnywhere } from '#domain/access/can.ts'
import { checkAnswer, isReady } from '#domain/cycle/check-answer.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { dayInJapan, runningYear } from '#usecases/today.ts'
import { type ReportRow, viewReports } from '#usecases/view-reports.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { actOnReports } from '../reports/act.ts'
import { AnswerCard } from '../reports/answer-card.tsx'
import { Overview, RoundForm } from '../reports/overview.tsx'
import { takeChosen, takeWorkbook } from '../reports/workbook.ts'
import { ManyWorkbooks, WorkbookPanel, WorkbookResult } from '../reports/workbook-panel.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/reports'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { year, actor } = visit
  const own = can(actor, 'report:write') ? undefined : actor.department
  const asked = own ?? new URL(request.url).searchParams.get('department') ?? undefined
  const view = await visit.read((tx) => viewReports(tx, { year, ...(own ? { department: own } : {}) }))
  // What departments are still working on is shown to themselves and to who gathers it; the database keeps it from others too.
  const sees = canAnywhere(actor, 'report:write')
  const present = visit.user !== undefined && visit.asOf === undefined
  const today = dayInJapan(visit.now)
  return {
    ...view,
    year,
    today,
    over: year < runningYear(visit.now),
    shown: asked,
    sees,
    rows: (sees ? view.rows : []).map((row) => ({
      ...row,
      may: {
        write: present && can(actor, 'report:write', row.department),
        approve: present && can(actor, 'report:approve', row.department),
      },
    })),
    mayOpen: present && can(actor, 'round:open'),
    everyDepartment: sees && own === undefined,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const wanted = form.told('do')
  if (wanted === 'workbook' || wanted === 'choose') {
    const taken =
      wanted === 'workbook'
        ? await takeWorkbook(visit, form.file('file'))
        : await takeChosen(visit, form.told('returned'), form.told)
    return taken.ok
      ? { ok: true as const, do: wanted, moved: undefined, taken: taken.value }
      : data({ ok: false as const, do: wanted, why: taken.why, detail: taken.detail }, statusOf(taken.why))
  }
  const result = await actOnReports(visit, visit.year, form)
  if (!result.ok)
    return data(
      { ok: false as const, do: wanted, why: result.why, detail: result.detail },
      statusOf(result.why),
    )
  const moved = 'moved' in result.value ? result.value.moved : undefined
  return { ok: true as const, do: wanted, moved, taken: undefined }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.reports} | ${w.app.name}` }]
}

/** 実績入力: a department answers what is theirs; planning sees where everybody stands. */
export default function Reports({ loaderData, actionData }: Route.ComponentProps) {
  const { year, round, usual, due, today, rows, departments, shown, mayOpen, everyDepartment, over, sees } =
    loaderData
  const words = useWords()
  const w = words.reports
  const { of, here, lang } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const department = departments.find(({ id }) => id === shown)
  const list = shown === undefined ? [] : rows.filter((row) => (row.department ?? 'none') === shown)
  const left = due === undefined ? undefined : Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
  const counted = shown === undefined ? rows : list
  return (
    <>
      <Head
        crumbs={
          shown !== undefined && everyDepartment ? [{ to: here({ department: undefined }), name: w.all }] : []
        }
        title={shown === undefined ? w.overview(year) : w.title(year)}
        lead={
          <>
            {department && `${nameIn(lang, department)}　`}
            {sees &&
              w.lead(
                counted.length,
                due,
                counted.every(({ state }) => state === 'approved') ? undefined : left,
              )}
          </>
        }
      />
      {problem && problem.do !== 'open' && (
        <p className="notice error mb-6" role="alert">
          {words.refusal(problem.why, problem.detail)}
        </p>
      )}
      {actionData?.ok && actionData.moved !== undefined && (
        <p className="notice done mb-6" role="status">
          {w.moved(actionData.do as Parameters<typeof w.moved>[0], actionData.moved)}
        </p>
      )}
      {actionData?.ok && actionData.taken && <WorkbookResult answer={actionData.taken} />}
      {!sees && <p className="notice mb-6">{w.notYours}</p>}
      {!round && (
        <div className="notice mb-6">
          <p>{over ? w.notOpen(year) : w.notOver(year)}</p>
          {over && !mayOpen && <p className="small mute">{w.notOpenHelp}</p>}
        </div>
      )}
      {mayOpen && over && shown === undefined && (
        <RoundForm
          dates={round?.dates ?? usual}
          opened={round !== undefined}
          problem={problem?.do === 'open' ? problem : undefined}
        />
      )}
      {everyDepartment && shown === undefined && (
        <Overview rows={rows} departments={departments} overdue={left !== undefined && left < 0} />
      )}
      {mayOpen && round && shown === undefined && <ManyWorkbooks year={year} />}
      {sees && shown !== undefined && list.length === 0 && <p className="mute">{w.nothing}</p>}
      {round && shown !== undefined && list.length > 0 && (
        <div className="two">
          <div>
            {list.map((row, at) => (
              <AnswerCard
                key={row.indicator.id}
                row={row}
                year={year}
                number={at + 1}
                may={row.may}
                saveUrl={of('/reports/save', { year: String(year) })}
              />
            ))}
          </div>
          <div>
            <Submission rows={list} year={year} />
            {list.some(({ may }) => may.write) && <WorkbookPanel department={shown} year={year} />}
          </div>
        </div>
      )}
      {!round && shown !== undefined && everyDepartment && (
        <p>
          <Link to={here({ department: undefined })}>{w.all}</Link>
        </p>
      )}
    </>
  )
}

type Listed = ReportRow & { readonly may: { readonly write: boolean; readonly approve: boolean } }

/** 提出まで: what is ready goes out together; what waits for approval can be approved together. */
function Submission({ rows, year }: { readonly rows: readonly Listed[]; readonly year: number }) {
  const w = useWords().reports
  const ready = rows.filter(
    ({ state, answer, indicator, actuals, may }) =>
      may.write &&
      (state === 'entered' || state === 'returned') &&
      answer !== undefined &&
      isReady(answer.fields, checkAnswer(indicator, actuals, fiscalYear(year), answer.fields)),
  )
  const waiting = rows.filter(({ state, may }) => state === 'submitted' && may.approve)
  const ids = (list: readonly Listed[]) => list.map(({ indicator }) => indicator.id).join(' ')
  return (
    <aside className="card no-print submission">
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
        <Form method="post" preventScrollReset>
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
        <Form method="post" preventScrollReset className="mt-4">
          <input type="hidden" name="indicator" value={ids(waiting)} />
          <button className="button primary" type="submit" name="do" value="approve">
            {w.approveAll(waiting.length)}
          </button>
        </Form>
      )}
    </aside>
  )
}
