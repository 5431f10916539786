import { servingContext } from '../context.ts'
import type { Route } from './+types/auth'

// Sign-in and sessions belong to better-auth; it answers everything below /auth.
export const loader = ({ request, context }: Route.LoaderArgs) =>
  context.get(servingContext).auth.handler(request)
export const action = ({ request, context }: Route.ActionArgs) =>
  context.get(servingContext).auth.handler(request)
