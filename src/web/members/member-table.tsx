import { Form } from 'react-router'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import type { MembersView } from '#usecases/view-members.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { DepartmentSelect, RoleSelect } from './selects.tsx'

type Shown = MembersView['members'][number]
type Filter = { readonly role?: string; readonly department?: string; readonly state?: string }
type Props = {
  readonly members: readonly Shown[]
  readonly departments: readonly Department[]
  readonly filter: Filter
  readonly present: boolean
}

/** 所属の一覧: one row a membership, so that who serves in two roles has two. */
export function MemberTable({ members, departments, filter, present }: Props) {
  const words = useWords()
  const w = words.people
  const { lang } = useHere()
  const byId = new Map(departments.map((each) => [each.id, each]))
  const called = (id: string | undefined) => {
    const department = id === undefined ? undefined : byId.get(id)
    return department ? nameIn(lang, department) : (id ?? '—')
  }
  return (
    <section className="card mb-6" aria-labelledby="members">
      <h2 id="members" className="sr">
        {w.title}
      </h2>
      <Filters filter={filter} departments={departments} />
      {members.length === 0 && <p className="mute">{w.none}</p>}
      {members.length > 0 && (
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.role}</th>
              <th scope="col">{w.department}</th>
              <th scope="col">{w.state}</th>
              {present && <th scope="col">{w.change}</th>}
            </tr>
          </thead>
          <tbody>
            {members.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {each.name} <span className="faint small">{each.email}</span>
                </th>
                <td data-label={w.role}>{w.roles[each.role]}</td>
                <td data-label={w.department}>{called(each.department)}</td>
                <td data-label={w.state}>
                  <span className="tag">{w.states[each.state]}</span>{' '}
                  <span className="small mute">
                    {w.since(words.moment(each.grantedAt), each.grantedBy)}{' '}
                    {each.endedAt && w.until(words.moment(each.endedAt))}
                  </span>
                </td>
                {present && (
                  <td data-label={w.change}>
                    {each.state !== 'ended' && <MemberForms member={each} departments={departments} />}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Filters({ filter, departments }: Pick<Props, 'filter' | 'departments'>) {
  const w = useWords().people
  return (
    <form method="get" className="flex gap-3 items-end flex-wrap mb-4 no-print">
      <RoleSelect id="filter-role" label={w.role} chosen={filter.role} none={w.all} />
      <DepartmentSelect
        id="filter-department"
        label={w.department}
        chosen={filter.department}
        departments={departments}
        none={w.all}
      />
      <div className="field">
        <label htmlFor="filter-state">{w.state}</label>
        <select className="input" id="filter-state" name="state" defaultValue={filter.state}>
          <option value="">
            {w.states.active}・{w.states.invited}
          </option>
          {(['active', 'invited', 'ended'] as const).map((state) => (
            <option key={state} value={state}>
              {w.states[state]}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {w.filter}
      </button>
    </form>
  )
}

/** Changing, ending and letting in, folded away until asked for. */
function MemberForms({
  member: { id, user, name, role, department, state, elsewhere },
  departments,
}: {
  readonly member: Shown
  readonly departments: readonly Department[]
}) {
  const words = useWords()
  const w = words.people
  return (
    <details>
      <summary aria-label={w.actions(name)}>{w.change}</summary>
      <Form method="post" className="grid gap-3 mt-2">
        <input type="hidden" name="id" value={id} />
        <RoleSelect id={`role-${id}`} label={w.role} chosen={role} />
        <DepartmentSelect
          id={`department-${id}`}
          label={w.department}
          chosen={department}
          departments={departments}
          none={w.noDepartment}
        />
        <div className="field">
          <label htmlFor={`reason-${id}`}>{words.app.reason}</label>
          <input className="input" id={`reason-${id}`} name="reason" />
        </div>
        <p className="small mute">{w.changeHelp}</p>
        <p className="flex gap-3 flex-wrap">
          <button className="button" type="submit" name="do" value="change">
            {w.change}
          </button>
          <button className="button" type="submit" name="do" value="end">
            {w.end}
          </button>
        </p>
      </Form>
      <Form method="post" className="flex gap-3 flex-wrap mt-3">
        <input type="hidden" name="user" value={user} />
        <input type="hidden" name="name" value={name} />
        {state === 'invited' && (
          <button className="button small" type="submit" name="do" value="again">
            {w.again}
          </button>
        )}
        {!elsewhere && (
          <button className="button small" type="submit" name="do" value="key">
            {w.key}
          </button>
        )}
      </Form>
    </details>
  )
}
