import { readDocument } from './read-document.ts'

type Asked = {
  readonly task: 'document' | 'statistics'
  readonly bytes: Uint8Array
  readonly name: string
}

// The other end of `in-worker.ts`: one file in, what it says out.
process.once('message', async ({ task, bytes, name }: Asked) => {
  process.send?.(
    task === 'document'
      ? await readDocument(bytes, name)
      : (await import('./statistics/read.ts')).readStatistics(bytes, name),
  )
})
