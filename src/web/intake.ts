import { createHash } from 'node:crypto'
import type { Finding } from '#domain/shared/finding.ts'
import { checkDocument } from '#readers/check/check-document.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readInWorker } from '#readers/in-worker.ts'
import { receiveDocument } from '#usecases/receive-document.ts'
import type { Visit } from './visit.ts'

/** Larger documents are read on the command line. */
const LARGEST = 20_000_000

export type Intake =
  | { readonly ok: true; readonly id: string; readonly known: boolean }
  | {
      readonly ok: false
      readonly why: string
      readonly findings: readonly Finding[]
      readonly detail?: Readonly<Record<string, string | number>> | undefined
    }

/** 文書を受け付ける: read in a process of its own, then kept with what was read. A file that cannot be read leaves nothing behind. */
export async function takeDocument(visit: Visit, file: File | undefined): Promise<Intake> {
  const refused = (why: string, findings: readonly Finding[] = []): Intake => ({ ok: false, why, findings })
  if (!visit.user) return refused('signed-out')
  if (!file) return refused('no-file')
  if (file.size === 0) return refused('document-unreadable', [{ code: 'file-empty', severity: 'error' }])
  if (file.size > LARGEST) return refused('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const source = await readInWorker(bytes, file.name)
  const fatal = source.findings.filter(({ severity }) => severity === 'error')
  if (fatal.length > 0) return refused('document-unreadable', fatal)
  const draft = readPlan(source)
  const reading = { source, draft, remarks: checkDocument(source, draft) }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = await visit.act('plan:import', (tx, doing) =>
    receiveDocument(tx, doing, { name: file.name, sha256, bytes, reading }),
  )
  return kept.ok ? { ok: true, ...kept.value } : refused(kept.why)
}
