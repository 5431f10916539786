import { Link } from 'react-router'
import { TASK_KINDS, type TaskKind } from '#domain/cycle/task.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import type { CycleView, NamedTask } from '#usecases/view-cycle.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

const STATES = ['empty', 'entered', 'submitted', 'returned', 'approved'] as const

/** 課ごとの状況: how many reports stand where, and what is overdue; the latest first. */
export function DepartmentTable({
  reports,
  tasks,
  departments,
}: {
  readonly reports: CycleView['reports']
  readonly tasks: readonly NamedTask[]
  readonly departments: readonly Department[]
}) {
  const words = useWords()
  const w = words.cycle
  const { here, lang } = useHere()
  const byDepartment = Map.groupBy(reports, ({ department }) => department ?? 'none')
  const late = Map.groupBy(
    tasks.filter(({ overdue }) => overdue > 0),
    ({ department }) => department ?? 'none',
  )
  const rows = [...departments.map(({ id }) => id), 'none']
    .filter((id) => byDepartment.has(id))
    .map((id) => ({ id, own: byDepartment.get(id) ?? [], late: late.get(id) ?? [] }))
    .sort((a, b) => b.late.length - a.late.length)
  return (
    <section className="card mb-6" aria-labelledby="by-department">
      <h2 id="by-department" className="mb-2">
        {w.byDepartment}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{words.reports.department}</th>
            {STATES.map((state) => (
              <th scope="col" className="num" key={state}>
                {words.reports.states[state]}
              </th>
            ))}
            <th scope="col" className="num">
              {w.late}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, own, late: overdue }) => {
            const department = departments.find((each) => each.id === id)
            const worst = Math.max(0, ...overdue.map((task) => task.overdue))
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`${here({ department: id, kind: undefined, late: undefined })}#tasks`}>
                    {department ? nameIn(lang, department) : words.reports.nobody}
                  </Link>
                </th>
                {STATES.map((state) => (
                  <td className="num" key={state} data-label={words.reports.states[state]}>
                    {own.filter((each) => each.state === state).length}
                  </td>
                ))}
                <td className="num" data-label={w.late}>
                  {overdue.length}
                  {worst > 0 && <span className="slot problem">{w.lateDays(worst)}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** 絞り込み: by kind, department, and to what is overdue. */
export function TaskFilter({
  asked,
  departments,
  tasks,
}: {
  readonly asked: {
    readonly kind: TaskKind | undefined
    readonly department: string | undefined
    readonly late: boolean
  }
  readonly departments: readonly Department[]
  readonly tasks: readonly NamedTask[]
}) {
  const words = useWords()
  const w = words.cycle
  const { lang, here, location } = useHere()
  const kinds = (Object.keys(TASK_KINDS) as TaskKind[]).filter((kind) =>
    tasks.some((task) => task.kind === kind),
  )
  const kept = [...new URLSearchParams(location.search)].filter(
    ([key]) => !['kind', 'department', 'late'].includes(key),
  )
  const filtered = asked.kind !== undefined || asked.department !== undefined || asked.late
  return (
    <form method="get" className="flex gap-3 flex-wrap items-end mb-4 no-print" key={location.search}>
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <div className="field">
        <label htmlFor="task-kind">{w.kind}</label>
        <select className="input dense" id="task-kind" name="kind" defaultValue={asked.kind ?? ''}>
          <option value="">{w.everyKind}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {w.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="task-department">{words.reports.department}</label>
        <select
          className="input dense"
          id="task-department"
          name="department"
          defaultValue={asked.department ?? ''}
        >
          <option value="">{w.everyDepartment}</option>
          {departments.map((each) => (
            <option key={each.id} value={each.id}>
              {nameIn(lang, each)}
            </option>
          ))}
          <option value="none">{w.planning}</option>
        </select>
      </div>
      <label className="flex gap-2 items-center small">
        <input type="checkbox" name="late" defaultChecked={asked.late} />
        {w.onlyLate}
      </label>
      <button className="button small" type="submit">
        {w.apply}
      </button>
      {filtered && (
        <Link className="small" to={here({ kind: undefined, department: undefined, late: undefined })}>
          {w.clear}
        </Link>
      )}
    </form>
  )
}
