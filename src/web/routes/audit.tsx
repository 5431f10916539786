import { data, Form, Link, useNavigation } from 'react-router'
import type { Role } from '#domain/access/can.ts'
import { can } from '#domain/access/can.ts'
import { AUDIT_KINDS } from '#domain/audit/chain.ts'
import type { Retention } from '#domain/audit/retention.ts'
import { auditHead, type Entry, listAudit } from '#store/audit.ts'
import { listMembers } from '#store/memberships.ts'
import { findRetention, settleRetention } from '#usecases/audit.ts'
import { askedOf, auditOnly } from '../audit/asked.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/audit'

/** Entries on one page. */
const PAGE = 100

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  auditOnly(visit)
  return visit.read(async (tx) => {
    const entries = await listAudit(tx, { ...askedOf(new URL(request.url)), limit: PAGE + 1 })
    const people = new Map((await listMembers(tx)).map(({ user, name }) => [user, name]))
    return {
      ...(await auditHead(tx)),
      entries: entries.slice(0, PAGE),
      next: entries.length > PAGE ? entries[PAGE - 1]?.id : undefined,
      people: Object.fromEntries(people),
      retention: await findRetention(tx),
      code: tx.government,
      maySettle: can(visit.actor, 'member:grant') && visit.asOf === undefined,
    }
  })
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const years = (key: keyof Retention) => (form.told(key) === '' ? {} : { [key]: Number(form.told(key)) })
  const told = { views: form.told('views'), changes: form.told('changes') }
  const settled = await visitOf(context).act('member:grant', (tx, doing) =>
    settleRetention(tx, doing, { ...years('views'), ...years('changes') }),
  )
  return settled.ok ? { ok: true as const } : data({ ...settled, told }, statusOf(settled.why))
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.audit.title} | ${w.app.name}` }]
}

/** 監査の記録: who saw what, who changed what, and whether the chain holds. */
export default function Audit({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWords()
  const { here } = useHere()
  const { entries, next, people } = loaderData
  const refused = actionData && !actionData.ok ? w.refusal(actionData.why, actionData.detail) : undefined
  return (
    <>
      <Head title={w.audit.title} lead={w.audit.lead} />
      <Told done={actionData?.ok ? w.audit.settled : undefined} refused={refused} />
      <div className="two">
        <div>
          <Filter people={people} />
          {entries.length === 0 ? (
            <p role="status">{w.audit.none}</p>
          ) : (
            <Entries entries={entries} people={people} />
          )}
          {next && (
            <p className="mt-4 no-print">
              <Link className="button" to={here({ before: next })}>
                {w.audit.earlier}
              </Link>
            </p>
          )}
        </div>
        <div>
          <Chain {...loaderData} />
          {loaderData.maySettle && (
            <Terms
              retention={loaderData.retention}
              told={actionData && !actionData.ok ? actionData.told : undefined}
            />
          )}
        </div>
      </div>
    </>
  )
}

function Filter({ people }: { readonly people: Readonly<Record<string, string>> }) {
  const w = useWords().audit
  const { location } = useHere()
  const asked = new URLSearchParams(location.search)
  const clear = [...asked.keys()].some((key) =>
    ['who', 'kind', 'text', 'from', 'until', 'before'].includes(key),
  )
  const csv = `${location.pathname}/entries.csv${location.search}`
  return (
    <Form method="get" className="flex flex-wrap gap-3 items-end mb-5 no-print" key={location.search}>
      <div className="field">
        <label htmlFor="who">{w.who}</label>
        <select className="input dense" id="who" name="who" defaultValue={asked.get('who') ?? ''}>
          <option value="">{w.everybody}</option>
          {Object.entries(people).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="system">{w.system}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="kind">{w.kind}</label>
        <select className="input dense" id="kind" name="kind" defaultValue={asked.get('kind') ?? ''}>
          <option value="">{w.everything}</option>
          {AUDIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {w.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'until'] as const).map((key) => (
        <div className="field" key={key}>
          <label htmlFor={key}>{w[key]}</label>
          <input
            className="input dense"
            type="date"
            id={key}
            name={key}
            defaultValue={asked.get(key) ?? ''}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor="text">{w.text}</label>
        <input
          className="input dense"
          id="text"
          name="text"
          defaultValue={asked.get('text') ?? ''}
          maxLength={100}
        />
      </div>
      <button className="button small" type="submit">
        {w.filter}
      </button>
      {clear && <Link to={location.pathname}>{w.clear}</Link>}
      <a href={csv} download>
        {w.csv}
      </a>
    </Form>
  )
}

function Entries({
  entries,
  people,
}: {
  readonly entries: readonly Entry[]
  readonly people: Readonly<Record<string, string>>
}) {
  const words = useWords()
  const w = words.audit
  const { of } = useHere()
  const role = (code: string) => words.people.roles[code as Role] ?? (code === 'none' ? w.stranger : '')
  const who = (person: string | undefined) =>
    person === undefined ? w.erased : person === 'system' ? w.system : (people[person] ?? person)
  return (
    <table className="sheet stack">
      <thead>
        <tr>
          <th scope="col">{w.at}</th>
          <th scope="col">{w.who}</th>
          <th scope="col">{w.kind}</th>
          <th scope="col">{w.what}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, kind, role: code, person, action, subject }) => (
          <tr key={id}>
            <th scope="row">{words.moment(at)}</th>
            <td>
              {who(person)} <span className="slot">{role(code)}</span>
            </td>
            <td>{w.kinds[kind]}</td>
            <td className="wrap-anywhere">
              {kind === 'view' || kind === 'refused' ? (
                <Link to={of(subject === '/' ? '' : subject)}>{subject}</Link>
              ) : kind === 'fact' ? (
                w.rows(action, subject)
              ) : (
                <>
                  {words.history.action(action)} <span className="slot">{words.history.about(subject)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Chain({
  last,
  waiting,
  code,
}: Pick<Route.ComponentProps['loaderData'], 'last' | 'waiting' | 'code'>) {
  const w = useWords()
  return (
    <section className="card" aria-labelledby="chain">
      <h2 id="chain">{w.audit.chain}</h2>
      <p className="mt-2">
        {last ? w.audit.sealed(last.number, w.moment(last.sealedAt)) : w.audit.notSealed}{' '}
        {w.audit.waiting(waiting)}
      </p>
      {last && (
        <>
          <h3 className="mt-4">{w.audit.head}</h3>
          <p className="small wrap-anywhere">
            <code>{`${last.number}:${last.hash}`}</code>
          </p>
          <p className="small mute mt-1">{w.audit.headHelp}</p>
          <h3 className="mt-4">{w.audit.verify}</h3>
          <p className="small wrap-anywhere">
            <code>{`npm run -s shirube -- audit verify --government ${code} --head ${last.number}:${last.hash}`}</code>
          </p>
        </>
      )}
    </section>
  )
}

function Terms({
  retention,
  told,
}: {
  readonly retention: Retention
  readonly told: Readonly<Record<'views' | 'changes', string>> | undefined
}) {
  const w = useWords().audit
  const { state } = useNavigation()
  return (
    <section className="card" aria-labelledby="retention">
      <h2 id="retention">{w.retention}</h2>
      <p className="small mute mt-2">{w.retentionHelp}</p>
      <Form method="post" className="grid gap-3 mt-3">
        {(['views', 'changes'] as const).map((key) => (
          <Field
            key={key}
            id={key}
            label={w[key]}
            inputMode="numeric"
            defaultValue={told?.[key] ?? String(retention[key] ?? '')}
          />
        ))}
        <button className="button" type="submit" disabled={state === 'submitting'}>
          {w.settle}
        </button>
      </Form>
    </section>
  )
}
