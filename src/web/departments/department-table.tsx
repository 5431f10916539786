import { Form } from 'react-router'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

type Props = { readonly departments: readonly Department[]; readonly may: boolean }

export function DepartmentTable({ departments, may }: Props) {
  const words = useWords()
  const w = words.departmentsPage
  const { lang } = useHere()
  const called = ({ name, names }: Pick<Department, 'name' | 'names'>) =>
    nameIn(lang, { name, ...(names ? { names } : {}) })
  const byId = new Map(departments.map((each) => [each.id, each]))
  const sorted = [...departments].sort((a, b) => Number(a.to !== undefined) - Number(b.to !== undefined))
  if (departments.length === 0) return <p className="mute mb-6">{w.none}</p>
  return (
    <section className="card mb-6" aria-labelledby="departments">
      <h2 id="departments" className="mb-2">
        {w.list}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.id}</th>
            <th scope="col">{w.period}</th>
            {may && <th scope="col">{words.people.change}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {called(each)}
                {each.former && (
                  <span className="small mute block">{w.former(each.former.map(called).join('、'))}</span>
                )}
              </th>
              <td data-label={w.id}>
                <code>{each.id}</code>
              </td>
              <td data-label={w.period}>
                {each.from !== undefined && w.since(words.year(each.from))}{' '}
                {each.to !== undefined && w.until(words.year(each.to))}{' '}
                {each.successors && (
                  <span className="small mute block">
                    {w.successors(
                      each.successors
                        .flatMap((id) => byId.get(id) ?? [])
                        .map(called)
                        .join('、'),
                    )}
                  </span>
                )}
                {each.from === undefined && each.to === undefined && '—'}
              </td>
              {may && (
                <td data-label={words.people.change}>
                  {each.to === undefined && <DepartmentForms department={each} departments={departments} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Renaming and ending, folded away until asked for. */
function DepartmentForms({
  department: { id, name, names },
  departments,
}: {
  readonly department: Department
  readonly departments: readonly Department[]
}) {
  const words = useWords()
  const w = words.departmentsPage
  return (
    <details>
      <summary aria-label={w.actions(name)}>{words.people.change}</summary>
      <Form method="post" className="grid gap-3 mt-2">
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor={`name-${id}`}>{w.name}</label>
          <input className="input" id={`name-${id}`} name="name" required defaultValue={name} />
        </div>
        <div className="field">
          <label htmlFor={`name-en-${id}`}>{w.nameEn}</label>
          <input className="input" id={`name-en-${id}`} name="nameEn" defaultValue={names?.en} />
        </div>
        <p className="small mute">{w.renameHelp}</p>
        <p>
          <button className="button" type="submit" name="do" value="rename">
            {w.rename}
          </button>
        </p>
      </Form>
      <Form method="post" className="grid gap-3 mt-4">
        <input type="hidden" name="id" value={id} />
        <fieldset>
          <legend className="small">{w.endOf}</legend>
          {departments
            .filter((each) => each.id !== id && each.to === undefined)
            .map((each) => (
              <label key={each.id} className="small flex gap-2">
                <input type="checkbox" name="successor" value={each.id} />
                {each.name}
              </label>
            ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`end-reason-${id}`}>{words.app.reason}</label>
          <input className="input" id={`end-reason-${id}`} name="reason" />
        </div>
        <p className="small mute">{w.endHelp}</p>
        <p>
          <button className="button" type="submit" name="do" value="end">
            {w.end}
          </button>
        </p>
      </Form>
    </details>
  )
}
