import { data, Link } from 'react-router'
import { viewMembers } from '#usecases/view-members.ts'
import { LINK_DAYS, makeEntryLink } from '../auth/entry-link.ts'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import { actOnMembers } from '../members/act.ts'
import { InviteOne } from '../members/invite-one.tsx'
import { Letters } from '../members/letters.tsx'
import { MemberTable } from '../members/member-table.tsx'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/members'

const STATES = ['invited', 'active', 'ended'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const view = await visit.read((tx) => viewMembers(tx, visit.actor))
  if (!view.ok) throw data({ why: view.why }, 403)
  const { members, departments, letters } = view.value
  const asked = new URL(request.url).searchParams
  const [role = '', department = '', state = ''] = ['role', 'department', 'state'].map(
    (key) => asked.get(key) ?? '',
  )
  const shown = members.filter(
    (each) =>
      (!role || each.role === role) &&
      (!department || (each.department ?? 'none') === department) &&
      (state ? each.state === state : each.state !== 'ended'),
  )
  const people = (of: (typeof STATES)[number]) =>
    new Set(members.filter((each) => each.state === of).map(({ user }) => user)).size
  return {
    ...{ members: shown, departments, letters, filter: { role, department, state } },
    ...{ active: people('active'), invited: people('invited') },
    mail: context.get(servingContext).mail,
    present: visit.asOf === undefined,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const wanted = form.told('do')
  const result = await actOnMembers(visit, form, langOf(new URL(request.url)))
  if (!result.ok)
    return data(
      { ok: false as const, do: wanted, why: result.why, detail: result.detail },
      statusOf(result.why),
    )
  if (wanted !== 'key') return { ok: true as const, do: wanted, key: undefined }
  const { auth, now } = context.get(servingContext)
  const kind = result.value === 'reset' ? 'reset' : 'invitation'
  const link = await makeEntryLink(auth, form.told('user'), kind, now())
  return { ok: true as const, do: wanted, key: { link, name: form.told('name'), days: LINK_DAYS[kind] } }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.people.title} | ${w.app.name}` }]
}

/** 人と所属: who serves, in which role and department; who is invited; who served. */
export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const { members, departments, letters, active, invited, mail, filter, present } = loaderData
  const words = useWords()
  const w = words.people
  const { of } = useHere()
  const done = actionData?.ok ? actionData : undefined
  const said: Readonly<Record<string, string>> = {
    invite: w.invited(1),
    change: w.changed,
    end: w.ended,
    again: w.againDone,
  }
  return (
    <>
      <Head title={w.title} lead={w.lead(active, invited)}>
        <Link className="button" to={of('/members/invite')}>
          {w.inviteMany}
        </Link>
        <Link className="button" to={of('/departments')}>
          {words.departmentsPage.title}
        </Link>
        <Link className="button" to={of('/members/hand-over')}>
          {words.handOver.title}
        </Link>
        <Link className="button" to={of('/tokens')}>
          {words.tokens.title}
        </Link>
      </Head>
      <Told
        done={done && !done.key && said[done.do]}
        refused={actionData?.ok === false ? words.refusal(actionData.why, actionData.detail) : undefined}
      />
      {done?.key && (
        <div className="notice warning mb-6" role="status">
          <p>{w.keyShown(done.key.name, done.key.days)}</p>
          <p className="field mt-2">
            <label htmlFor="key-link">{w.keyLink}</label>
            <input className="input" id="key-link" readOnly value={done.key.link} />
          </p>
        </div>
      )}
      {!mail && <p className="notice mb-6">{w.noMail}</p>}
      <MemberTable members={members} departments={departments} filter={filter} present={present} />
      {present && <InviteOne departments={departments} />}
      {letters.length > 0 && <Letters letters={letters} />}
    </>
  )
}
