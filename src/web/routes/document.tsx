import { useCallback, useEffect, useState } from 'react'
import { data, Form, redirect, useRevalidator } from 'react-router'
import { can } from '#domain/access/can.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { AboutFields } from '../review/about-fields.tsx'
import { actOnReview } from '../review/act.ts'
import { Bulk } from '../review/bulk.tsx'
import { EntryPanel } from '../review/entry-panel.tsx'
import { EntryTable } from '../review/entry-table.tsx'
import { Keys } from '../review/keys.tsx'
import { nextOpen, nextRemark, progressWith } from '../review/moves.ts'
import { RemarkList, RemarkPanel } from '../review/remark-panel.tsx'
import { SourcePane } from '../review/source-pane.tsx'
import { StatusLine } from '../review/status-line.tsx'
import { takeInReviewed } from '../review/take-in.ts'
import { TakeInFields } from '../review/take-in-fields.tsx'
import { useSeen } from '../review/use-seen.ts'
import { useSelection } from '../review/use-selection.ts'
import { useSteps } from '../review/use-steps.ts'
import { viewIntake } from '../review/view.ts'
import { forgetKept } from '../ui/kept-form.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/document'

const count = (text: string | null): number | undefined =>
  text && /^\d{1,6}$/.test(text) ? Number(text) : undefined

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const asked = new URL(request.url).searchParams
  const view = await visit.read((tx) =>
    viewIntake(tx, params.document, {
      at: asked.get('at') ?? undefined,
      tab: asked.get('tab') ?? undefined,
      show: asked.get('show') ?? undefined,
      page: count(asked.get('page')),
      from: count(asked.get('from')),
    }),
  )
  if (!view) throw data({ why: 'no-such-document', value: params.document }, 404)
  return {
    view,
    mayReview: can(visit.actor, 'plan:import') && visit.user !== undefined && visit.asOf === undefined,
    cut: false,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const wanted = form.told('do')
  const result =
    wanted === 'take-in'
      ? await takeInReviewed(visit, params.document, form)
      : await actOnReview(visit, params.document, form)
  if (!result.ok)
    return data(
      {
        do: wanted,
        why: result.why,
        detail: result.detail,
        reason: form.told('reason'),
        confirmed: form.has('confirmed'),
      },
      statusOf(result.why),
    )
  // The path is built anew: that of a request for data ends in `.data`.
  const here = new URL(request.url)
  if (form.told('then')) {
    here.searchParams.set('at', form.told('then'))
    for (const of of ['tab', 'from']) here.searchParams.delete(of)
  }
  here.searchParams.delete('page')
  throw redirect(`${prefixAt(request)}/g/${params.code}/documents/${params.document}${here.search}`)
}

/** What the page shows, to stay where it cannot be renewed. */
let shown:
  | { readonly document: string; readonly data: Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>> }
  | undefined

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs) {
  try {
    return await serverLoader()
  } catch (error) {
    if (!(error instanceof Error) || shown?.document !== params.document) throw error
    return { ...shown.data, cut: true }
  }
}

