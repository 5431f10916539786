import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Finding } from '#domain/shared/finding.ts'
import type { SourceDocument } from './source-document.ts'

export type Limits = { readonly seconds: number; readonly megabytes: number }

export const LIMITS: Limits = { seconds: 60, megabytes: 1024 }

// Resolved by the package's own names, so that it is found from a bundle as well.
const WORKER = createRequire(import.meta.url).resolve('#readers/read-worker.ts')

/** Reads a document in a thread of its own. When it takes too long or too much memory, only the thread ends, and a finding says so. */
export function readInWorker(
  bytes: Uint8Array,
  name: string,
  limits: Limits = LIMITS,
): Promise<SourceDocument> {
  const { seconds, megabytes } = limits
  const refused = (code: string, detail: NonNullable<Finding['detail']>): SourceDocument => ({
    name,
    format: 'text',
    pages: [],
    findings: [{ code, severity: 'error', detail }],
  })
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: { bytes: Uint8Array.from(bytes), name },
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const finish = (document: SourceDocument) => {
      clearTimeout(timer)
      resolve(document)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(refused('took-too-long', { seconds })), seconds * 1000)
    worker.once('message', finish)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refused('out-of-memory', { megabytes })
          : refused('reader-failed', { reason: error.message.slice(0, 120) }),
      ),
    )
    worker.once('exit', (code) => finish(refused('reader-failed', { reason: `exit ${code}` })))
  })
}
