import { userOf } from '../visit.ts'
import type { Route } from './+types/signed-in'

/** Whether whoever asks is signed in; a page asks before it sends what somebody typed. Who it is, it does not say. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const signedIn = (await userOf(request, context)) !== undefined
  return Response.json({ signedIn }, { headers: { 'cache-control': 'no-store' } })
}
