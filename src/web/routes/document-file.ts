import { documentBytes, findDocument } from '#store/documents.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/document-file'

/** The document as it came. Always a download: what a stranger's file holds is never shown as a page of ours. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await visitOf(context).read(async (tx) => {
    const document = await findDocument(tx, params.document)
    return document && { document, bytes: await documentBytes(tx, document.id) }
  })
  if (!found?.bytes) throw Response.json({ why: 'no-such-document' }, { status: 404 })
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.document.name)}`,
      'x-content-type-options': 'nosniff',
    },
  })
}
