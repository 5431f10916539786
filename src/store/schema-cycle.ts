import type { Id, Moment } from './columns.ts'

/** Tables of 進行管理: stages, deputies, who answers what, questions, evidence. */
export type CycleTables = {
  stage_move: {
    government: string
    id: Id
    year: number
    stage: string
    move: string
    department: string | null
    reason: string | null
    change: string
    at: Moment
    by: string
  }
  delegation: {
    government: string
    id: Id
    giver: string
    deputy: string
    role: string
    department: string
    from_day: string
    to_day: string
    reason: string
    change: string
    at: Moment
    by: string
  }
  delegation_end: {
    government: string
    id: Id
    delegation: string
    change: string
    at: Moment
    by: string
  }
  assignment: {
    government: string
    id: Id
    year: number
    indicator: string
    user_id: string | null
    change: string
    at: Moment
    by: string
  }
  question: {
    government: string
    id: Id
    year: number
    department: string
    indicator: string | null
    answers: string | null
    side: string
    text: string
    change: string
    at: Moment
    by: string
  }
  evidence: {
    government: string
    id: Id
    year: number
    indicator: string
    name: string
    kind: string
    size: number
    sha256: string
    shows: string
    content: Buffer
    change: string
    at: Moment
    by: string
  }
  evidence_removed: {
    government: string
    id: Id
    evidence: string
    reason: string
    change: string
    at: Moment
    by: string
  }
  digest_choice: {
    government: string
    id: Id
    user_id: string
    wanted: boolean
    at: Moment
  }
}
