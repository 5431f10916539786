import type { Id, Json, Moment } from './columns.ts'

/** 署名した束の表. */
export type BundleTables = {
  trusted_key: {
    government: string
    id: Id
    fingerprint: string
    what: string
    name: string
    reason: string | null
    change: string
    at: Moment
    by: string
  }
  bundle_made: {
    government: string
    id: Id
    bundle: string
    year: number
    manifest: Json
    change: string
    at: Moment
    by: string
  }
  bundle_arrived: {
    government: string
    id: Id
    bundle: string
    fingerprint: string
    year: number
    manifest: Json
    change: string
    at: Moment
    by: string
  }
  bundle_chunk: { government: string; id: Id; bundle: string; content: Buffer }
  bundle_taken: {
    government: string
    id: Id
    bundle: string
    year: number
    told: Json
    answers: Json
    questions: Json
    change: string
    at: Moment
    by: string
  }
}
