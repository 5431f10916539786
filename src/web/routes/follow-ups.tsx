import { data, Form, Link, useNavigation } from 'react-router'
import { can } from '#domain/access/can.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { findChoices } from '#usecases/follow-up.ts'
import { settleChoices } from '#usecases/settle-choices.ts'
import { dayInJapan } from '#usecases/today.ts'
import { type FollowUpRow, plansToDecide, viewFollowUps } from '#usecases/view-follow-ups.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Mark } from '../ui/mark.tsx'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/follow-ups'

const FILTERS = ['all', 'open', 'running', 'late'] as const
type Filter = (typeof FILTERS)[number]

const passes = ({ now: { state }, late }: FollowUpRow, filter: Filter): boolean =>
  filter === 'all' ||
  (filter === 'late' && late) ||
  (filter === 'open' && (state === 'none' || state === 'proposed')) ||
  (filter === 'running' && (state === 'decided' || state === 'begun'))

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const asked = url.searchParams.get('plan')
  const filter = FILTERS.find((each) => each === url.searchParams.get('show')) ?? 'all'
  const department = url.searchParams.get('department') ?? ''
  return visit.read(async (tx) => {
    const plans = await plansToDecide(tx, visit.year)
    const plan = plans.find(({ id }) => id === asked) ?? plans[0]
    const viewed =
      plan && (await viewFollowUps(tx, { plan: plan.id, year: visit.year, today: dayInJapan(visit.now) }))
    const view = viewed?.ok ? viewed.value : undefined
    const rows = view?.rows ?? []
    return {
      ...{ year: visit.year, filter, department },
      plans: plans.map(({ id, title, titles }) => ({ id, title, titles })),
      plan: plan?.id,
      departments: (view?.departments ?? []).filter(({ id }) => rows.some(({ owner }) => owner === id)),
      all: rows.length,
      decided: rows.filter(({ now }) => now.decided).length,
      late: rows.filter((row) => row.late).length,
      rows: rows.filter((row) => passes(row, filter) && (department === '' || row.owner === department)),
      choices: await findChoices(tx),
      maySettle: can(visit.actor, 'cycle:move') && visit.asOf === undefined,
    }
  })
}

