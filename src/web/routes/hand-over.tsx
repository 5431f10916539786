import { data, Form } from 'react-router'
import { can } from '#domain/access/can.ts'
import { listDepartments } from '#store/departments.ts'
import { listMembers } from '#store/memberships.ts'
import { handOverDepartment, handOverPerson } from '#usecases/hand-over.ts'
import { ownedBy } from '#usecases/owned.ts'
import { readForm, statusOf } from '../form.ts'
import { PersonSelect } from '../members/person-select.tsx'
import { DepartmentSelect } from '../members/selects.tsx'
import { langOf, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { type Visit, visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/hand-over'

const mayEnter = ({ actor }: Visit) => {
  if (!can(actor, 'department:write')) throw data({ why: 'not-allowed' }, 403)
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  mayEnter(visit)
  const asked = new URL(request.url).searchParams
  const [department, person] = [asked.get('department') ?? '', asked.get('person') ?? '']
  const people = can(visit.actor, 'member:grant')
  return visit.read(async (tx) => {
    const members = people ? await listMembers(tx) : []
    const held = members.filter(({ user, endedAt }) => user === person && endedAt === undefined)
    const owned = department ? await ownedBy(tx, department) : undefined
    return {
      departments: await listDepartments(tx),
      people: [...new Map(members.map(({ user, name, email }) => [user, { user, name, email }])).values()],
      ...{ department, person, mayMovePeople: people },
      held: held.map(({ id, role, department: of }) => ({ id, role, department: of })),
      owned: owned && {
        indicators: owned.indicators.map(({ name }) => name),
        nodes: owned.nodes.map(({ name }) => name),
        projects: owned.projects.map(({ name }) => name),
        reports: owned.reports?.names ?? [],
        memberships: people ? owned.members.map(({ name }) => name) : [],
      },
    }
  })
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  mayEnter(visit)
  const { told, has } = await readForm(request)
  const [from, to, reason] = [told('from'), told('to'), told('reason')]
  const result =
    told('do') === 'person'
      ? await visit.act('member:grant', (tx, doing) => handOverPerson(tx, doing, { from, to, reason }))
      : await visit.act('department:write', (tx, doing) =>
          handOverDepartment(tx, doing, { from, to, reason, people: has('people') }),
        )
  if (!result.ok)
    return data({ moved: undefined, why: result.why, detail: result.detail }, statusOf(result.why))
  return { moved: result.value.moved, why: undefined, detail: undefined }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.handOver.title} | ${w.app.name}` }]
}

/** 引き継ぎ: what would move is shown first, then it moves in one step with a reason. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const { departments, people, department, person, held, owned, mayMovePeople } = loaderData
  const words = useWords()
  const w = words.handOver
  const { of } = useHere()
  const nameOf = (id: string | undefined) => departments.find((each) => each.id === id)?.name ?? ''
  return (
    <>
      <Head
        title={w.title}
        lead={w.lead}
        crumbs={[{ to: of('/departments'), name: words.departmentsPage.title }]}
      />
      <Told
        done={actionData?.moved !== undefined && w.done(actionData.moved)}
        refused={actionData?.why && words.refusal(actionData.why, actionData.detail)}
      />
      <section className="card mb-6" aria-labelledby="of-department">
        <h2 id="of-department">{w.ofDepartment}</h2>
        <form method="get" className="flex gap-3 items-end flex-wrap mt-3">
          <DepartmentSelect
            id="department"
            label={w.from}
            chosen={department}
            departments={departments.map(({ to: _, ...each }) => each)}
          />
          <button className="button" type="submit">
            {w.check}
          </button>
        </form>
        {owned && (
          <>
            <Moves lists={owned} />
            <Form method="post" className="grid gap-4 mt-4 max-w-xl">
              <input type="hidden" name="from" value={department} />
              <DepartmentSelect
                id="to"
                name="to"
                label={w.to}
                departments={departments.filter(({ id }) => id !== department)}
              />
              <Field id="reason" label={w.reason} must={words.app.required} />
              {mayMovePeople && (
                <label className="flex gap-2">
                  <input type="checkbox" name="people" /> {w.people}
                </label>
              )}
              <p>
                <button className="button primary" type="submit" name="do" value="department">
                  {w.submit}
                </button>
              </p>
            </Form>
          </>
        )}
      </section>
      {mayMovePeople && (
        <section className="card mb-6" aria-labelledby="of-person">
          <h2 id="of-person">{w.ofPerson}</h2>
          <form method="get" className="flex gap-3 items-end flex-wrap mt-3">
            <PersonSelect id="person" label={w.from} people={people} chosen={person} />
            <button className="button" type="submit">
              {w.check}
            </button>
          </form>
          {person && (
            <>
              <Moves
                lists={{
                  memberships: held.map(
                    ({ role, department: at }) => `${words.people.roles[role]} ${nameOf(at)}`,
                  ),
                }}
              />
              <Form method="post" className="grid gap-4 mt-4 max-w-xl">
                <input type="hidden" name="from" value={person} />
                <PersonSelect
                  id="to-person"
                  name="to"
                  label={w.toPerson}
                  people={people.filter(({ user }) => user !== person)}
                />
                <Field id="person-reason" name="reason" label={w.reason} must={words.app.required} />
                <p>
                  <button className="button primary" type="submit" name="do" value="person">
                    {w.submit}
                  </button>
                </p>
              </Form>
            </>
          )}
        </section>
      )}
    </>
  )
}

type Lists = Partial<
  Readonly<Record<'indicators' | 'nodes' | 'projects' | 'reports' | 'memberships', readonly string[]>>
>

/** 移るもの: how many of each, and their names when unfolded. */
function Moves({ lists }: { readonly lists: Lists }) {
  const w = useWords().handOver
  const entries = (Object.entries(lists) as [keyof Lists, readonly string[]][]).filter(
    ([, names]) => names.length > 0,
  )
  if (entries.length === 0) return <p className="mute mt-3">{w.nothing}</p>
  return (
    <div className="mt-3">
      <h3>{w.moves}</h3>
      {entries.map(([kind, names]) => (
        <details key={kind}>
          <summary>{w[kind](names.length)}</summary>
          <ul className="small list-disc pl-6">
            {names.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes
              <li key={at}>{name}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}
