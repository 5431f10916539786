import { sql } from 'kysely'
import { servingContext } from '../context.ts'
import type { Route } from './+types/health'

/** Alive and able to reach the database. */
export async function loader({ context }: Route.LoaderArgs) {
  await sql`select 1`.execute(context.get(servingContext).store.db)
  return new Response('ok\n', { headers: { 'content-type': 'text/plain' } })
}
