import { Form } from 'react-router'
import { nameIn } from '#domain/shared/lang.ts'
import type { DeputiesView } from '#usecases/view-deputies.ts'
import { useHere } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** What was sent and refused. */
export type AskedDelegation = {
  readonly hat: string
  readonly deputy: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** 代理: who stands in for whom, and the form that names one. */
export function Deputies({
  view: { delegations, lendable, people, departments, today },
  sent,
}: {
  readonly view: DeputiesView
  readonly sent: AskedDelegation | undefined
}) {
  const words = useWords()
  const w = words.cycle.people
  const { lang } = useHere()
  const department = (id: string) => {
    const found = departments.find((each) => each.id === id)
    return found ? nameIn(lang, found) : id
  }
  return (
    <section className="card" aria-labelledby="deputies">
      <h2 id="deputies" className="mb-2">
        {w.deputies}
      </h2>
      {delegations.length === 0 && <p className="small">{w.none}</p>}
      <ul className="tasks">
        {delegations.map((each) => (
          <li key={each.id}>
            <span>
              <b>{each.deputyName}</b> ← {each.giverName}（{department(each.department)}{' '}
              {words.people.roles[each.role]}）
              <span className="small mute block">
                {each.from} 〜 {each.to} {each.reason}
              </span>
            </span>
            <span className="flex gap-2 items-center">
              <span className="tag">{w.states[each.state]}</span>
              {each.mayEnd && each.state !== 'over' && (
                <Form method="post" preventScrollReset className="no-print">
                  <input type="hidden" name="id" value={each.id} />
                  <button className="button small" type="submit" name="do" value="end">
                    {w.end}
                  </button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
      {lendable.length > 0 && (
        <Form key={delegations.length} method="post" preventScrollReset className="grid gap-3 apart no-print">
          <p className="small mute">{w.onlyOwn}</p>
          <div className="field">
            <label htmlFor="hat">{w.giver}</label>
            <select className="input dense max-w-full" id="hat" name="hat" defaultValue={sent?.hat} required>
              {lendable.map(({ user, name, role, department: of }) => (
                <option key={`${user} ${role} ${of}`} value={`${user} ${role} ${of}`}>
                  {name}（{department(of)} {words.people.roles[role]}）
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="deputy">{w.deputy}</label>
            <select
              className="input dense max-w-full"
              id="deputy"
              name="deputy"
              defaultValue={sent?.deputy}
              required
            >
              {people.map(({ user, name, departments: own }) => (
                <option key={user} value={user}>
                  {name}
                  {own.length > 0 && `（${[...new Set(own)].map(department).join('、')}）`}
                </option>
              ))}
            </select>
          </div>
          <div className="flex gap-3 flex-wrap">
            <Field id="from" type="date" label={w.from} defaultValue={sent?.from ?? today} required />
            <Field id="to" type="date" label={w.to} defaultValue={sent?.to} required />
          </div>
          <Field id="reason" label={w.reason} defaultValue={sent?.reason} required />
          <p>
            <button className="button primary" type="submit" name="do" value="delegate">
              {w.add}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}

/** 担当者: one person in the department for each indicator. */
export function Assignments({
  view: { opened, indicators, people, departments },
}: {
  readonly view: DeputiesView
}) {
  const w = useWords().cycle.people
  const { lang } = useHere()
  const byDepartment = Map.groupBy(indicators, ({ department }) => department)
  return (
    <section className="card" aria-labelledby="assignments">
      <h2 id="assignments" className="mb-2">
        {w.assignments}
      </h2>
      {!opened && <p className="small">{w.notOpened}</p>}
      {opened && indicators.length === 0 && <p className="small">{w.nothing}</p>}
      {opened && indicators.length > 0 && (
        <Form method="post" preventScrollReset className="grid gap-3">
          {departments
            .filter(({ id }) => byDepartment.has(id))
            .map((department) => (
              <table className="sheet stack" key={department.id}>
                <caption>{nameIn(lang, department)}</caption>
                <thead>
                  <tr>
                    <th scope="col" className="w-3/5">
                      {w.indicator}
                    </th>
                    <th scope="col">{w.person}</th>
                  </tr>
                </thead>
                <tbody>
                  {byDepartment.get(department.id)?.map((each) => (
                    <tr key={each.id}>
                      <th scope="row">
                        <label htmlFor={`who-${each.id}`}>{nameIn(lang, each)}</label>
                      </th>
                      <td>
                        <select
                          className="input dense max-w-full"
                          id={`who-${each.id}`}
                          name={`who ${each.id}`}
                          defaultValue={each.named ?? ''}
                        >
                          <option value="">{w.anybody}</option>
                          {people
                            .filter(({ departments: own }) => own.includes(department.id))
                            .map(({ user, name }) => (
                              <option key={user} value={user}>
                                {name}
                              </option>
                            ))}
                        </select>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          <p>
            <button className="button primary" type="submit" name="do" value="assign">
              {w.saveAssignments}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
