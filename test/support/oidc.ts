import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'

export type OidcServer = { readonly issuer: string; readonly server: Server; stop(): Promise<void> }

/** A port that was free a moment ago, for a server whose address must be known before it starts. */
export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** People of the provider: what it says of each, by the name they sign in with. */
export type OidcPeople = Record<
  string,
  {
    readonly email: string
    readonly name: string
    readonly groups: readonly string[]
    readonly verified: boolean
  }
>

/** An OpenID Connect provider of our own on a free port. Its own development pages ask for a name and believe any password. */
export async function startOidc(people: OidcPeople, callback: () => string): Promise<OidcServer> {
  const server = createServer()
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'shirube',
        client_secret: 'a secret of the test',
        redirect_uris: [callback()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['keys of the test'] },
    findAccount: (_, id) => {
      const person = people[id]
      if (!person) return undefined
      const { email, name, groups, verified } = person
      return {
        accountId: id,
        claims: () => ({ sub: id, email, name, groups: [...groups], email_verified: verified }),
      }
    },
  })
  server.on('request', provider.callback())
  return {
    ...{ issuer, server },
    stop: () =>
      new Promise((go) => {
        server.closeAllConnections()
        server.close(() => go())
      }),
  }
}
