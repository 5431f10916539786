import { data } from 'react-router'
import { assign } from '#usecases/assign.ts'
import { delegate, endDelegation } from '#usecases/delegate.ts'
import { viewDeputies } from '#usecases/view-deputies.ts'
import { type AskedDelegation, Assignments, Deputies } from '../cycle/deputies.tsx'
import { readForm, type SentForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { type Visit, visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/cycle-people'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!visit.user || visit.actor.role === 'viewer') throw data({ why: 'not-allowed' }, 403)
  return visit.read((tx) => viewDeputies(tx, visit.actor, { year: visit.year, now: visit.now }))
}

const askedIn = (form: SentForm): AskedDelegation => ({
  ...{ hat: form.told('hat'), deputy: form.told('deputy') },
  ...{ from: form.told('from'), to: form.told('to'), reason: form.told('reason') },
})

/** Indicator and person of each field `who <indicator>`. */
const namedIn = (form: SentForm): ReadonlyMap<string, string> =>
  new Map(
    form
      .keys()
      .flatMap((key) => (key.startsWith('who ') ? [[key.slice('who '.length), form.told(key)]] : [])),
  )

function actOn(visit: Visit, what: string, form: SentForm) {
  if (what === 'end') return visit.act('staff:read', (tx, doing) => endDelegation(tx, doing, form.told('id')))
  if (what === 'assign')
    return visit.act('report:write', (tx, doing) =>
      assign(tx, doing, { year: visit.year, named: namedIn(form) }),
    )
  const { hat, ...asked } = askedIn(form)
  const [giver = '', role = '', department = ''] = hat.split(' ')
  if (role !== 'reporter' && role !== 'approver') throw data({ why: 'bad-form' }, 400)
  return visit.act('staff:read', (tx, doing) => delegate(tx, doing, { ...asked, giver, role, department }))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const what = form.told('do')
  const result = await actOn(visitOf(context), what, form)
  if (!result.ok)
    return data(
      { ok: false as const, what, sent: askedIn(form), why: result.why, detail: result.detail },
      statusOf(result.why),
    )
  return { ok: true as const, what, changed: result.value?.changed ?? 0 }
}

export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.cycle.people.title} | ${w.app.name}` }]
}

/** 担当者と代理. */
export default function CyclePeople({ loaderData: view, actionData }: Route.ComponentProps) {
  const words = useWords()
  const w = words.cycle.people
  const { of } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const said = { delegate: w.added, end: w.ended } as const
  return (
    <>
      <Head crumbs={[{ to: of('/cycle'), name: words.menu.cycle }]} title={w.title} lead={w.lead} />
      <Told
        done={
          actionData?.ok &&
          (actionData.what === 'assign'
            ? w.assigned(actionData.changed)
            : said[actionData.what as keyof typeof said])
        }
        refused={problem && words.refusal(problem.why, problem.detail)}
      />
      <div className="two">
        <Assignments view={view} />
        <Deputies view={view} sent={problem?.what === 'delegate' ? problem.sent : undefined} />
      </div>
    </>
  )
}
