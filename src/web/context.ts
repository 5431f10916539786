import { createContext, RouterContextProvider } from 'react-router'
import type { Seal } from '#domain/access/seal.ts'
import type { View } from '#store/audit.ts'
import type { Store } from '#store/open.ts'
import type { Auth } from './auth/auth.ts'

/** 閲覧の記録: takes note of who saw what; writes it after the page is answered. */
export type ViewLog = { note(government: string, view: View): void }

/** What a request needs from the process that serves it. */
export type Serving = {
  readonly store: Store
  readonly auth: Auth
  readonly now: () => string
  /** Address from which the request came. */
  readonly client: string
  /** Whether letters can be sent by e-mail. */
  readonly mail: boolean
  /** What single sign-on is called, where there is one. */
  readonly otherDoor: string | undefined
  /** Address under which people reach the service. */
  readonly baseUrl: string
  readonly views: ViewLog
  /** The key that signs what leaves this installation; made when it is first asked for. */
  readonly seal: () => Promise<Seal>
}

export const servingContext = createContext<Serving>()

/** Made once a request by the server; loaders and actions read it. */
export function makeContext(serving: Serving): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(servingContext, serving)
  return context
}