export async function action({ request, context }: Route.ActionArgs) {
  const { told } = await readForm(request)
  const settled = await visitOf(context).act('cycle:move', (tx, doing) =>
    settleChoices(tx, doing, told('choices').split('\n')),
  )
  return settled.ok
    ? { ok: true as const }
    : data({ ...settled, told: told('choices') }, statusOf(settled.why))
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.followUp.title} | ${w.app.name}` }]
}

/** 今後の方針: every program and project of a plan's year, what is proposed, decided and under way. */
export default function FollowUps({ loaderData, actionData }: Route.ComponentProps) {
  const { year, plans, plan, rows, all, decided, late, filter } = loaderData
  const words = useWords()
  const w = words.followUp
  const { here } = useHere()
  if (plan === undefined)
    return (
      <>
        <Head title={w.title} lead={w.noPlan(year)} />
        <p className="mute">{w.noPlanNext}</p>
      </>
    )
  const goals = [...new Map(rows.map(({ goal }) => [goal.id, goal])).values()]
  const refused = actionData?.ok === false ? words.refusal(actionData.why, actionData.detail) : undefined
  return (
    <>
      <Head title={w.title} lead={w.lead(decided, all, late)}>
        {(['docx', 'pdf', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            className="button small"
            href={here({}).replace('/follow-up', `/follow-up.${format}`)}
            download
          >
            {w.papers} {format}
          </a>
        ))}
      </Head>
      <Told done={actionData?.ok ? w.choicesSaved : undefined} refused={refused} />
      <Filters {...loaderData} plans={plans} />
      {rows.length === 0 && (
        <p role="status">
          {w.noneOfFilter} <Link to={here({ show: undefined, department: undefined })}>{w.clear}</Link>
        </p>
      )}
      {goals.map((goal) => (
        <table className="sheet stack mb-6" key={goal.id}>
          <caption>
            {goal.number} <Name of={goal} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{w.subject}</th>
              <th scope="col">{w.judged}</th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.proposal}</th>
              <th scope="col">{w.decision}</th>
              <th scope="col">{w.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.goal.id === goal.id)
              .map((row) => (
                <Row
                  key={`${row.kind} ${row.id}`}
                  row={row}
                  plan={plan}
                  departments={loaderData.departments}
                />
              ))}
          </tbody>
        </table>
      ))}
      {loaderData.maySettle && filter === 'all' && (
        <Choices {...loaderData} told={actionData?.ok === false ? actionData.told : undefined} />
      )}
    </>
  )
}

function Row({
  row: { kind, id, number, owner, judged, opinions, before, now, late, ...named },
  plan,
  departments,
}: {
  readonly row: FollowUpRow
  readonly plan: string
  readonly departments: Route.ComponentProps['loaderData']['departments']
}) {
  const words = useWords()
  const w = words.followUp
  const { of } = useHere()
  const department = departments.find((each) => each.id === owner)
  return (
    <tr>
      <th scope="row" className={kind === 'project' ? 'pl-6' : undefined}>
        {number}{' '}
        <Link to={of(`/follow-up/${plan}/${encodeURIComponent(id)}`)}>
          <Name of={named} />
        </Link>
        <span className="slot">{department ? <Name of={department} /> : w.noOwner}</span>
      </th>
      <td data-label={w.judged}>
        <span className="cells">
          {judged.map(({ commitment, judgement }) => (
            <Mark key={commitment.id} tone={judgement.tone} />
          ))}
        </span>
        {kind === 'program' && judged.length === 0 && <span className="faint">{w.judgedNone}</span>}
        {opinions.length > 0 && <span className="small mute block">{w.opinionCount(opinions.length)}</span>}
      </td>
      <td data-label={w.before}>
        {before?.decided ? (
          <Name of={before.decided.step.choice} />
        ) : (
          <span className="faint">{w.noBefore}</span>
        )}
      </td>
      <td data-label={w.proposal}>
        {now.proposed ? <Name of={now.proposed.step.choice} /> : <span className="faint">—</span>}
      </td>
      <td data-label={w.decision}>
        {now.decided ? (
          <b>
            <Name of={now.decided.step.choice} />
          </b>
        ) : (
          <span className="faint">{w.notDecided}</span>
        )}
        {now.approval && (
          <span className="small mute block">
            {w.approved(now.approval.step.number, now.approval.step.day)}
          </span>
        )}
      </td>
      <td data-label={w.state}>
        {w.states[now.state]}
        {now.decided?.step.due && now.state !== 'done' && (
          <span className={late ? 'problem block' : 'small mute block'}>
            {late ? w.late(now.decided.step.due) : w.until(now.decided.step.due)}
          </span>
        )}
      </td>
    </tr>
  )
}

function Filters({
  plans,
  plan,
  filter,
  department,
  departments,
}: Pick<Route.ComponentProps['loaderData'], 'plans' | 'plan' | 'filter' | 'department' | 'departments'>) {
  const w = useWords().followUp
  const { location, lang } = useHere()
  const kept = [...new URLSearchParams(location.search)].filter(
    ([key]) => !['plan', 'show', 'department'].includes(key),
  )
  return (
    <Form method="get" className="flex flex-wrap gap-3 items-end mb-5 no-print" key={location.search}>
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <div className="field">
        <label htmlFor="plan">{w.plan}</label>
        <select className="input dense" id="plan" name="plan" defaultValue={plan}>
          {plans.map((each) => (
            <option key={each.id} value={each.id}>
              {nameIn(lang, each)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="show">{w.state}</label>
        <select className="input dense" id="show" name="show" defaultValue={filter}>
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {w.filters[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="department">{w.owner}</label>
        <select className="input dense" id="department" name="department" defaultValue={department}>
          <option value="">{w.filters.all}</option>
          {departments.map((each) => (
            <option key={each.id} value={each.id}>
              {nameIn(lang, each)}
            </option>
          ))}
        </select>
      </div>
      <button className="button small" type="submit">
        {w.show}
      </button>
    </Form>
  )
}

function Choices({
  choices,
  told,
}: Pick<Route.ComponentProps['loaderData'], 'choices'> & { readonly told: string | undefined }) {
  const w = useWords().followUp
  const busy = useNavigation().state === 'submitting'
  return (
    <details className="no-print" open={told !== undefined}>
      <summary>{w.choicesTitle}</summary>
      <Form method="post" className="grid gap-3 max-w-md mt-3">
        <div className="field">
          <label htmlFor="choices">{w.choicesTitle}</label>
          <textarea
            className="input"
            id="choices"
            name="choices"
            rows={Math.max(6, choices.length + 1)}
            defaultValue={told ?? choices.map(({ name }) => name).join('\n')}
            aria-describedby="choices-help"
          />
          <p className="small mute" id="choices-help">
            {w.choicesHelp}
          </p>
        </div>
        <p>
          <button className="button" type="submit" disabled={busy}>
            {w.choicesSave}
          </button>
        </p>
      </Form>
    </details>
  )
}
