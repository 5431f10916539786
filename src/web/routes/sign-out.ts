import { redirect } from 'react-router'
import { servingContext } from '../context.ts'
import type { Route } from './+types/sign-out'

export const loader = () => redirect('/')

export async function action({ request, context }: Route.ActionArgs) {
  const ended = await context
    .get(servingContext)
    .auth.api.signOut({ headers: request.headers, asResponse: true })
  const headers = new Headers()
  for (const cookie of ended.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return redirect('/', { headers })
}
