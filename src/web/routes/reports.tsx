import { data, Link } from 'react-router'
import { can, canAnywhere, hatsOf } from '#domain/access/can.ts'
import { isLocked } from '#domain/cycle/stages.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { sideOf } from '#usecases/ask.ts'
import { dayInJapan, runningYear } from '#usecases/today.ts'
import { viewBeside } from '#usecases/view-beside.ts'
import { viewReports } from '#usecases/view-reports.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { actOnReports, keptFrom } from '../reports/act.ts'
import { AnswerCard } from '../reports/answer-card.tsx'
import { Overview, RoundForm } from '../reports/overview.tsx'
import { Threads } from '../reports/questions.tsx'
import { Submission } from '../reports/submission.tsx'
import { takeChosen, takeWorkbook } from '../reports/workbook.ts'
import { ManyWorkbooks, WorkbookPanel, WorkbookResult } from '../reports/workbook-panel.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/reports'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { year, actor } = visit
  const wanted = new URL(request.url).searchParams.get('department') ?? undefined
  const mine = can(actor, 'report:write')
    ? []
    : [...new Set(hatsOf(actor).flatMap(({ department }) => department ?? []))]
  const own = mine.find((each) => each === wanted) ?? mine[0]
  const asked = own ?? wanted
  const [view, beside] = await visit.read(async (tx) => [
    await viewReports(tx, { year, ...(own ? { department: own } : {}) }),
    await viewBeside(tx, year),
  ])
  // What departments are still working on is shown to themselves and to who gathers it; the database keeps it from others too.
  const sees = canAnywhere(actor, 'report:write')
  const present = visit.user !== undefined && visit.asOf === undefined
  const today = dayInJapan(visit.now)
  // What staff write to each other is for who serves here, also in a fictional city.
  const { evidence, threads } = visit.serves ? beside : { evidence: [], threads: [] }
  return {
    ...view,
    year,
    today,
    over: year < runningYear(visit.now),
    shown: asked,
    sees,
    rows: (sees ? view.rows : []).map((row) => {
      const open = present && !isLocked(beside.stages, row.department)
      return {
        ...row,
        evidence: evidence.filter(({ indicator }) => indicator === row.indicator.id),
        threads: threads.filter(({ indicator }) => indicator === row.indicator.id),
        side: present && row.department ? sideOf(actor, row.department) : undefined,
        may: {
          write: open && can(actor, 'report:write', row.department),
          approve: open && can(actor, 'report:approve', row.department),
        },
      }
    }),
    locked: isLocked(beside.stages, asked) ? beside.finished : undefined,
    threads: threads.filter(({ indicator, department }) => !indicator && department === asked),
    side: present && asked ? sideOf(actor, asked) : undefined,
    mayMove: present && can(actor, 'cycle:move'),
    mayOpen: present && can(actor, 'round:open'),
    mayCarry: present && can(actor, 'bundle:carry'),
    everyDepartment: sees && own === undefined,
    others: mine.filter((each) => each !== own),
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
      {
        ...{ ok: false as const, do: wanted, why: result.why, detail: result.detail },
        kept: keptFrom(form),
      },
      statusOf(result.why),
    )
  const moved = result.value && 'moved' in result.value ? result.value.moved : undefined
  return { ok: true as const, do: wanted, moved, taken: undefined }
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.reports} | ${w.app.name}` }]
}

/** 実績入力: a department answers what is theirs; planning sees where everybody stands. */
export default function Reports({ loaderData, actionData }: Route.ComponentProps) {
  const {
    year,
    round,
    usual,
    due,
    today,
    rows,
    departments,
    shown,
    mayOpen,
    everyDepartment,
    over,
    locked,
    sees,
  } = loaderData
  const words = useWords()
  const w = words.reports
  const { of, here, lang } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const department = departments.find(({ id }) => id === shown)
  const takenFor = actionData?.ok ? actionData.taken?.department : undefined
  const workbookOf =
    shown === undefined || takenFor === shown ? undefined : departments.find(({ id }) => id === takenFor)
  const list = shown === undefined ? [] : rows.filter((row) => (row.department ?? 'none') === shown)
  const left = due === undefined ? undefined : Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
  const counted = shown === undefined ? rows : list
  const { questions, evidence } = words.cycle
  const told = {
    ...{ ask: questions.sent, answer: questions.sent, attach: evidence.added, detach: evidence.removed },
  }
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
      {loaderData.others.length > 0 && (
        <p className="flex gap-4 flex-wrap mb-6 no-print">
          {departments
            .filter((each) => loaderData.others.includes(each.id))
            .map((each) => (
              <Link key={each.id} to={here({ department: each.id })}>
                {nameIn(lang, each)}
              </Link>
            ))}
        </p>
      )}
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
      {actionData?.ok && told[actionData.do as keyof typeof told] && (
        <p className="notice done mb-6" role="status">
          {told[actionData.do as keyof typeof told]}
        </p>
      )}
      {locked && (
        <div className="notice warning mb-6">
          <p>{words.cycle.locked(locked.by, words.moment(locked.at))}</p>
          {loaderData.mayMove ? (
            <p className="small">
              <Link to={`${of('/cycle')}#stage-report`}>{words.cycle.toCycle}</Link>
            </p>
          ) : (
            <p className="small">{words.cycle.lockedNext}</p>
          )}
        </div>
      )}
      {actionData?.ok && actionData.taken && (
        <WorkbookResult answer={actionData.taken} another={workbookOf && nameIn(lang, workbookOf)} />
      )}
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
      {loaderData.mayCarry && shown === undefined && (
        <p className="mb-6 no-print">
          <Link to={of('/bundles')}>{words.bundle.toBundles}</Link>
        </p>
      )}
      {sees && shown !== undefined && list.length === 0 && <p className="mute">{w.nothing}</p>}
      {round && shown !== undefined && list.length > 0 && (
        <div className="two">
          <div>
            {list.map((row, at) => (
              <AnswerCard
                key={`${year} ${row.indicator.id}`}
                row={row}
                year={year}
                number={at + 1}
                may={row.may}
                saveUrl={of('/reports/save', { year: String(year) })}
              />
            ))}
          </div>
          <div>
            <div className="submission">
              <Submission rows={list} year={year} />
              {list.some(({ may }) => may.write) && <WorkbookPanel department={shown} year={year} />}
              <section className="card" id="questions">
                <Threads threads={loaderData.threads} year={year} side={loaderData.side} department={shown} />
              </section>
            </div>
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
