import { data, Form, redirect } from 'react-router'
import { mayTrust } from '#usecases/trust.ts'
import { viewBundles } from '#usecases/view-bundles.ts'
import { actOnBundles, receiveFile } from '../bundles/act.ts'
import { Carried } from '../bundles/carried.tsx'
import { Keys } from '../bundles/keys.tsx'
import { TakeForm } from '../bundles/take-form.tsx'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/bundles'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { actor, year } = visit
  const view = await visit.read((tx) => viewBundles(tx, actor, year))
  if (!view.ok) throw data({ why: view.why }, 403)
  const { fingerprint, installation } = await context.get(servingContext).seal()
  const present = visit.user !== undefined && visit.asOf === undefined
  return {
    ...view.value,
    year,
    own: fingerprint,
    installation,
    present,
    fresh: crypto.randomUUID(),
    mayTrust: present && mayTrust(actor),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const visit = visitOf(context)
  const seal = await context.get(servingContext).seal()
  const form = await readForm(request)
  const wanted = form.told('do')
  if (wanted === 'receive') {
    const received = await receiveFile(visit, seal, form.file('file'))
    if (received.ok)
      throw redirect(`${prefixAt(request)}/g/${params.code}/bundles/${received.value.id}?year=${visit.year}`)
    const { why, detail } = received
    return data({ ok: false as const, do: wanted, why, detail, typed: undefined }, statusOf(why))
  }
  const result = await actOnBundles(visit, seal, form)
  if (result.ok) return { ok: true as const, do: wanted, ...result.value }
  const typed = { fingerprint: form.told('fingerprint'), name: form.told('name') }
  const { why, detail } = result
  return data({ ok: false as const, do: wanted, why, detail, typed }, statusOf(why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.bundle.title} | ${w.app.name}` }]
}

/** 束を運ぶ: make one, take one in, whose keys are trusted, and what was carried. */
export default function Bundles({ loaderData, actionData }: Route.ComponentProps) {
  const { year, own, installation, keys, made, arrived, next, present } = loaderData
  const words = useWords()
  const w = words.bundle
  const { of } = useHere()
  const told = actionData?.ok ? actionData : undefined
  const problem = actionData?.ok === false ? actionData : undefined
  const said = problem && words.refusal(problem.why, problem.detail)
  const at = (what: string) => (problem?.do === what ? said : undefined)
  return (
    <>
      <Head title={w.title} lead={w.lead(year)} crumbs={[{ to: of('/cycle'), name: words.menu.cycle }]} />
      <Told
        done={
          told?.made ? (
            <p>
              {w.made} <a href={of(`/bundles/${told.made}/file`)}>{w.download}</a>
            </p>
          ) : (
            told?.name && (told.do === 'distrust' ? w.distrusted(told.name) : w.trustedNow(told.name))
          )
        }
        refused={at('make') ?? at('distrust')}
      />
      <div className="two">
        <div>
          {present && (
            <section className="card no-print" aria-labelledby="make">
              <h2 id="make">{w.make}</h2>
              <p className="my-3">{next ? w.makeLead[next] : w.notOpen(year)}</p>
              <ul className="small mute list-disc pl-5">
                {w.holds.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
              {next && (
                <Form method="post" className="mt-3" preventScrollReset>
                  <input type="hidden" name="id" value={loaderData.fresh} />
                  <button className="button primary" type="submit" name="do" value="make">
                    {w.make}
                  </button>
                </Form>
              )}
            </section>
          )}
          {present && <TakeForm refused={at('receive')} />}
          <Carried {...{ made, arrived, keys }} />
        </div>
        <div>
          <Keys
            key={told?.name ?? 'keys'}
            {...{ own, installation, keys, mayTrust: loaderData.mayTrust }}
            refused={at('trust')}
            typed={problem?.do === 'trust' ? problem.typed : undefined}
          />
        </div>
      </div>
    </>
  )
}
