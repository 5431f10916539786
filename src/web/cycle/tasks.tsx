import { Link } from 'react-router'
import { daysBetween } from '#domain/cycle/calendar.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import type { NamedTask } from '#usecases/view-cycle.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

/** Where a task is done. */
export function useTaskLink(year: number) {
  const { of } = useHere()
  return ({ kind, subject, department, plan, indicator }: NamedTask): string => {
    const at = (query: Readonly<Record<string, string | undefined>>) =>
      of('/reports', { year: String(year), ...query })
    switch (kind) {
      case 'judgement-first':
      case 'judgement-second':
        return `${of(`/plans/${plan}/years/${year}/judge`, { open: subject })}#${subject}`
      case 'opinion-to-charge':
      case 'opinion-to-answer':
        return `${of('/reviews/answers')}#o${subject}`
      case 'follow-up-to-propose':
      case 'follow-up-to-decide':
      case 'follow-up-late':
        return of(`/follow-up/${plan}/${encodeURIComponent(subject)}`, { year: String(year) })
      case 'year-to-publish':
        return of(`/plans/${plan}/years/${year}`)
      case 'stage-to-begin':
      case 'stage-to-finish':
        return `${of('/cycle', { year: String(year) })}#stage-${subject}`
      case 'round-to-open':
        return at({})
      case 'owner-to-name':
        return `${at({ department: 'none' })}#${subject}`
      default:
        return `${at({ department })}#${indicator ?? 'questions'}`
    }
  }
}

/** What a task is about: an indicator, a stage, the beginning of a question. */
export function useTaskName() {
  const words = useWords()
  const { lang } = useHere()
  return ({ kind, subject, about, piece }: NamedTask): string => {
    if (kind === 'stage-to-finish' || kind === 'stage-to-begin')
      return words.reports.stages[subject as keyof typeof words.reports.stages] ?? subject
    return [about ? nameIn(lang, about) : '', piece ? `「${piece}」` : ''].filter(Boolean).join(' ')
  }
}

/** When a task is due, or by how much it is late. */
export function DueMark({ task, today }: { readonly task: NamedTask; readonly today: string }) {
  const w = useWords().cycle
  if (task.due === undefined) return <span className="small mute">{w.noDue}</span>
  return (
    <span className="whitespace-nowrap">
      {w.dueOn(task.due)}{' '}
      {task.overdue > 0 ? (
        <b className="small problem">{w.lateDays(task.overdue)}</b>
      ) : (
        <span className="small mute">{w.left(daysBetween(today, task.due))}</span>
      )}
    </span>
  )
}

/** あなたの番です: tasks of the person who looks, several of one kind and department as one line. */
export function OwnTasks({
  tasks,
  year,
  today,
  most = 8,
  toCycle = false,
}: {
  readonly tasks: readonly NamedTask[]
  readonly year: number
  readonly today: string
  readonly most?: number
  /** Whether the page of the whole year is a step away. */
  readonly toCycle?: boolean
}) {
  const w = useWords().cycle
  const link = useTaskLink(year)
  const name = useTaskName()
  const { of } = useHere()
  const groups = [...Map.groupBy(tasks, ({ kind, department }) => `${kind} ${department ?? ''}`).values()]
  return (
    <section className="card" aria-labelledby="your-turn">
      <header>
        <h2 id="your-turn">{w.yourTurn}</h2>
        <span className="mute small">{w.count(tasks.length)}</span>
        {toCycle && (
          <Link className="more" to={of('/cycle', { year: String(year) })}>
            {w.toCycle}
          </Link>
        )}
      </header>
      {tasks.length === 0 ? (
        <p className="small">{w.nothingYours}</p>
      ) : (
        <ul className="tasks">
          {groups.slice(0, most).map((group) => {
            const [first] = group
            return (
              first && (
                <li key={`${first.kind} ${first.department ?? ''}`}>
                  <span>
                    <Link to={link(first)}>{w.kinds[first.kind]}</Link>{' '}
                    {group.length > 1 && <span className="small mute">{w.count(group.length)}</span>}
                    <span className="small mute block">
                      {group.slice(0, 3).map(name).join('、')}
                      {group.length > 3 && ' …'}
                    </span>
                  </span>
                  <DueMark task={first} today={today} />
                </li>
              )
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** 持っている人. */
export function Holders({ task }: { readonly task: NamedTask }) {
  const w = useWords().cycle
  if (task.holders.length === 0) return <span className="problem">{w.nobody}</span>
  return task.holders.map(({ user, name, deputyFor }) => (
    <span key={user} className="block">
      {name}
      {deputyFor && <span className="small mute">（{w.deputyOf(deputyFor)}）</span>}
    </span>
  ))
}

/** しごとの一覧, latest first. */
export function TaskTable({
  tasks,
  departments,
  year,
  today,
  named,
}: {
  readonly tasks: readonly NamedTask[]
  readonly departments: readonly Department[]
  readonly year: number
  readonly today: string
  /** Whether names of staff may be seen. */
  readonly named: boolean
}) {
  const words = useWords()
  const w = words.cycle
  const { lang } = useHere()
  const link = useTaskLink(year)
  const name = useTaskName()
  return (
    <table className="sheet stack">
      <thead>
        <tr>
          <th scope="col">{w.task}</th>
          <th scope="col">{w.subject}</th>
          <th scope="col">{words.reports.department}</th>
          {named && <th scope="col">{w.holder}</th>}
          <th scope="col">{w.due}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => {
          const department = departments.find(({ id }) => id === task.department)
          return (
            <tr key={`${task.kind} ${task.subject}`}>
              <th scope="row">
                <Link to={link(task)}>{w.kinds[task.kind]}</Link>
              </th>
              <td data-label={w.subject}>{name(task)}</td>
              <td data-label={words.reports.department}>
                {department ? nameIn(lang, department) : w.planning}
              </td>
              {named && (
                <td data-label={w.holder}>
                  <Holders task={task} />
                </td>
              )}
              <td data-label={w.due}>
                <DueMark task={task} today={today} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
