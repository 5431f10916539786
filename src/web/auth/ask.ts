import type { RouterContextProvider } from 'react-router'
import { servingContext } from '../context.ts'
import { CLIENT_HEADER } from './auth.ts'

export type AuthAnswer = {
  readonly ok: boolean
  readonly status: number
  /** better-auth's own code of a refusal. */
  readonly code: string | undefined
  readonly body: Readonly<Record<string, unknown>>
  /** Cookies to hand on to the browser. */
  readonly cookies: Headers
}

/** Headers of a request to better-auth: where it came from is told by us, and a form of our own page counts as ours by whatever name it reached us. */
export function authHeaders(request: Request, baseUrl: string, client: string): Headers {
  const headers = new Headers(request.headers)
  headers.set(CLIENT_HEADER, client)
  const origin = headers.get('origin')
  if (origin && URL.canParse(origin) && new URL(origin).host === new URL(request.url).host)
    headers.set('origin', new URL(baseUrl).origin)
  return headers
}

/** Asks better-auth over its own door, so that its throttling, its checks and its cookies hold for our forms as for anybody. */
export async function askAuth(
  request: Request,
  context: Readonly<RouterContextProvider>,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<AuthAnswer> {
  const { auth, client } = context.get(servingContext)
  const baseUrl = auth.options.baseURL
  const headers = authHeaders(request, baseUrl, client)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const answer = await auth.handler(
    new Request(`${baseUrl}/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
  const said = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>> | null
  const cookies = new Headers()
  for (const cookie of answer.headers.getSetCookie()) cookies.append('set-cookie', cookie)
  return {
    ok: answer.ok,
    status: answer.status,
    code: typeof said?.code === 'string' ? said.code : undefined,
    body: said ?? {},
    cookies,
  }
}

/** Why better-auth refused, as a code that our words know. */
export function whyRefused({ status, code }: AuthAnswer): string {
  if (status === 429) return 'too-many-attempts'
  const known: Readonly<Record<string, string>> = {
    INVALID_EMAIL_OR_PASSWORD: 'wrong-password',
    INVALID_EMAIL: 'wrong-password',
    INVALID_PASSWORD: 'wrong-password-now',
    PASSWORD_TOO_SHORT: 'password-too-short',
    PASSWORD_TOO_LONG: 'password-too-long',
    INVALID_TOKEN: 'link-used-up',
    INVALID_CODE: 'wrong-code',
    INVALID_BACKUP_CODE: 'wrong-code',
    INVALID_TWO_FACTOR_COOKIE: 'code-too-late',
    TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code-too-late',
    ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
    CREDENTIAL_ACCOUNT_NOT_FOUND: 'no-password-yet',
  }
  return known[code ?? ''] ?? 'sign-in-failed'
}

/** Where a signed-in person goes on: a page of ours, never another site. */
export const goOnTo = (asked: string | null | undefined, otherwise: string): string =>
  asked && /^\/(?![/\\])[^\\\r\n]*$/.test(asked) ? asked : otherwise
