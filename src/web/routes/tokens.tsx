import { randomBytes } from 'node:crypto'
import { data } from 'react-router'
import { ROLES } from '#domain/access/can.ts'
import { writeBearer } from '#domain/access/token.ts'
import { inForce, listEditions } from '#store/plans.ts'
import { dayInJapan } from '#usecases/today.ts'
import { issueToken, revokeToken, viewTokens } from '#usecases/tokens.ts'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { IssueForm } from '../tokens/issue-form.tsx'
import { TokenTable } from '../tokens/token-table.tsx'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/tokens'

/** A quarter of a year, unless another day is chosen. */
const USUAL_MS = 90 * 24 * 60 * 60 * 1000

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { view, plan } = await visit.read(async (tx) => ({
    view: await viewTokens(tx, visit.actor, visit.now),
    plan: inForce(await listEditions(tx)).at(0)?.id,
  }))
  if (!view.ok) throw data({ why: view.why }, 403)
  return {
    ...view.value,
    ...{ plan, year: visit.year, present: visit.asOf === undefined },
    until: dayInJapan(new Date(Date.parse(visit.now) + USUAL_MS).toISOString()),
    site: `${context.get(servingContext).baseUrl}/g/${visit.government.code}`,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told, all } = await readForm(request)
  if (told('do') === 'revoke') {
    const gone = await visit.act('token:issue', (tx, doing) =>
      revokeToken(tx, doing, { id: told('id'), reason: told('reason') }),
    )
    return gone.ok
      ? { ok: true as const, revoked: gone.value.name, issued: undefined }
      : data({ ok: false as const, typed: undefined, why: gone.why, detail: gone.detail }, statusOf(gone.why))
  }
  const typed = {
    ...{ name: told('name'), role: told('role'), department: told('department') },
    ...{ scopes: all('scope'), until: told('until') },
  }
  const { name, scopes, until, department } = typed
  const issued = await visit.act('token:issue', (tx, doing) =>
    issueToken(tx, doing, {
      ...{ name, scopes, until, role: ROLES.find((each) => each === typed.role) },
      ...(department ? { department } : {}),
      secret: randomBytes(32).toString('base64url'),
    }),
  )
  return issued.ok
    ? { ok: true as const, revoked: undefined, issued: { name, token: writeBearer(issued.value) } }
    : data({ ok: false as const, typed, why: issued.why, detail: issued.detail }, statusOf(issued.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

/** The page may show a secret: no copy of it is kept on the way. */
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.tokens.title} | ${w.app.name}` }]
}

/** APIトークン: what was issued, until when, when it was last used; a new one is shown once. */
export default function Tokens({ loaderData, actionData }: Route.ComponentProps) {
  const { tokens, departments, plan, year, present, until, site } = loaderData
  const words = useWords()
  const w = words.tokens
  const { of } = useHere()
  const issued = actionData?.ok ? actionData.issued : undefined
  return (
    <>
      <Head title={w.title} lead={w.lead} crumbs={[{ to: of('/members'), name: words.people.title }]} />
      <Told
        done={actionData?.ok && actionData.revoked && w.revoked(actionData.revoked)}
        refused={actionData?.ok === false ? words.refusal(actionData.why, actionData.detail) : undefined}
      />
      {issued && (
        <div className="notice warning mb-6 no-print" role="status">
          <p>{w.shown(issued.name)}</p>
          <p className="field mt-2">
            <label htmlFor="token">{w.token}</label>
            <input className="input" id="token" readOnly value={issued.token} autoComplete="off" />
          </p>
          <p className="field mt-3">
            <label htmlFor="example">{w.example}</label>
            <textarea
              className="input small"
              id="example"
              readOnly
              rows={6}
              value={examples(site, issued.token, plan, year)}
            />
          </p>
        </div>
      )}
      <TokenTable tokens={tokens} departments={departments} present={present} />
      {present && (
        <IssueForm
          key={issued?.token ?? 'next'}
          departments={departments}
          typed={actionData?.ok === false ? actionData.typed : undefined}
          until={until}
        />
      )}
    </>
  )
}

const examples = (site: string, token: string, plan: string | undefined, year: number): string =>
  [
    `curl -H 'Authorization: Bearer ${token}' \\`,
    `  '${site}/plans/${plan ?? 'PLAN'}/plan.json'`,
    '',
    `curl -H 'Authorization: Bearer ${token}' \\`,
    `  -F 'file=@workbook.xlsx' '${site}/reports/workbooks?year=${year}'`,
  ].join('\n')
