import { data, Form, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { listArrived } from '#store/bundles.ts'
import { mayReceive } from '#usecases/receive-bundle.ts'
import { tookBundle } from '#usecases/view-bundles.ts'
import { countsOf, leftOf, namedConflicts, weighBundle } from '#usecases/weigh-bundle.ts'
import { choicesFrom, keptBundle, takeRead } from '../bundles/act.ts'
import { Counted, Submitted } from '../bundles/weighed.tsx'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { ConflictTable } from '../reports/conflict-table.tsx'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/bundle'

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!can(visit.actor, 'bundle:carry')) throw data({ why: 'not-allowed' }, 403)
  const { arrived, took } = await visit.read(async (tx) => ({
    arrived: (await listArrived(tx)).find(({ manifest }) => manifest.id === params.bundle),
    took: await tookBundle(tx, params.bundle),
  }))
  if (!arrived) throw data({ why: 'no-such-bundle' }, 404)
  const { manifest, fingerprint } = arrived
  const { parts: _, ...head } = manifest
  const told = { manifest: head, fingerprint }
  if (took) return { ...told, took, refused: undefined, weighed: undefined }
  const own = (await context.get(servingContext).seal()).fingerprint
  const read = await keptBundle(visit, params.bundle)
  const may = read.ok
    ? await visit.read((tx) => mayReceive(tx, read.value, { year: manifest.year, own }))
    : read
  if (!read.ok || !may.ok)
    return {
      ...told,
      took,
      weighed: undefined,
      refused: read.ok && !may.ok ? may : !read.ok ? read : undefined,
    }
  const weighed = await visit.read((tx) => weighBundle(tx, read.value, { choices: new Map(), own }))
  return {
    ...{ ...told, took, refused: undefined },
    weighed: {
      ...{ counts: countsOf(weighed), left: leftOf(weighed), conflicts: namedConflicts(weighed, read.value) },
      submit: weighed.submit.map(({ indicator, state, moves, savedBy, savedAt }) => {
        const { by, at } = moves.at(-1) ?? { by: savedBy, at: savedAt }
        return { id: indicator, name: weighed.names[indicator] ?? indicator, state, by, at }
      }),
    },
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const chosen = Object.fromEntries(
    form
      .keys()
      .filter((key) => key.startsWith('choice '))
      .map((key) => [key, form.told(key)]),
  )
  if (!can(visit.actor, 'bundle:carry'))
    return data({ ok: false as const, why: 'not-allowed', detail: undefined, chosen }, 403)
  const seal = await context.get(servingContext).seal()
  const read = await keptBundle(visit, params.bundle)
  const taken = read.ok ? await takeRead(visit, seal, read.value, choicesFrom(form, read.value)) : read
  return taken.ok
    ? { ok: true as const, chosen: {} }
    : data({ ok: false as const, why: taken.why, detail: taken.detail, chosen }, statusOf(taken.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.bundle.take} | ${w.app.name}` }]
}

/** 届いた束: what it is, what taking it in would do, what both sides changed; or what it did. */
export default function Bundle({ loaderData, actionData }: Route.ComponentProps) {
  const { manifest, fingerprint, took, weighed, refused } = loaderData
  const words = useWords()
  const w = words.bundle
  const { of } = useHere()
  const problem = actionData?.ok === false ? actionData : refused
  return (
    <>
      <Head
        title={w.oneTitle(manifest.direction, manifest.installation)}
        lead={`${words.year(manifest.year)} ${words.reports.stages[manifest.stage]}　${w.counts(manifest.counts)}`}
        crumbs={[{ to: of('/bundles'), name: w.title }]}
      />
      <p className="small mute mb-6">
        <span className="block">{w.madeBy(words.moment(manifest.madeAt), manifest.by)}</span>
        <span className="block">{w.signedBy(manifest.installation, fingerprint)}</span>
      </p>
      <Told
        done={actionData?.ok && w.took}
        refused={took ? undefined : problem && words.refusal(problem.why, problem.detail)}
      />
      {took && (
        <section className="card mb-6" aria-labelledby="took">
          <h2 id="took">{w.tookAt(words.moment(took.at), took.by)}</h2>
          <Counted counts={took.told} left={took.told.left} />
          <p>
            <Link to={of('/reports')}>{w.toReports}</Link>
          </p>
        </section>
      )}
      {weighed && (
        <>
          <Submitted rows={weighed.submit} />
          <Form method="post" preventScrollReset>
            <section className="card mb-6" aria-labelledby="would">
              <h2 id="would">{w.would}</h2>
              <Counted counts={weighed.counts} left={weighed.left} chosen={weighed.conflicts.length > 0} />
              {weighed.conflicts.length === 0 && <Confirm say={w.confirm} />}
            </section>
            {weighed.conflicts.length > 0 && (
              <section className="card mb-6" aria-labelledby="conflicts">
                <h2 id="conflicts">{w.conflicts(weighed.conflicts.length)}</h2>
                <p className="small mute my-2">{w.conflictsHelp}</p>
                <ConflictTable
                  conflicts={weighed.conflicts.map((each) => ({
                    ...each,
                    cell: `${each.cell} ${words.moment(each.savedAt)}`,
                  }))}
                  labels={{ base: w.base, page: w.here, workbook: w.there }}
                  chosen={actionData?.chosen ?? {}}
                />
                <Confirm say={w.chooseAndTake} />
              </section>
            )}
          </Form>
        </>
      )}
    </>
  )
}

const Confirm = ({ say }: { readonly say: string }) => (
  <p className="mt-3 no-print">
    <button className="button primary" type="submit">
      {say}
    </button>
  </p>
)
