import { useState } from 'react'
import { data, Form, useLocation } from 'react-router'
import { can } from '#domain/access/can.ts'
import { inForce, listEditions } from '#store/plans.ts'
import { viewPopulation } from '#usecases/view-population.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { actOnLab, limitsOf } from '../population/act.ts'
import { type AskedOfLab, askedOf, queryOf } from '../population/asked.ts'
import { Controls } from '../population/controls.tsx'
import { Answer, Charts, Contributions, Groups, Side } from '../population/results.tsx'
import { Saved } from '../population/saved.tsx'
import { type LabGround, workOut } from '../population/work.ts'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/population'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const query = new URL(request.url).searchParams
  const { view, plans } = await visit.read(async (tx) => ({
    view: await viewPopulation(tx),
    plans: inForce(await listEditions(tx))
      .filter(({ edition }) => edition.stage !== 'draft')
      .map(({ id, title }) => ({ id, title })),
  }))
  const present = visit.user !== undefined && visit.asOf === undefined
  const may = {
    keep: present && can(visit.actor, 'plan:import'),
    import: present && can(visit.actor, 'statistics:import'),
  }
  if (!view.ok) return { lab: undefined, why: view.why, detail: view.detail, may, plans }
  const { dataset, survivalFrom, scenarios, visions, ...ground } = view.value
  return {
    lab: { ground, asked: askedOf(query, limitsOf(view.value)), dataset, survivalFrom, scenarios, visions },
    why: undefined,
    detail: undefined,
    may,
    plans,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await actOnLab(visitOf(context), form)
  const typed = { name: form.told('name'), reason: form.told('reason') }
  if (!result.ok)
    return data(
      { ok: false as const, do: form.told('do'), why: result.why, detail: result.detail, typed },
      statusOf(result.why),
    )
  return { ok: true as const, ...result.value }
}

export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.population.title} | ${w.app.name}` }]
}

export default function Population({
  loaderData: { lab, why, detail, may, plans },
  actionData,
}: Route.ComponentProps) {
  const words = useWords()
  const w = words.population
  const { search } = useLocation()
  const problem = actionData?.ok === false ? actionData : undefined
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      {actionData?.ok && (actionData.imported || actionData.known) && (
        <p className="notice done mb-6">
          {actionData.imported && w.imported(actionData.imported)}{' '}
          {actionData.known && w.known(actionData.known)}
        </p>
      )}
      {lab ? (
        <Lab key={search} {...lab} mayKeep={may.keep} plans={plans} problem={problem} />
      ) : (
        <div className="notice mb-6">
          <p>{why === 'no-projection-of-area' ? w.none : words.refusal(why ?? '', detail)}</p>
          <p className="small mute">{w.noneHow}</p>
        </div>
      )}
      {may.import && <ImportTable problem={problem?.do === 'import' ? problem : undefined} open={!lab} />}
    </>
  )
}

type LabProps = NonNullable<Route.ComponentProps['loaderData']['lab']> & {
  readonly plans: Route.ComponentProps['loaderData']['plans']
  readonly mayKeep: boolean
  readonly problem: Parameters<typeof Saved>[0]['problem']
}

/** 試す: what is asked lives here while sliders move, and in the address so that it can be sent to somebody. */
function Lab({
  ground,
  asked: first,
  dataset,
  survivalFrom,
  scenarios,
  visions,
  plans,
  mayKeep,
  problem,
}: LabProps) {
  const words = useWords()
  const w = words.population
  const { of, here } = useHere()
  const [asked, setAsked] = useState<AskedOfLab>(first)
  const change = (next: Partial<AskedOfLab>) => {
    const now = { ...asked, ...next }
    setAsked(now)
    window.history.replaceState(window.history.state, '', here(queryOf(now)))
  }
  const known: LabGround = ground
  const outcome = workOut(known, asked)
  const query = new URLSearchParams(queryOf(asked)).toString()
  return (
    <>
      {outcome.ok && <Answer asked={asked} worked={outcome.value} />}
      <div className="lab">
        <div className="grid gap-5">
          <Controls ground={known} asked={asked} change={change} />
          {outcome.ok && <Side worked={outcome.value} />}
        </div>
        <div className="grid gap-5">
          {outcome.ok ? (
            <>
              <Charts ground={known} asked={asked} worked={outcome.value} />
              <Contributions worked={outcome.value} />
              <Groups worked={outcome.value} />
              <p className="flex gap-2 flex-wrap no-print">
                {(['csv', 'xlsx'] as const).map((format) => (
                  <a
                    key={format}
                    className="button small"
                    href={`${of(`/population/table.${format}`)}${of('').includes('?') ? '&' : '?'}${query}`}
                  >
                    {w.download[format]}
                  </a>
                ))}
              </p>
            </>
          ) : (
            <p className="notice error" role="alert">
              {words.refusal(outcome.why, outcome.detail)}
            </p>
          )}
          <p className="small mute">
            {w.source(dataset.title, dataset.source)} {w.survival[survivalFrom]}
          </p>
          <Saved
            scenarios={scenarios}
            visions={visions}
            plans={plans}
            asked={asked}
            dataset={dataset.id}
            mayKeep={mayKeep}
            problem={problem}
          />
        </div>
      </div>
    </>
  )
}

function ImportTable({
  problem,
  open,
}: {
  readonly problem:
    | { readonly why: string; readonly detail?: Readonly<Record<string, string | number>> | undefined }
    | undefined
  readonly open: boolean
}) {
  const words = useWords()
  const w = words.population
  return (
    <details className="card no-print mt-6" open={open || problem !== undefined}>
      <summary>{w.import}</summary>
      <Form method="post" encType="multipart/form-data" className="grid gap-3 mt-3 max-w-2xl">
        <input type="hidden" name="do" value="import" />
        <div className="field">
          <label htmlFor="file">{w.file}</label>
          <input className="input" id="file" name="file" type="file" required />
          <p className="small mute">{w.noneHow}</p>
        </div>
        {problem && (
          <p className="problem" role="alert">
            {words.refusal(problem.why, problem.detail)}
          </p>
        )}
        <p>
          <button className="button" type="submit">
            {w.importNow}
          </button>
        </p>
      </Form>
    </details>
  )
}
