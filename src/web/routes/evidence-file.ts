import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { findEvidence } from '#store/evidence.ts'
import { asDownload } from '../download.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/evidence-file'

/**
 * 根拠資料 as it came, for who serves here: until the answer is approved, for its department and who gathers it, as the rows themselves say. Always a download, whatever its kind, and sandboxed besides: what a file holds is never shown as a page of ours. A removed
 * one is not handed out.
 */
export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const may = can(visit.actor, 'staff:read') || can(visit.actor, 'room:read')
  if (!visit.serves || !may) throw data({ why: 'not-allowed' }, 403)
  const found = await visit.read((tx) => findEvidence(tx, params.evidence))
  if (!found) throw Response.json({ why: 'no-such-evidence' }, { status: 404 })
  if (found.removed) throw Response.json({ why: 'evidence-removed' }, { status: 410 })
  return asDownload(found.content, found.name, `evidence.${found.kind}`)
}
