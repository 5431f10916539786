import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { findEvidence } from '#store/evidence.ts'
import { reading } from '#store/transaction.ts'
import { viewRoom } from '#usecases/view-room.ts'
import { servingContext } from '../context.ts'
import { asDownload } from '../download.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/review-evidence'

/**
 * 根拠資料 that a pack lists, for who reads that pack. A member of the panel sees no rows of staff, so the file itself is read by the system, after the
 * pack that the person may read was found to list it.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!visit.serves || !can(visit.actor, 'room:read')) throw data({ why: 'not-allowed' }, 403)
  const asked = new URL(request.url).searchParams.get('pack')
  const view = await visit.read((tx) =>
    viewRoom(tx, params.review, visit.actor.id, asked ? Number(asked) : undefined),
  )
  const listed = view?.read?.pack.plans
    .flatMap(({ rows }) => rows.flatMap(({ evidence = [] }) => evidence))
    .find(({ id }) => id === params.evidence)
  const { store } = context.get(servingContext)
  const found =
    listed &&
    (await reading(store, { government: visit.government.code }, (tx) => findEvidence(tx, listed.id)))
  if (!found) throw Response.json({ why: 'no-such-evidence' }, { status: 404 })
  if (found.removed) throw Response.json({ why: 'evidence-removed' }, { status: 410 })
  return asDownload(found.content, found.name, `evidence.${found.kind}`)
}
