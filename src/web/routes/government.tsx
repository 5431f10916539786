import { isRouteErrorResponse, Outlet, type ShouldRevalidateFunctionArgs, useRouteError } from 'react-router'
import { type Actor, can } from '#domain/access/can.ts'
import { listDocuments } from '#store/documents.ts'
import { OwnerProvider, useForgetNobodys, useLastUser } from '../ui/kept-key.ts'
import { Footer, GovernmentHeader } from '../ui/shell.tsx'
import { Cut, isCut, Trouble } from '../ui/trouble.tsx'
import { enterGovernment, visitOf } from '../visit.ts'
import type { Route } from './+types/government'

export const middleware: Route.MiddlewareFunction[] = [enterGovernment]

const staffPageOf = (actor: Actor) =>
  can(actor, 'member:grant')
    ? ('members' as const)
    : can(actor, 'department:write')
      ? ('departments' as const)
      : undefined

export async function loader({ context }: Route.LoaderArgs) {
  const { government, user, actor, asOf, year, now, read } = visitOf(context)
  const reads = can(actor, 'staff:read')
  const held = reads ? (await read(listDocuments)).map(({ id }) => id) : []
  return {
    held,
    government,
    year,
    asOf,
    now,
    userId: user?.id,
    userName: user?.name,
    role: actor.role,
    room: can(actor, 'room:read'),
    reads,
    staff: staffPageOf(actor),
  }
}

/** The frame stays while one document is reviewed: no step there changes it, and it must not fail when the network is away. */
export const shouldRevalidate = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) => {
  const sameVisit = ['year', 'asOf'].every(
    (key) => currentUrl.searchParams.get(key) === nextUrl.searchParams.get(key),
  )
  const review = currentUrl.pathname === nextUrl.pathname && /\/documents\/[^/]+$/.test(nextUrl.pathname)
  return review && sameVisit ? false : defaultShouldRevalidate
}

export default function Government({
  loaderData: { government, year, asOf, now, userId, userName, room, reads, staff },
}: Route.ComponentProps) {
  const owner = useLastUser(userId)
  useForgetNobodys()
  return (
    <>
      <GovernmentHeader
        government={government}
        year={year}
        asOf={asOf}
        userName={userName}
        now={now}
        room={room}
        reads={reads}
        staff={staff}
      />
      <main className="main" id="main">
        <OwnerProvider value={owner}>
          <Outlet key={owner} />
        </OwnerProvider>
      </main>
      <Footer />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (isCut(error)) return <Cut />
  return isRouteErrorResponse(error) ? (
    <Trouble status={error.status} detail={error.data} />
  ) : (
    <Trouble status={500} detail={undefined} />
  )
}
