import { Form, Link } from 'react-router'
import { CYCLE_STAGES, type StageDates } from '#domain/cycle/calendar.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import type { ReportRow } from '#usecases/view-reports.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

type Row = Pick<ReportRow, 'department' | 'state'>

/** 課ごとの状況: how many are asked, how many are left, and whether the day has passed. */
export function Overview({
  rows,
  departments,
  overdue,
}: {
  readonly rows: readonly Row[]
  readonly departments: readonly Department[]
  readonly overdue: boolean
}) {
  const w = useWords().reports
  const { here, lang } = useHere()
  const byDepartment = Map.groupBy(rows, ({ department }) => department ?? '')
  const ordered = [
    ...departments.filter(({ id }) => byDepartment.has(id)),
    ...(byDepartment.has('') ? [undefined] : []),
  ]
  return (
    <section className="card mb-6" aria-labelledby="by-department">
      <h2 id="by-department" className="mb-2">
        {w.byDepartment}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.department}</th>
            <th scope="col" className="num">
              {w.asked}
            </th>
            {(['entered', 'submitted', 'returned', 'approved'] as const).map((state) => (
              <th key={state} scope="col" className="num">
                {w.states[state]}
              </th>
            ))}
            <th scope="col" className="num">
              {w.waiting}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((department) => {
            const own = byDepartment.get(department?.id ?? '') ?? []
            const left = own.filter(({ state }) => state !== 'approved' && state !== 'submitted').length
            const count = (state: Row['state']) => own.filter((row) => row.state === state).length
            return (
              <tr key={department?.id ?? 'nobody'}>
                <th scope="row">
                  <Link to={here({ department: department?.id ?? 'none' })}>
                    {department ? nameIn(lang, department) : w.nobody}
                  </Link>
                </th>
                <td className="num" data-label={w.asked}>
                  {own.length}
                </td>
                {(['entered', 'submitted', 'returned', 'approved'] as const).map((state) => (
                  <td key={state} className="num" data-label={w.states[state]}>
                    {count(state)}
                  </td>
                ))}
                <td className="num" data-label={w.waiting}>
                  {left}
                  {overdue && left > 0 && <span className="slot problem">{w.overdue}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** 収集を始める: the stages with their days; a change later wants a reason. */
export function RoundForm({
  dates,
  opened,
  problem,
}: {
  readonly dates: readonly StageDates[]
  readonly opened: boolean
  readonly problem:
    | { readonly why: string; readonly detail?: Readonly<Record<string, string | number>> | undefined }
    | undefined
}) {
  const words = useWords()
  const w = words.reports
  return (
    <details className="card mb-6 no-print" open={!opened || problem !== undefined}>
      <summary>{opened ? w.change : w.open}</summary>
      <Form method="post" className="grid gap-3 mt-3">
        <DateFields dates={dates} />
        {opened && (
          <label className="field">
            <span className="label">{w.changeReason}</span>
            <input className="input dense w-full" name="reason" required />
          </label>
        )}
        {problem && (
          <p className="problem" role="alert">
            {words.refusal(problem.why, problem.detail)}
          </p>
        )}
        <p>
          <button className="button primary" type="submit" name="do" value="open">
            {opened ? w.change : w.open}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** 日程の欄: first and last day of each stage; a stage that is left empty has no dates. */
export function DateFields({ dates }: { readonly dates: readonly StageDates[] }) {
  const w = useWords().reports
  const of = (stage: string) => dates.find((each) => each.stage === stage)
  return (
    <>
      <p className="small mute">{w.monthDay}</p>
      <table className="sheet">
        <thead>
          <tr>
            <td />
            <th scope="col">{w.from}</th>
            <th scope="col">{w.until}</th>
          </tr>
        </thead>
        <tbody>
          {CYCLE_STAGES.map((stage) => (
            <tr key={stage}>
              <th scope="row">{w.stages[stage]}</th>
              {(['from', 'to'] as const).map((end) => (
                <td key={end}>
                  <input
                    className="input dense w-20"
                    name={`${stage}-${end}`}
                    aria-label={`${w.stages[stage]} ${end === 'from' ? w.from : w.until}`}
                    defaultValue={of(stage)?.[end] ?? ''}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
