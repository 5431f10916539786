import { isReachable } from '#store/open.ts'
import { servingContext } from '../context.ts'
import type { Route } from './+types/health'

/** Alive, and able to reach the database. */
export async function loader({ context }: Route.LoaderArgs) {
  const well = await isReachable(context.get(servingContext).store)
  return new Response(well ? 'ok\n' : 'no database\n', {
    status: well ? 200 : 503,
    headers: { 'content-type': 'text/plain' },
  })
}
