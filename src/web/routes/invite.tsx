import { data, Form, redirect } from 'react-router'
import { can, ROLES } from '#domain/access/can.ts'
import { refuse } from '#domain/shared/outcome.ts'
import { checkInvited, invite } from '#usecases/invite.ts'
import { roleOf } from '#words/role-of.ts'
import { readForm } from '../form.ts'
import { type Asked, askedIn, asText } from '../members/asked.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/invite'

export function loader({ context }: Route.LoaderArgs) {
  if (!can(visitOf(context).actor, 'member:grant')) throw data({ why: 'not-allowed' }, 403)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const lang = langOf(new URL(request.url))
  if (!can(visit.actor, 'member:grant')) throw data({ why: 'not-allowed' }, 403)
  const { asked, unknown, why }: Asked = await askedIn(form)
  const typed = form.told('people')
  if (why) return data({ why, typed, preview: undefined }, 422)
  const result =
    form.told('do') === 'invite'
      ? await visit.act('member:grant', (tx, doing) => invite(tx, doing, { asked, roleOf, lang }))
      : refuse('only-checked')
  if (result.ok) throw redirect(`${prefixAt(request)}/g/${visit.government.code}/members?state=invited`)
  const { invitations, problems } = await visit.read((tx) => checkInvited(tx, visit.now, roleOf, asked))
  const preview = { asked, unknown, problems, ready: invitations.length, text: asText(asked) }
  return data(
    { why: result.why === 'only-checked' ? undefined : result.why, typed, preview },
    problems.length > 0 ? 422 : 200,
  )
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.people.many.title} | ${w.app.name}` }]
}

/** 表で招待する: pasted or from a file, checked row by row, and then all together. */
export default function Invite({ actionData }: Route.ComponentProps) {
  const words = useWords()
  const w = words.people
  const { of } = useHere()
  const preview = actionData?.preview
  return (
    <>
      <Head title={w.many.title} lead={w.many.lead} crumbs={[{ to: of('/members'), name: w.title }]} />
      <Told
        refused={actionData?.why && words.refusal(actionData.why, { rows: preview?.problems.length ?? 0 })}
      />
      {preview && <Preview {...preview} />}
      <Form method="post" encType="multipart/form-data" className="grid gap-5">
        <div className="field">
          <label htmlFor="people">{w.many.paste}</label>
          <textarea
            className="input"
            id="people"
            name="people"
            rows={8}
            defaultValue={actionData?.typed}
            placeholder={w.many.example}
            aria-describedby="people-help"
          />
          <p className="small mute" id="people-help">
            {w.many.pasteHelp}
          </p>
        </div>
        <div className="field">
          <label htmlFor="file">{w.many.file}</label>
          <input
            className="input"
            id="file"
            name="file"
            type="file"
            accept=".xlsx,.xlsm,.xls,.csv,.tsv,.txt"
          />
        </div>
        <p>
          <button className="button primary" type="submit" name="do" value="check">
            {w.many.check}
          </button>
        </p>
      </Form>
      <section className="mt-8" aria-labelledby="role-list">
        <h2 id="role-list">{w.many.roleList}</h2>
        <dl className="facts mt-2">
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{w.roles[role]}</dt>
              <dd className="small">
                {w.roleHelp[role]}
                {w.alsoCalled[role] !== '' && (
                  <span className="mute">（{w.alsoCalled[role].replaceAll(' ', '・')}）</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

type Shown = NonNullable<NonNullable<Route.ComponentProps['actionData']>['preview']>

function Preview({ asked, unknown, problems, ready, text }: Shown) {
  const w = useWords().people
  const wrong = Map.groupBy(problems, ({ row }) => row)
  return (
    <section className="card mb-6" aria-labelledby="preview">
      <h2 id="preview" className="mb-2">
        {problems.length > 0 ? w.many.wrong(wrong.size) : w.many.ready(ready)}
      </h2>
      {unknown.length > 0 && <p className="small mute">{w.many.unknown(unknown.join('、'))}</p>}
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.many.row}</th>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.email}</th>
            <th scope="col">{w.role}</th>
            <th scope="col">{w.department}</th>
            <th scope="col">{w.many.problem}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ row, name, email, role, department }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td data-label={w.name}>{name}</td>
              <td data-label={w.email}>{email}</td>
              <td data-label={w.role}>{role}</td>
              <td data-label={w.department}>{department}</td>
              <td data-label={w.many.problem}>
                {wrong.get(row)?.map(({ why, detail }) => (
                  <span key={why} className="problem block">
                    {w.wrong(why, detail)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length === 0 && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="people" value={text} />
          <button className="button primary" type="submit" name="do" value="invite">
            {w.many.confirm(ready)}
          </button>
        </Form>
      )}
    </section>
  )
}
