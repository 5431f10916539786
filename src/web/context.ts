import { createContext, RouterContextProvider } from 'react-router'
import type { Store } from '#store/open.ts'
import type { Auth } from './auth.ts'

/** What a request needs from the process that serves it. */
export type Serving = {
  readonly store: Store
  readonly auth: Auth
  readonly now: () => string
  /** Address under which people reach the service. */
  readonly baseUrl: string
}

export const servingContext = createContext<Serving>()

/** Made once a request by the server; loaders and actions read it. */
export function makeContext(serving: Serving): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(servingContext, serving)
  return context
}
