import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Finding } from '#domain/shared/finding.ts'
import type { SourceDocument } from './source-document.ts'

export type Limits = { readonly seconds: number; readonly megabytes: number }

export const LIMITS: Limits = { seconds: 60, megabytes: 1024 }

// Resolved by the package's own names, so that it is found from a bundle as well.
const WORKER = createRequire(import.meta.url).resolve('#readers/read-worker.ts')

/**
 * Reads a document in a process of its own, which may read files and nothing else: no writing, no other programs, no settings of ours.
 * When it takes too long or too much memory only that process ends, and a finding says so. A thread would not do: where one allocation
 * is too large, V8 ends the whole process and not the thread.
 */
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
    const worker = start(megabytes)
    let said = ''
    worker.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString()
    })
    const finish = (document: SourceDocument) => {
      clearTimeout(timer)
      resolve(document)
      worker.kill('SIGKILL')
    }
    const timer = setTimeout(() => finish(refused('took-too-long', { seconds })), seconds * 1000)
    worker.once('message', (document) => finish(document as SourceDocument))
    worker.once('error', ({ message }) => finish(refused('reader-failed', { reason: message.slice(0, 120) })))
    worker.once('close', (code, signal) =>
      finish(
        /heap out of memory|Reached heap limit|invalid (?:array|table) size/i.test(said)
          ? refused('out-of-memory', { megabytes })
          : refused('reader-failed', { reason: `exit ${code ?? signal}` }),
      ),
    )
    worker.send({ bytes, name }, (error) => {
      if (error) finish(refused('reader-failed', { reason: error.message.slice(0, 120) }))
    })
  })
}

const start = (megabytes: number): ChildProcess =>
  fork(WORKER, {
    // Native add-ons are for the canvas that pdf.js loads and we do not use.
    execArgv: [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--allow-addons'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {},
  })
