import { useCallback, useMemo } from 'react'
import { data, Form, redirect, useNavigate } from 'react-router'
import { can } from '#domain/access/can.ts'
import type { EntryState } from '#domain/document/review.ts'
import { readForm } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { AboutFields } from '../review/about-fields.tsx'
import { actOnReview } from '../review/act.ts'
import { EntryPanel } from '../review/entry-panel.tsx'
import { EntryTable } from '../review/entry-table.tsx'
import { Keys } from '../review/keys.tsx'
import { RemarkList, RemarkPanel } from '../review/remark-panel.tsx'
import { SourcePane } from '../review/source-pane.tsx'
import { takeInReviewed } from '../review/take-in.ts'
import { TakeInFields } from '../review/take-in-fields.tsx'
import { useSteps } from '../review/use-steps.ts'
import { viewIntake } from '../review/view.ts'
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
      422,
    )
  // The path is built anew: that of a request for data ends in `.data`.
  const here = new URL(request.url)
  if (form.told('then')) here.searchParams.set('at', form.told('then'))
  here.searchParams.delete('page')
  throw redirect(`${prefixAt(request)}/g/${params.code}/documents/${params.document}${here.search}`)
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.intake.reviewTitle(loaderData?.view.title ?? '')} | ${w.app.name}` }]
}

/** 取込結果（案）の確認: the source beside what was read from it, entry by entry, each step saved as it is made. */
export default function DocumentReview({
  loaderData: { view, mayReview },
  actionData,
  params,
}: Route.ComponentProps) {
  const words = useWords()
  const w = words.intake
  const { of, here } = useHere()
  const navigate = useNavigate()
  const steps = useSteps(of(`/documents/${params.document}/steps`), view.last?.id)
  const selected = view.selected?.kind === 'remark' ? view.selected.key : view.selected?.id
  const remark = view.remarks.find(({ key }) => key === selected)
  const states = useMemo(() => statesOf(steps.waiting), [steps.waiting])
  const then = nextOpen(view.rows, selected, states)
  const go = useCallback(
    (at: string | undefined) =>
      at && navigate(here({ at, page: undefined }), { preventScrollReset: true, replace: true }),
    [navigate, here],
  )
  const press = useCallback(
    (letter: string) => {
      const at = view.rows.findIndex(({ id }) => id === selected)
      const entry = view.selected?.kind === 'entry' ? view.selected.id : undefined
      if (letter === 'j') go(view.rows[at + 1]?.id)
      else if (letter === 'k') go(view.rows[Math.max(0, at - 1)]?.id)
      else if (letter === 'f') go(nextRemark(view.remarks, selected))
      else if (letter === 'e') focusOn('f-name', 'reason')
      else if (letter === 's') openSplit()
      else if (letter === 'm') document.getElementById('merge')?.click()
      else if (letter === 'z' && (view.last?.undoable || steps.waiting.length > 0)) steps.send({ do: 'undo' })
      else if (letter === 'a' && !entry) focusOn('reason')
      else if ((letter === 'a' || letter === 'x') && entry) {
        steps.send({ do: letter === 'a' ? 'accept' : 'leave-out', entry })
        go(then)
      }
    },
    [view, selected, then, steps, go],
  )
  const problem = actionData
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
      <div className="statusline">
        <span>{w.progress(view.progress.all, view.progress.accepted, view.progress.leftOut)}</span>
        <progress
          className="progress"
          max={view.progress.all}
          value={view.progress.all - view.progress.open}
          aria-hidden
        />
        {view.last && <span className="mute">{w.saved(words.moment(view.last.at))}</span>}
        {steps.cut && <span className="problem">{w.unsent}</span>}
        {steps.refused && (
          <span className="problem" role="alert">
            {words.refusal(steps.refused.why, steps.refused.detail)}
          </span>
        )}
      </div>
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
        <div className="work">
          {remark && (
            <RemarkPanel key={remark.key} remark={remark} document={params.document} mayReview={mayReview} />
          )}
          {view.selected?.kind === 'entry' && (
            <EntryPanel
              key={view.selected.id}
              chosen={view.selected}
              document={params.document}
              then={then}
              mayReview={mayReview}
              problem={problem && ['correct', 'split', 'merge'].includes(problem.do) ? problem : undefined}
            />
          )}
          {mayReview && (
            <Form method="post" preventScrollReset className="flex gap-2 flex-wrap no-print">
              {view.progress.sure > 0 && (
                <button className="button small" type="submit" name="do" value="accept-sure">
                  {w.acceptSure(view.progress.sure)}
                </button>
              )}
              {view.progress.open > 0 && (
                <button className="button small" type="submit" name="do" value="accept-all">
                  {w.acceptAll(view.progress.open)}
                </button>
              )}
              {view.last?.undoable && (
                <button className="button quiet small" type="submit" name="do" value="undo">
                  {w.undo(view.last.undoable)}
                </button>
              )}
              <input type="hidden" name="seen" value={view.last?.id ?? ''} />
            </Form>
          )}
          <RemarkList remarks={view.remarks} selected={selected} />
          <EntryTable view={view} selected={selected} states={states} />
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

/** States of entries whose step is on its way. */
function statesOf(waiting: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, EntryState> {
  const states = new Map<string, EntryState>()
  for (const { do: what, entry } of waiting)
    if (entry && (what === 'accept' || what === 'leave-out'))
      states.set(entry, what === 'accept' ? 'accepted' : 'left-out')
  return states
}

type Rows = readonly { readonly id: string; readonly state: EntryState }[]

/** The next entry that nobody has settled, after the selected one and then from the top. */
function nextOpen(
  rows: Rows,
  selected: string | undefined,
  states: ReadonlyMap<string, EntryState>,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === selected)
  const open = ({ id, state }: Rows[number]) => id !== selected && (states.get(id) ?? state) === 'open'
  return (rows.slice(at + 1).find(open) ?? rows.find(open))?.id
}

function nextRemark(
  remarks: readonly { readonly key: string; readonly reason: string | undefined }[],
  selected: string | undefined,
) {
  const at = remarks.findIndex(({ key }) => key === selected)
  const waiting = (each: { readonly reason: string | undefined }) => each.reason === undefined
  return (remarks.slice(at + 1).find(waiting) ?? remarks.find(waiting))?.key
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
