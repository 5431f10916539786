import type { Id, Moment } from './columns.ts'

/** 監査の表. */
export type AuditTables = {
  audit_entry: {
    government: string
    id: Id
    at: Moment
    kind: string
    role: string
    action: string
    subject: string
    digest: string
  }
  audit_detail: { government: string; entry: string; salt: string; person: string; body: string }
  audit_waiting: { government: string; entry: string }
  audit_batch: {
    government: string
    number: number
    entries: string[]
    root: string
    previous: string
    hash: string
    sealed_at: Moment
  }
}
