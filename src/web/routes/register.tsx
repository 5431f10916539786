import { data, Form, redirect } from 'react-router'
import { completeCode } from '#domain/government/code.ts'
import type { Government } from '#store/governments.ts'
import { writing } from '#store/transaction.ts'
import { registerGovernment } from '#usecases/register-government.ts'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { mayRegister } from '../may-register.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { userOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/register'

const KINDS = [
  'prefecture',
  'city',
  'ward',
  'town',
  'village',
  'other',
] as const satisfies readonly Government['kind'][]

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = await userOf(request, context)
  if (!user) throw redirect(`${prefixAt(request)}/sign-in?to=${prefixAt(request)}/register`)
  if (!(await mayRegister(context, user))) throw data({ why: 'not-allowed' }, 403)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const { store, now } = context.get(servingContext)
  const user = await userOf(request, context)
  if (!user) throw redirect(`${prefixAt(request)}/sign-in?to=${prefixAt(request)}/register`)
  if (!(await mayRegister(context, user))) throw data({ why: 'not-allowed' }, 403)
  const { told } = await readForm(request)
  const typed = { code: told('code'), name: told('name'), nameEn: told('nameEn'), kind: told('kind') }
  const code = completeCode(typed.code.normalize('NFKC'))
  if (!code) return data({ typed, why: 'not-a-government-code', detail: undefined }, 422)
  const at = now()
  const actor = { id: user.id, name: user.name, role: 'administrator' as const, government: code }
  const result = await writing(store, { government: code }, (tx) =>
    registerGovernment(
      tx,
      { actor, now: at },
      {
        code,
        name: typed.name,
        ...(typed.nameEn ? { nameEn: typed.nameEn } : {}),
        kind: KINDS.find((each) => each === typed.kind) ?? 'other',
        fictional: false,
        sample: false,
        administrator: user.id,
      },
    ),
  )
  if (!result.ok) return data({ typed, why: result.why, detail: result.detail }, 422)
  throw redirect(`${prefixAt(request)}/g/${code}`)
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.register.title} | ${w.app.name}` }]
}

export default function Register({ actionData }: Route.ComponentProps) {
  const w = useWords()
  const { site } = useHere()
  const typed = actionData?.typed
  const problem = (on: string) =>
    actionData && w.register.problemOn(actionData.why) === on
      ? w.refusal(actionData.why, actionData.detail)
      : undefined
  return (
    <>
      <PlainHeader signedIn />
      <main className="main" id="main">
        <Head
          title={w.register.title}
          lead={w.register.lead}
          crumbs={[{ to: site('/'), name: w.app.toStart }]}
        />
        <Form method="post" className="grid gap-5 max-w-xl">
          <div className="field">
            <label htmlFor="code">
              {w.register.code}
              <span className="must">{w.app.required}</span>
            </label>
            <input
              className="input"
              id="code"
              name="code"
              inputMode="numeric"
              required
              maxLength={6}
              defaultValue={typed?.code}
              aria-describedby="code-help"
            />
            <p className="small mute" id="code-help">
              {w.register.codeHelp}
            </p>
            {problem('code') && <p className="problem">{problem('code')}</p>}
          </div>
          <div className="field">
            <label htmlFor="name">
              {w.register.name}
              <span className="must">{w.app.required}</span>
            </label>
            <input className="input" id="name" name="name" required defaultValue={typed?.name} />
            {problem('name') && <p className="problem">{problem('name')}</p>}
          </div>
          <div className="field">
            <label htmlFor="nameEn">{w.register.nameEn}</label>
            <input className="input" id="nameEn" name="nameEn" defaultValue={typed?.nameEn} />
          </div>
          <div className="field">
            <label htmlFor="kind">{w.register.kind}</label>
            <select className="input" id="kind" name="kind" defaultValue={typed?.kind ?? 'city'}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {w.register.kinds[kind]}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button className="button primary" type="submit">
              {w.register.submit}
            </button>
          </p>
        </Form>
      </main>
      <Footer />
    </>
  )
}
