import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { bundleBytes, listMade } from '#store/bundles.ts'
import { ja } from '#words/ja.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/bundle-file'

/** 作った束のファイル, as it was signed; again as often as a medium is lost. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!can(visit.actor, 'bundle:carry')) throw data({ why: 'not-allowed' }, 403)
  const found = await visit.read(async (tx) => {
    const made = (await listMade(tx)).find(({ manifest }) => manifest.id === params.bundle)
    const bytes = made && (await bundleBytes(tx, params.bundle))
    return bytes && { manifest: made.manifest, bytes }
  })
  if (!found) throw Response.json({ why: 'no-such-bundle' }, { status: 404 })
  const { year, direction, id } = found.manifest
  const name = `${ja.bundle.fileName(year, direction)} ${id.slice(0, 8)}.shirube`
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="bundle.shirube"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
