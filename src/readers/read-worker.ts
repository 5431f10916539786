import { readDocument } from './read-document.ts'

// The other end of `in-worker.ts`: one document in, one out.
process.once('message', async (asked: { readonly bytes: Uint8Array; readonly name: string }) => {
  process.send?.(await readDocument(asked.bytes, asked.name))
})
