import { data, Form, Link } from 'react-router'
import { can, hatsOf } from '#domain/access/can.ts'
import { CYCLE_STAGES, daysBetween, stageDays } from '#domain/cycle/calendar.ts'
import { STAGE_MOVES } from '#domain/cycle/stages.ts'
import { TASK_KINDS, type TaskKind } from '#domain/cycle/task.ts'
import { done } from '#domain/shared/outcome.ts'
import { digestRefused, saveDigestChoice } from '#store/outbox.ts'
import { moveStageOf } from '#usecases/stages.ts'
import { viewCycle } from '#usecases/view-cycle.ts'
import { StageStrip } from '../cycle/stage-strip.tsx'
import { StageTable } from '../cycle/stage-table.tsx'
import { DepartmentTable, TaskFilter } from '../cycle/task-filter.tsx'
import { OwnTasks, TaskTable } from '../cycle/tasks.tsx'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/cycle'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { actor, year, user } = visit
  const { searchParams } = new URL(request.url)
  const [view, refused] = await visit.read(async (tx) => [
    await viewCycle(tx, { year, now: visit.asOf ?? visit.now }),
    await digestRefused(tx),
  ])
  const present = user !== undefined && visit.asOf === undefined
  const named = user !== undefined && actor.role !== 'viewer'
  const { staff: _, threads: __, ...told } = view
  const kind = Object.keys(TASK_KINDS).find((each) => each === searchParams.get('kind')) as
    | TaskKind
    | undefined
  const department = searchParams.get('department') || undefined
  const late = searchParams.get('late') !== null
  return {
    ...told,
    tasks: named
      ? view.tasks
      : view.tasks.map(({ piece: _, ...task }) => ({ ...task, holders: task.holders.slice(0, 0) })),
    own: view.tasks.filter(({ holders }) => holders.some((each) => each.user === user?.id)),
    named,
    mayMove: present && can(actor, 'cycle:move'),
    mayPeople: present && named,
    mayCarry: present && can(actor, 'bundle:carry'),
    digest:
      present && user && hatsOf(actor).some(({ role }) => role === 'planner')
        ? !refused.has(user.id)
        : undefined,
    asked: { kind, department, late },
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  if (form.told('do') === 'digest') {
    const wanted = form.has('digest')
    const result = await visit.act('cycle:move', async (tx, { actor, now }) => {
      await saveDigestChoice(tx, { user: actor.id, wanted, at: now })
      return done(null)
    })
    return result.ok
      ? { ok: true as const, did: undefined }
      : data(
          { ok: false as const, sent: undefined, why: result.why, detail: undefined },
          statusOf(result.why),
        )
  }
  const stage = CYCLE_STAGES.find((each) => each === form.told('stage'))
  const move = STAGE_MOVES.find((each) => each === form.told('move'))
  if (!stage || !move) throw data({ why: 'bad-form' }, 400)
  const [reason, department] = [form.told('reason'), form.told('department')]
  const result = await visit.act('cycle:move', (tx, doing) =>
    moveStageOf(tx, doing, {
      ...{ year: visit.year, stage, move },
      ...(department ? { department } : {}),
      ...(reason ? { reason } : {}),
    }),
  )
  const sent = { stage, move, reason, department }
  return result.ok
    ? { ok: true as const, did: { stage, move } }
    : data({ ok: false as const, sent, why: result.why, detail: result.detail }, statusOf(result.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.cycle} | ${w.app.name}` }]
}

/** 進行: where the year stands, what is left of it, and who holds it. */
export default function Cycle({ loaderData: view, actionData }: Route.ComponentProps) {
  const { year, today, dates, stages, now, tasks, own, opened, over, reports, departments, asked } = view
  const words = useWords()
  const w = words.cycle
  const { of } = useHere()
  const days = now && stageDays(now, year, dates)
  const problem = actionData?.ok === false ? actionData : undefined
  const said = problem && words.refusal(problem.why, problem.detail)
  const lead = () =>
    now && stages[now].state === 'waiting'
      ? w.next(words.reports.stages[now], days?.from)
      : w.lead(now && words.reports.stages[now], days?.to, days && daysBetween(today, days.to))
  const late = tasks.filter(({ overdue }) => overdue > 0).length
  const shown = tasks.filter(
    (task) =>
      (asked.kind === undefined || task.kind === asked.kind) &&
      (asked.department === undefined || (task.department ?? 'none') === asked.department) &&
      (!asked.late || task.overdue > 0),
  )
  return (
    <>
      <Head
        title={w.title(year)}
        lead={
          opened
            ? `${lead()} ${w.openTasks(tasks.length, late)}`
            : over
              ? w.notOpened(year)
              : words.reports.notOver(year)
        }
      >
        {view.mayPeople && (
          <Link className="button small" to={of('/cycle/people')}>
            {w.toPeople}
          </Link>
        )}
        {view.mayCarry && (
          <Link className="button small" to={of('/bundles')}>
            {words.bundle.toBundles}
          </Link>
        )}
        {view.mayMove && (
          <Link className="button small" to={of('/cycle/settings')}>
            {w.toSettings}
          </Link>
        )}
        {!opened && over && view.mayMove && (
          <Link className="button primary" to={of('/reports')}>
            {w.toReports}
          </Link>
        )}
      </Head>
      <Told
        done={
          actionData?.ok &&
          (actionData.did
            ? w.didMove(words.reports.stages[actionData.did.stage], actionData.did.move)
            : w.kept)
        }
        refused={problem?.sent && opened && view.mayMove ? undefined : said}
      />
      <StageStrip
        {...{ year, today, dates, stages, now }}
        approved={[reports.filter(({ state }) => state === 'approved').length, reports.length]}
      />
      {view.named && (
        <div className="mb-6">
          <OwnTasks tasks={own} year={year} today={today} />
        </div>
      )}
      {opened && (
        <>
          <DepartmentTable reports={reports} tasks={tasks} departments={departments} />
          <section className="card mb-6" aria-labelledby="tasks">
            <header>
              <h2 id="tasks">{w.tasks}</h2>
              <span className="mute small">{w.count(shown.length)}</span>
            </header>
            <TaskFilter asked={asked} departments={departments} tasks={tasks} />
            {shown.length === 0 ? (
              <p className="small">{tasks.length === 0 ? w.openTasks(0, 0) : w.noneFound}</p>
            ) : (
              <TaskTable tasks={shown} {...{ departments, year, today }} named={view.named} />
            )}
          </section>
          <StageTable
            view={view}
            mayMove={view.mayMove}
            refused={problem?.sent && { ...problem.sent, said: said ?? '' }}
          />
        </>
      )}
      {view.digest !== undefined && (
        <Form method="post" preventScrollReset className="card no-print">
          <input type="hidden" name="do" value="digest" />
          <label className="flex gap-2">
            <input type="checkbox" name="digest" defaultChecked={view.digest} />
            {w.digest}
          </label>
          <p className="small mute my-2">{w.digestHelp}</p>
          <button className="button small" type="submit">
            {w.keep}
          </button>
        </Form>
      )}
    </>
  )
}
