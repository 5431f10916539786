import { data, Link, redirect, useNavigation } from 'react-router'
import { can } from '#domain/access/can.ts'
import { LONGEST_COMMENT } from '#domain/cycle/consultation.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { listComments, listConsultations } from '#store/consultations.ts'
import { listEditions } from '#store/plans.ts'
import { openConsultation, stateOn } from '#usecases/consult.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { LongForm } from '../ui/long-form.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/comments'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  return visit.read(async (tx) => {
    const all = await listConsultations(tx)
    const editions = await listEditions(tx)
    const titles = new Map(editions.map(({ id, title, titles }) => [id, { title, titles }]))
    const list = []
    for (const record of all)
      list.push({
        ...{ id: record.id, title: record.title, from: record.from, until: record.until },
        ...{ plan: titles.get(record.plan), state: stateOn(record, visit.now) },
        received: (await listComments(tx, record.id)).length,
      })
    return {
      list,
      drafts: editions
        .filter(({ edition }) => edition.stage === 'draft' || edition.stage === 'proposed')
        .map(({ id, title, titles, edition }) => ({
          id,
          title,
          titles,
          edition: edition.id,
          label: edition.label,
        })),
      mayOpen: can(visit.actor, 'comment:handle') && visit.asOf === undefined,
    }
  })
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told } = await readForm(request)
  const [plan = '', edition = ''] = told('draft').split(' ')
  const fields = {
    ...{
      plan,
      edition,
      title: told('title'),
      from: told('from'),
      until: told('until'),
      about: told('about'),
    },
    asks: told('asks') === 'nothing' ? ('nothing' as const) : ('name' as const),
  }
  const opened = await visit.act('comment:handle', (tx, doing) => openConsultation(tx, doing, fields))
  if (opened.ok) throw redirect(`${prefixAt(request)}/g/${visit.government.code}/comments/${opened.value}`)
  return data({ ...opened, fields: { ...fields, draft: told('draft') } }, statusOf(opened.why))
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.consult.title} | ${w.app.name}` }]
}

/** 意見募集: those there were, and a form that lays a draft open. */
export default function Comments({
  loaderData: { list, drafts, mayOpen },
  actionData,
}: Route.ComponentProps) {
  const words = useWords()
  const w = words.consult
  const { of, lang } = useHere()
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <Told refused={actionData && words.refusal(actionData.why, actionData.detail)} />
      {list.length === 0 ? (
        <section className="card max-w-2xl">
          <h2>{w.none}</h2>
          <p className="mt-2">{drafts.length > 0 ? w.noneNext : w.noDraft}</p>
        </section>
      ) : (
        <table className="sheet stack mb-6">
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{words.followUp.plan}</th>
              <th scope="col">{w.from}</th>
              <th scope="col">{words.followUp.state}</th>
              <th scope="col" className="num">
                {w.comments}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, title, plan, from, until, state, received }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={of(`/comments/${id}`)}>{title}</Link>
                </th>
                <td data-label={words.followUp.plan}>{plan && nameIn(lang, plan)}</td>
                <td data-label={w.from}>{w.days(from, until)}</td>
                <td data-label={words.followUp.state}>{w.states[state]}</td>
                <td className="num" data-label={w.comments}>
                  {w.received(received)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayOpen && drafts.length > 0 && <Open drafts={drafts} told={actionData?.fields} />}
    </>
  )
}

function Open({
  drafts,
  told,
}: {
  readonly drafts: Route.ComponentProps['loaderData']['drafts']
  readonly told: NonNullable<Route.ComponentProps['actionData']>['fields'] | undefined
}) {
  const words = useWords()
  const w = words.consult
  const { lang } = useHere()
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="card max-w-2xl no-print" aria-labelledby="open">
      <h2 id="open">{w.start}</h2>
      <LongForm keep="consultation" className="grid gap-4 mt-3">
        <div className="field">
          <label htmlFor="draft">{w.edition}</label>
          <select className="input" id="draft" name="draft" defaultValue={told?.draft}>
            {drafts.map((each) => (
              <option key={`${each.id} ${each.edition}`} value={`${each.id} ${each.edition}`}>
                {nameIn(lang, each)} {each.label}
              </option>
            ))}
          </select>
        </div>
        <Field
          id="title"
          label={w.name}
          must={words.app.required}
          defaultValue={told?.title}
          maxLength={200}
        />
        <div className="flex gap-3 flex-wrap">
          <Field id="from" type="date" label={w.from} must={words.app.required} defaultValue={told?.from} />
          <Field
            id="until"
            type="date"
            label={w.until}
            must={words.app.required}
            defaultValue={told?.until}
          />
        </div>
        <div className="field">
          <label htmlFor="about">{w.about}</label>
          <textarea
            className="input"
            id="about"
            name="about"
            rows={4}
            maxLength={LONGEST_COMMENT}
            defaultValue={told?.about}
            aria-describedby="about-help"
          />
          <p className="small mute" id="about-help">
            {w.aboutHelp}
          </p>
        </div>
        <div className="field">
          <label htmlFor="asks">{w.asks}</label>
          <select className="input" id="asks" name="asks" defaultValue={told?.asks}>
            <option value="name">{w.asksWhat.name}</option>
            <option value="nothing">{w.asksWhat.nothing}</option>
          </select>
        </div>
        <p>
          <button className="button primary" type="submit" disabled={busy}>
            {w.start}
          </button>
        </p>
      </LongForm>
    </section>
  )
}
