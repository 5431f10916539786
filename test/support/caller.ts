/** 呼び手 (caller): somebody who asks a server as a browser does, with the cookies that it gave, or with a token. */
export type Answered = {
  readonly status: number
  readonly text: string
  readonly bytes: Uint8Array
  readonly headers: Headers
}
export type Caller = {
  readonly get: (path: string) => Promise<Answered>
  readonly post: (path: string, form: Readonly<Record<string, string | Blob>>) => Promise<Answered>
}

/** `cookie` is the one of a browser that is signed in already. */
export function callerOf(url: string, token?: string, cookie = ''): Caller {
  const cookies = new Map(
    cookie.split('; ').flatMap((pair) => {
      const [name, ...value] = pair.split('=')
      return name ? [[name, value.join('=')] as const] : []
    }),
  )
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const asked: Record<string, string> = token
      ? { authorization: `Bearer ${token}` }
      : { origin: url, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(new URL(path, url), { ...init, headers: asked, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name) cookies.set(name, value ?? '')
    }
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, bytes, text: new TextDecoder().decode(bytes) }
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, form) => {
      const body = new FormData()
      for (const [key, value] of Object.entries(form)) body.set(key, value)
      return ask(path, { method: 'POST', body })
    },
  }
}

/** A person signs in with the form. @throws where the form does not let them in. */
export async function signedIn(url: string, email: string, password: string): Promise<Caller> {
  const caller = callerOf(url)
  const entered = await caller.post('/sign-in', { email, password, to: '/' })
  if (entered.status !== 302) throw new Error(`${email} was not let in: ${entered.status}`)
  return caller
}

export type Invited = {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly department?: string
}

/** 招待する: invites people with the table of the page (several rows are several hats), and lets each choose the password with the link that an administrator shows. */
export async function invitePeople(
  url: string,
  administrator: Caller,
  government: string,
  people: readonly Invited[],
  password: string,
): Promise<void> {
  const lines = people.map(({ name, email, role, department = '' }) =>
    [name, email, role, department].join('\t'),
  )
  const table = ['氏名\tメール\t役割\t担当課', ...lines].join('\n')
  const invited = await administrator.post(`/g/${government}/members/invite`, { people: table, do: 'invite' })
  if (invited.status !== 302) throw new Error(`nobody was invited: ${invited.status}`)
  const page = await administrator.get(`/g/${government}/members?state=invited`)
  for (const { email, name } of new Map(people.map((each) => [each.email, each])).values()) {
    const row = page.text.split('<tr').find((each) => each.includes(`>${email}<`)) ?? ''
    const user = /name="user" value="([^"]+)"/.exec(row)?.[1] ?? ''
    const shown = await administrator.post(`/g/${government}/members`, { do: 'key', user, name })
    const link = /id="key-link"[^>]*value="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const token = new URL(link).searchParams.get('token') ?? ''
    const set = await callerOf(url).post('/set-password', { token, password })
    if (set.status !== 302) throw new Error(`${email} could not choose a password: ${set.status}`)
  }
}

/** What an error page says, without what differs from address to address. */
export const saidBy = ({ text }: Answered): string =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text).replace(/<script[\s\S]*?<\/script>/g, '')
