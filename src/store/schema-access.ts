import type { Id, Json, Moment } from './columns.ts'

/** Tables of tokens and their events. */
export type AccessTables = {
  api_token: {
    government: string
    id: Id
    name: string
    hash: string
    role: string
    department: string | null
    scopes: Json
    issued_at: Moment
    issued_by: string
    expires_at: Moment
    change: string
  }
  api_token_event: {
    government: string
    id: Id
    token: string
    what: string
    day: string
    reason: string | null
    at: Moment
    by: string
  }
}
