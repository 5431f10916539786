import { data, Form, Link, useNavigation } from 'react-router'
import { can } from '#domain/access/can.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { LARGEST_PLAN_FILE, readPlanFile } from '#readers/plan-file/read.ts'
import { listEditions } from '#store/plans.ts'
import { importPlan } from '#usecases/import-plan.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/plans'

type Detail = Readonly<Record<string, string | number>>

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  return {
    editions: await visit.read(listEditions),
    mayImport: can(visit.actor, 'plan:import') && visit.asOf === undefined,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const file = form.file('file')
  const reason = form.told('reason')
  const confirmed = form.has('confirmed')
  const failed = (
    name: string,
    findings: readonly Finding[],
    why?: string,
    detail?: Detail,
    text = form.told('text'),
  ) => data({ ok: false as const, file: name, findings, why, detail, reason, confirmed, text }, statusOf(why))
  const text = form.told('text')
  if (!file && !text) return failed('', [], 'no-file')
  const name = file?.name ?? ''
  if (file && file.size > LARGEST_PLAN_FILE * 3)
    return failed(name, [
      {
        code: 'file-too-large',
        severity: 'error',
        line: 1,
        detail: { size: file.size, most: LARGEST_PLAN_FILE },
      },
    ])
  // The text comes back with the refusal, so that a file need not be chosen again.
  const sent = file ? await file.text() : text
  const { plan, findings } = readPlanFile(sent)
  if (!plan) return failed(name, findings)
  const result = await visit.act('plan:import', (tx, doing) =>
    importPlan(tx, doing, { plan, reason, confirmed }),
  )
  if (!result.ok) return failed(name, [], result.why, result.detail, sent)
  const { added, changed, removed, redefined } = result.value
  return {
    ok: true as const,
    plan: plan.id,
    title: plan.title,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    redefined,
  }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.plans.title} | ${w.app.name}` }]
}

const PLAN_FILES = [
  { format: 'docx', name: 'Word' },
  { format: 'pdf', name: 'PDF' },
  { format: 'xlsx', name: 'Excel' },
  { format: 'md', name: 'Markdown' },
  { format: 'yaml', name: 'YAML' },
  { format: 'json', name: 'JSON' },
] as const

export default function Plans({ loaderData: { editions, mayImport }, actionData }: Route.ComponentProps) {
  const w = useWords()
  const { of } = useHere()
  return (
    <>
      <Head title={w.plans.title} lead={w.plans.lead(editions.length)} />
      {actionData && <Result result={actionData} />}
      {editions.length > 0 && (
        <table className="sheet stack mb-8">
          <thead>
            <tr>
              <th scope="col">{w.plans.plan}</th>
              <th scope="col">{w.plans.kind}</th>
              <th scope="col">{w.plans.edition}</th>
              <th scope="col">{w.plans.period}</th>
              <th scope="col">{w.plans.files}</th>
            </tr>
          </thead>
          <tbody>
            {editions.map(({ id, title, titles, kind, edition, period }) => (
              <tr key={`${id}/${edition.id}`}>
                <th scope="row">
                  <Link to={of(`/plans/${id}`, { edition: edition.id })}>
                    <Name of={{ title, titles }} />
                  </Link>
                </th>
                <td>{w.plans.kinds[kind]}</td>
                <td>
                  {edition.label} {edition.date && <span className="slot">{edition.date}</span>}
                  {edition.digest && <span className="tag ml-2">{w.plans.digest}</span>}
                </td>
                <td>
                  {period.from === 'not-stated' ? w.app.notStated : w.year(period.from)}〜{w.year(period.to)}
                </td>
                <td>
                  <span className="inline-flex flex-wrap gap-2">
                    {PLAN_FILES.map(({ format, name }) => (
                      <a key={format} href={of(`/plans/${id}/plan.${format}`, { edition: edition.id })}>
                        {name}
                      </a>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(mayImport || actionData?.ok === false) && (
        <Import refused={actionData?.ok === false ? actionData : undefined} />
      )}
    </>
  )
}

function Import({
  refused,
}: {
  readonly refused:
    | {
        readonly why: string | undefined
        readonly reason: string
        readonly text: string
        readonly confirmed: boolean
      }
    | undefined
}) {
  const w = useWords()
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="card max-w-2xl no-print" aria-labelledby="import">
      <h2 id="import">{w.plans.import}</h2>
      <Form method="post" encType="multipart/form-data" className="grid gap-3 mt-2">
        <div className="field">
          <label htmlFor="file">{w.plans.file}</label>
          {refused?.text ? (
            <textarea className="input" id="file" name="text" rows={6} defaultValue={refused.text} />
          ) : (
            <input className="input" id="file" name="file" type="file" accept=".yaml,.yml" required />
          )}
          <p className="small mute">{w.plans.fileHelp}</p>
        </div>
        <div className="field">
          <label htmlFor="reason">{w.plans.reason}</label>
          <input className="input" id="reason" name="reason" defaultValue={refused?.reason} />
          <p className="small mute">{w.plans.reasonHelp}</p>
        </div>
        {(refused?.why === 'wants-confirmation' || refused?.confirmed) && (
          <label className="flex gap-2">
            <input type="checkbox" name="confirmed" required defaultChecked={refused.confirmed} />{' '}
            {w.plans.confirm}
          </label>
        )}
        <p>
          <button className="button primary" type="submit" disabled={busy}>
            {busy ? w.plans.importing : w.plans.importNow}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Result({ result }: { readonly result: NonNullable<Route.ComponentProps['actionData']> }) {
  const w = useWords()
  const { of } = useHere()
  if (result.ok)
    return (
      <div className="notice done mb-6" role="status">
        <p>
          <Link to={of(`/plans/${result.plan}`)}>{result.title}</Link>{' '}
          {w.plans.imported(result.added, result.changed, result.removed)}
        </p>
        {result.redefined.length > 0 && (
          <p className="small mute">{w.plans.redefined(result.redefined.join(', '))}</p>
        )}
      </div>
    )
  return (
    <div className="notice error mb-6" role="alert">
      <p className="font-bold">
        {result.why ? w.refusal(result.why, result.detail) : w.plans.notImported(result.file)}
      </p>
      {result.findings.length > 0 && (
        <ul className="small mt-2 grid gap-1">
          {result.findings.slice(0, 20).map((finding) => (
            <li key={`${finding.line} ${finding.code} ${finding.path?.join('.')}`}>{w.finding(finding)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