/** What was typed is forgotten when the server has it, and not before. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction()
  } catch (error) {
    if (error instanceof Response) forgetKept(form)
    if (!(error instanceof Error)) throw error
    const told = (name: string) => String(form.get(name) ?? '')
    return {
      ...{ do: told('do'), why: 'cut', detail: undefined },
      ...{ reason: told('reason'), confirmed: form.has('confirmed') },
    }
  }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.intake.reviewTitle(loaderData?.view.title ?? '')} | ${w.app.name}` }]
}

const AGAIN = 3_000

/** 取込結果（案）の確認: the source beside what was read from it, entry by entry, each step saved as it is made. */
export default function DocumentReview({ loaderData, actionData: problem, params }: Route.ComponentProps) {
  const { view, mayReview, cut } = loaderData
  const words = useWords()
  const w = words.intake
  const { of } = useHere()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    shown = { document: params.document, data: loaderData }
    if (!loaderData.cut) return
    const timer = setTimeout(() => void revalidate(), AGAIN)
    return () => clearTimeout(timer)
  }, [loaderData, params.document, revalidate])
  const steps = useSteps(of(`/documents/${params.document}/steps`), view.last?.id)
  const loaded = view.selected?.kind === 'entry' ? view.selected.row : undefined
  const { selected, pick, leap } = useSelection(
    loaded?.id ?? (view.selected?.kind === 'remark' ? view.selected.key : undefined),
    (key) =>
      key === loaded?.id ||
      view.rows.some(({ id }) => id === key) ||
      view.remarks.some((each) => each.key === key),
  )
  const remark = view.remarks.find(({ key }) => key === selected)
  const row = view.rows.find(({ id }) => id === selected) ?? (loaded?.id === selected ? loaded : undefined)
  const state = row && (steps.states.get(row.id) ?? row.state)
  const next = nextOpen(view, selected, steps.states)
  const work = useSeen(selected)
  const [finished, setFinished] = useState(false)
  const press = useCallback(
    (letter: string) => {
      const at = view.rows.findIndex(({ id }) => id === selected)
      const go = (to: string | undefined) => to !== undefined && pick(to)
      setFinished(false)
      if (letter === 'j') go(view.rows[at + 1]?.id)
      else if (letter === 'k') go(view.rows[Math.max(0, at - 1)]?.id)
      else if (letter === 'f') go(nextRemark(view.remarks, selected))
      else if (letter === 'e') focusOn('f-name', 'f-measure', 'f-amount', 'reason')
      else if (letter === 's') openSplit()
      else if (letter === 'm') document.getElementById('merge')?.click()
      else if (letter === 'z' && (view.last?.undoable || steps.states.size > 0)) steps.send({ do: 'undo' })
      else if (letter === 'a' && !row) focusOn('reason')
      else if ((letter === 'a' || letter === 'x') && row) {
        if (steps.undoing || state !== (letter === 'a' ? 'accepted' : 'left-out'))
          steps.send({ do: letter === 'a' ? 'accept' : 'leave-out', entry: row.id })
        if (!next) setFinished(true)
        else if (!next.away) pick(next.at)
        else if (!steps.cut && !cut) leap(next.at)
      }
    },
    [view, selected, row, state, next, steps, cut, pick, leap],
  )
  const field = String(problem?.detail?.field ?? '')
  const byField =
    problem?.do === 'describe' ||
    problem?.do === 'take-in' ||
    (problem?.do === 'correct' && row !== undefined && field in row.fields)
  return (
    <>
      <Head
        crumbs={[{ to: of('/documents'), name: w.title }]}
        title={w.reviewTitle(view.title)}
        lead={`${view.document.name} · ${w.pages(view.page?.of ?? 0)} · ${w.bytes(view.document.size)} · ${words.moment(view.document.receivedAt)} ${view.document.receivedBy} · ${w.untouched}`}
      >
        <a className="button" href={of(`/documents/${params.document}/file`)} download>
          {w.original}
        </a>
      </Head>
      <StatusLine
        progress={progressWith(view, steps.states)}
        last={view.last}
        steps={steps}
        cut={cut}
        finished={finished}
      />
      {view.base && !view.takenIn && (
        <p className="notice mb-4 small">
          {w.comparing(view.base.title, view.base.edition)} {view.base.suggested && w.suggested}
        </p>
      )}
      <ul className="small mute mb-4">
        {view.findings.map((finding) => (
          <li key={finding.code}>{words.finding(finding)}</li>
        ))}
      </ul>
      <div className="review">
        {view.page && (
          <SourcePane
            page={view.page}
            selected={selected}
            numbers={new Map(view.remarks.map(({ key, number }) => [key, number]))}
          />
        )}
        <div className="work" ref={work}>
          {problem && !byField && (
            <p className="problem" role="alert">
              {words.refusal(problem.why, problem.detail)}
            </p>
          )}
          {remark && (
            <RemarkPanel key={remark.key} remark={remark} document={params.document} mayReview={mayReview} />
          )}
          {row && state && (
            <EntryPanel
              key={row.id}
              row={row}
              state={state}
              nodes={view.nodes}
              document={params.document}
              then={next?.away ? undefined : next?.at}
              mayReview={mayReview}
              problem={problem?.do === 'correct' && byField ? problem : undefined}
            />
          )}
          {mayReview && <Bulk progress={view.progress} last={view.last} />}
          <RemarkList remarks={view.remarks} selected={selected} />
          <EntryTable view={view} selected={selected} states={steps.states} />
          {view.gone.length > 0 && (
            <details className="card">
              <summary>{w.gone(view.gone.length)}</summary>
              <p className="small mute">{w.goneHelp}</p>
              <ul className="small">
                {view.gone.map(({ kind, id, name }) => (
                  <li key={`${kind} ${id}`}>
                    <span className="tag mr-2">{w.goneKinds[kind]}</span>
                    {name}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {mayReview && (
            <section className="card no-print" aria-labelledby="as-plan">
              <h2 id="as-plan">{w.about}</h2>
              <Form method="post" preventScrollReset>
                <AboutFields view={view} problem={problem?.do === 'describe' ? problem : undefined} />
                <hr className="my-4 border-solid-gray-200" />
                <TakeInFields
                  accepted={view.progress.accepted}
                  takenIn={view.takenIn}
                  problem={problem?.do === 'take-in' ? problem : undefined}
                />
              </Form>
            </section>
          )}
        </div>
      </div>
      {mayReview && <Keys press={press} />}
    </>
  )
}

const focusOn = (...ids: readonly string[]) =>
  ids
    .map((id) => document.getElementById(id))
    .find((found) => found !== null)
    ?.focus()

function openSplit() {
  const split = document.getElementById('split')
  if (!(split instanceof HTMLDetailsElement)) return
  split.open = true
  split.querySelector('input')?.focus()
}
