import { authHeaders } from '../auth/ask.ts'
import { servingContext } from '../context.ts'
import type { Route } from './+types/auth'

// Sign-in and sessions belong to better-auth; it answers everything below /auth.
const answer = ({ request, context }: Route.LoaderArgs | Route.ActionArgs) => {
  const { auth, client } = context.get(servingContext)
  return auth.handler(new Request(request, { headers: authHeaders(request, auth.options.baseURL, client) }))
}
export const loader = (args: Route.LoaderArgs) => answer(args)
export const action = (args: Route.ActionArgs) => answer(args)
