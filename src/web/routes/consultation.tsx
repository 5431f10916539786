import { randomUUID } from 'node:crypto'
import { data, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { type CommentGroup, notGrouped } from '#domain/cycle/consultation.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { commentPeople, listComments, listGroups } from '#store/consultations.ts'
import { listDepartments } from '#store/departments.ts'
import { findPlan } from '#store/plans.ts'
import { findConsultation, publishedTable, stateOn } from '#usecases/consult.ts'
import { dayInJapan } from '#usecases/today.ts'
import { CONSULT_DEEDS, groupIn, handle } from '../consult/act.ts'
import { GroupForm } from '../consult/group-form.tsx'
import { Steps } from '../consult/steps.tsx'
import { TakeForms } from '../consult/take-form.tsx'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/consultation'

const EMPTY: CommentGroup = {
  ...{ heading: '', summary: '', comments: [], answer: '', outcome: '', change: '', department: '' },
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  return visit.read(async (tx) => {
    const record = await findConsultation(tx, params.consultation)
    if (!record) throw data({ why: 'no-such-consultation', value: params.consultation }, 404)
    const [comments, groups] = [await listComments(tx, record.id), await listGroups(tx, record.id)]
    const plan = await findPlan({ ...tx, asOf: record.openedAt }, record.plan, record.edition)
    const handles = can(visit.actor, 'comment:handle')
    const people = handles ? await commentPeople(tx, record.id) : new Map()
    const published = publishedTable(record)
    const open = visit.asOf === undefined && visit.user !== undefined
    return {
      ...{ record, comments, groups, state: stateOn(record, visit.now), handles: handles && open },
      loose: notGrouped(comments, groups).map(({ id }) => id),
      people: Object.fromEntries(people),
      plan: plan && { title: plan.title, titles: plan.titles, edition: plan.edition.label },
      departments: await listDepartments(tx),
      answers: open
        ? groups
            .filter(({ fields }) => can(visit.actor, 'comment:answer', fields.department || undefined))
            .map(({ key }) => key)
        : [],
      ...(published ? { published: { at: published.at, number: published.number } } : {}),
      ...{ token: randomUUID(), today: dayInJapan(visit.now) },
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const deed = CONSULT_DEEDS.find((each) => each === form.told('deed'))
  if (!deed) throw data({ why: 'bad-form' }, 400)
  const result = await handle(visitOf(context), params.consultation, deed, form)
  if (result.ok) return { ok: true as const, deed }
  const keys = [
    'until',
    'reason',
    'channel',
    'receivedOn',
    'about',
    'text',
    'name',
    'contact',
    'table',
    'key',
  ]
  const told = Object.fromEntries(keys.map((key) => [key, form.told(key)]))
  return data(
    { ok: false as const, deed, told, group: groupIn(form), why: result.why, detail: result.detail },
    statusOf(result.why),
  )
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${loaderData?.record.title ?? ''} ${w.consult.title} | ${w.app.name}` }]
}

/** 一つの意見募集: what came in, how it is grouped and answered, and what can be done with it. */
export default function ConsultationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { record, comments, state, handles, people, plan, published, token, today } = loaderData
  const words = useWords()
  const w = words.consult
  const { of, lang, code, site } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const said = problem && words.refusal(problem.why, problem.detail)
  // A group is refused at its form, where there is one for who is looking.
  const atItsForm =
    problem?.deed === 'group' && (handles || loaderData.answers.includes(problem.told.key ?? ''))
  return (
    <>
      <Head
        crumbs={[{ to: of('/comments'), name: w.title }]}
        title={record.title}
        lead={`${w.states[state]}　${w.days(record.from, record.until)}　${plan ? `${nameIn(lang, plan)} ${plan.edition}` : ''}`}
      >
        <a className="button" href={site(`/p/${code}/comments/${record.id}`)}>
          {w.publicPage}
        </a>
      </Head>
      <Told
        done={actionData?.ok ? w.handled[actionData.deed] : undefined}
        refused={problem && !atItsForm ? said : undefined}
      />
      {published && (
        <p className="mb-4">
          {words.moment(published.at)} {words.planYear.publication(published.number)}
        </p>
      )}
      <div className="two">
        <div>
          <Groups {...loaderData} problem={problem?.deed === 'group' ? { ...problem, said } : undefined} />
        </div>
        <div>
          {handles && <Steps state={state} people={Object.keys(people).length} problem={problem} />}
          {handles && state !== 'published' && state !== 'withdrawn' && (
            <TakeForms
              {...{ token, today, taken: comments.length }}
              told={problem?.told}
              opened={problem?.deed === 'take' || problem?.deed === 'takeMany' ? problem.deed : undefined}
            />
          )}
          <Received {...loaderData} />
        </div>
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']
type GroupProblem = {
  readonly told: Readonly<Record<string, string>>
  readonly group: CommentGroup
  readonly said: string | undefined
}

function Groups({
  record,
  groups,
  comments,
  loose,
  departments,
  handles,
  answers,
  token,
  problem,
}: Loaded & { readonly problem: GroupProblem | undefined }) {
  const words = useWords()
  const w = words.consult
  const { here, location, lang } = useHere()
  const opened = problem?.told.key ?? new URLSearchParams(location.search).get('group')
  const isNew = opened !== null && opened !== '' && !groups.some(({ key }) => key === opened)
  const form = (key: string, seen: string, fields: CommentGroup) => (
    <GroupForm
      key={`${key} ${seen}`}
      at={key}
      keep={`${record.id}.${seen === '' ? 'new' : key}`}
      fields={problem?.group ?? fields}
      problem={problem?.said}
      loose={new Set(loose)}
      whole={handles}
      {...{ seen, comments }}
      departments={departments.filter((each) => each.to === undefined || each.id === fields.department)}
    />
  )
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{w.groups}</h2>
      <p className="small mute mt-1 mb-4">
        {groups.length === 0 && `${w.noGroups} `}
        {comments.length > 0 && (loose.length > 0 ? w.loose(loose.length) : w.allGrouped)}
      </p>
      {groups.map(({ key, id, fields, at, by }) => (
        <section className="card mb-4" key={key} id={key} aria-label={fields.heading}>
          {opened === key && (handles || answers.includes(key)) ? (
            form(key, id, fields)
          ) : (
            <>
              <header>
                <h3>{fields.heading}</h3>
                <span className="mute small">{w.count(fields.comments.length)}</span>
                {(handles || answers.includes(key)) && (
                  <Link className="more" to={here({ group: key })} preventScrollReset>
                    {w.edit}
                    <span className="sr">{fields.heading}</span>
                  </Link>
                )}
              </header>
              <p className="whitespace-pre-line wrap-anywhere">{fields.summary}</p>
              {fields.answer === '' ? (
                <p className="problem mt-2">{w.notAnswered}</p>
              ) : (
                <p className="whitespace-pre-line wrap-anywhere mt-2">
                  {fields.outcome && <span className="tag">{w.outcomes[fields.outcome]}</span>}{' '}
                  {fields.answer}
                  {fields.change && <span className="block">{w.change1(fields.change)}</span>}
                </p>
              )}
              <p className="small faint mt-2">
                {departments
                  .filter((each) => each.id === fields.department)
                  .map((each) => `${nameIn(lang, each)}　`)}
                {w.by(words.moment(at), by)}
              </p>
            </>
          )}
        </section>
      ))}
      {handles && isNew && (
        <section className="card mb-4">
          <h3>{w.newGroup}</h3>
          {form(opened, '', EMPTY)}
        </section>
      )}
      {handles && !isNew && (
        <p className="no-print">
          <Link className="button" to={here({ group: token })} preventScrollReset>
            {w.newGroup}
          </Link>
        </p>
      )}
    </section>
  )
}

function Received({ comments, people, loose }: Loaded) {
  const words = useWords()
  const w = words.consult
  const left = new Set(loose)
  return (
    <section className="card" aria-labelledby="received">
      <h2 id="received">
        {w.comments} <span className="small mute">{w.received(comments.length)}</span>
      </h2>
      {comments.length === 0 && <p className="small mute mt-2">{w.noComments}</p>}
      <ol className="grid gap-4 mt-3">
        {comments.map(({ id, text, about, channel, receivedOn }, at) => (
          <li key={id}>
            <p className="small mute">
              {w.number(at + 1)} {receivedOn} {w.channels[channel]} {about}
              {left.has(id) && ' ◌'}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
            {people[id] && (
              <p className="small faint">
                {people[id].name} {people[id].contact}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
