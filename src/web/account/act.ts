import { data, type RouterContextProvider } from 'react-router'
import { endOtherSessions, endSession, keysOf } from '#store/people.ts'
import { type AuthAnswer, askAuth, whyRefused } from '../auth/ask.ts'
import { PASSWORD } from '../auth/password.ts'
import { servingContext } from '../context.ts'
import type { SentForm } from '../form.ts'

export type AccountTold = {
  readonly did?: 'password' | 'session' | 'codes-on' | 'codes-off'
  readonly why?: string
  /** Two-step sign-in was begun: the key for the application, and the backup codes, shown this once. */
  readonly begun?: { readonly secret: string; readonly address: string; readonly backup: readonly string[] }
}

type Signed = { readonly user: string; readonly session: string }

/** What a form of the account page asks. Only ever of the person who is signed in. */
export async function actOnAccount(
  request: Request,
  context: Readonly<RouterContextProvider>,
  { user, session }: Signed,
  form: SentForm,
) {
  const { store } = context.get(servingContext)
  const told = (answer: AuthAnswer, done: AccountTold) =>
    answer.ok
      ? data(done, { headers: answer.cookies })
      : data<AccountTold>({ why: whyRefused(answer) }, { status: 422, headers: answer.cookies })
  switch (form.told('do')) {
    case 'password':
      return setOrChange()
    case 'end':
      await endSession(store.authPool, user, form.told('session'))
      return data<AccountTold>({ did: 'session' })
    case 'end-others':
      await endOtherSessions(store.authPool, user, session)
      return data<AccountTold>({ did: 'session' })
    case 'codes-begin': {
      const answer = await askAuth(request, context, '/two-factor/enable', {
        password: form.typed('password'),
      })
      const address = String(answer.body.totpURI ?? '')
      const secret = URL.canParse(address) ? (new URL(address).searchParams.get('secret') ?? '') : ''
      const backup = Array.isArray(answer.body.backupCodes) ? answer.body.backupCodes.map(String) : []
      return told(answer, { begun: { secret, address, backup } })
    }
    case 'codes-confirm': {
      const code = form.told('code').normalize('NFKC').replace(/\s/g, '')
      return told(await askAuth(request, context, '/two-factor/verify-totp', { code }), { did: 'codes-on' })
    }
    case 'codes-stop':
      return told(
        await askAuth(request, context, '/two-factor/disable', { password: form.typed('password') }),
        {
          did: 'codes-off',
        },
      )
    default:
      return data<AccountTold>({ why: 'sign-in-failed' }, 422)
  }

  async function setOrChange() {
    const newPassword = form.typed('fresh')
    if ((await keysOf(store.authPool, user)).password)
      return told(
        await askAuth(request, context, '/change-password', {
          ...{ currentPassword: form.typed('current'), newPassword, revokeOtherSessions: true },
        }),
        { did: 'password' },
      )
    // The first password of somebody who came in by a link or another door; better-auth offers it to the server only.
    if (newPassword.length < PASSWORD.least) return data<AccountTold>({ why: 'password-too-short' }, 422)
    if (newPassword.length > PASSWORD.most) return data<AccountTold>({ why: 'password-too-long' }, 422)
    const { auth } = context.get(servingContext)
    await auth.api.setPassword({ body: { newPassword }, headers: request.headers })
    await endOtherSessions(store.authPool, user, session)
    return data<AccountTold>({ did: 'password' })
  }
}
