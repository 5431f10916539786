import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import type { ReadStatistics } from './statistics/found.ts'

export type Limits = { readonly seconds: number; readonly megabytes: number }

export const LIMITS: Limits = { seconds: 60, megabytes: 1024 }

// Resolved by the package's own names, so that it is found from a bundle as well.
const WORKER = createRequire(import.meta.url).resolve('#readers/read-worker.ts')

/** What is read in a process of its own, and what it becomes. */
type Task = { readonly document: SourceDocument; readonly statistics: ReadStatistics }

/** 文書を読む, in a process of its own. */
export function readInWorker(
  bytes: Uint8Array,
  name: string,
  limits: Limits = LIMITS,
): Promise<SourceDocument> {
  return inWorker('document', { bytes, name }, limits, (finding) => ({
    name,
    format: 'text',
    pages: [],
    findings: [finding],
  }))
}

/** 統計表を読む, in a process of its own. */
export const readStatisticsInWorker = (
  bytes: Uint8Array,
  name: string,
  limits: Limits = LIMITS,
): Promise<ReadStatistics> =>
  inWorker('statistics', { bytes, name }, limits, (finding) => ({ tables: [], findings: [finding] }))

/**
 * Reads in a process of its own, which may read files and nothing else: no writing, no other programs, no settings of ours.
 * When it takes too long or too much memory only that process ends, and a finding says so. A thread would not do: where one allocation
 * is too large, V8 ends the whole process and not the thread.
 */
function inWorker<T extends keyof Task>(
  task: T,
  file: { readonly bytes: Uint8Array; readonly name: string },
  { seconds, megabytes }: Limits,
  refusedBy: (finding: Finding) => Task[T],
): Promise<Task[T]> {
  const refused = (code: string, detail: NonNullable<Finding['detail']>): Task[T] =>
    refusedBy({ code, severity: 'error', detail })
  return new Promise((resolve) => {
    const worker = start(megabytes)
    let said = ''
    worker.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString()
    })
    const finish = (read: Task[T]) => {
      clearTimeout(timer)
      resolve(read)
      worker.kill('SIGKILL')
    }
    const timer = setTimeout(() => finish(refused('took-too-long', { seconds })), seconds * 1000)
    worker.once('message', (read) => finish(read as Task[T]))
    worker.once('error', ({ message }) => finish(refused('reader-failed', { reason: message.slice(0, 120) })))
    worker.once('close', (code, signal) =>
      finish(
        /heap out of memory|Reached heap limit|invalid (?:array|table) size/i.test(said)
          ? refused('out-of-memory', { megabytes })
          : refused('reader-failed', { reason: `exit ${code ?? signal}` }),
      ),
    )
    worker.send({ task, ...file }, (error) => {
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
