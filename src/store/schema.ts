import type { Generated, GeneratedAlways } from 'kysely'
import type { Id, Json, Moment } from './columns.ts'
import type { AccessTables } from './schema-access.ts'
import type { AuditTables } from './schema-audit.ts'
import type { ConsultationTables } from './schema-consultations.ts'
import type { CycleTables } from './schema-cycle.ts'
import type { DatasetTables } from './schema-datasets.ts'
import type { RoomTables } from './schema-room.ts'

export type Tables = AccessTables &
  AuditTables &
  ConsultationTables &
  CycleTables &
  DatasetTables &
  RoomTables &
  GovernedTables

type GovernedTables = {
  government: {
    code: string
    name: string
    name_en: string | null
    kind: string
    fictional: Generated<boolean>
    sample: Generated<boolean>
    registered_at: Moment
  }
  government_event: {
    id: Id
    code: string
    day: string
    what: string
    other_code: string | null
    note: string | null
    recorded_at: Moment
  }
  change: {
    government: string
    id: Id
    at: Moment
    actor: string
    role: string
    action: string
    subject: string
    reason: string | null
    detail: Json | null
  }
  element: {
    government: string
    owner: string
    kind: string
    id: string
    change: string
    parent: string | null
    position: number
    body: Json
    known_from: Moment
    known_to: Moment | null
    indicator: GeneratedAlways<string | null>
    project: GeneratedAlways<string | null>
  }
  actual: {
    government: string
    id: Id
    indicator: string
    year: number
    kind: string
    value: string | null
    why: string | null
    qualifier: string | null
    provisional: Generated<boolean>
    vintage: string | null
    span: Json | null
    n: number | null
    note: string | null
    source: string | null
    corrects: string | null
    reason: string | null
    change: string
    recorded_at: Moment
    recorded_by: string
  }
  judgement: {
    government: string
    id: Id
    plan: string
    commitment: string
    year: number
    stage: string
    scheme: string
    scheme_version: string
    grade: string | null
    outcome: Json
    actual: string | null
    reason: string | null
    change: string
    recorded_at: Moment
    recorded_by: string
  }
  cycle_move: {
    government: string
    id: Id
    plan: string
    year: number
    move: string
    reason: string | null
    change: string
    at: Moment
    by: string
  }
  publication: {
    government: string
    id: Id
    plan: string
    year: number
    number: number
    snapshot: string
    sha256: string
    note: string | null
    change: string
    published_at: Moment
    published_by: string
  }
  appropriation: {
    government: string
    id: Id
    project: string
    year: number
    kind: string
    month: number | null
    yen: string
    unit: string
    funding_source: string | null
    source: string | null
    corrects: string | null
    reason: string | null
    change: string
    recorded_at: Moment
    recorded_by: string
  }
  opinion: {
    government: string
    id: Id
    plan: string
    year: number
    subject: string
    panel: string
    text: string
    answers: string | null
    state: string | null
    department: string | null
    review: string | null
    number: number | null
    kind: string | null
    stance: string | null
    cites: Json | null
    revises: string | null
    author: string | null
    affiliation: string | null
    spoken: Generated<boolean>
    due: string | null
    change: string
    recorded_at: Moment
    recorded_by: string
  }
  membership: {
    government: string
    id: Id
    user_id: string
    role: string
    department: string | null
    granted_at: Moment
    granted_by: string
    ended_at: Moment | null
  }
  document: {
    government: string
    id: string
    sha256: string
    name: string
    size: number
    content: Buffer
    change: string
    received_at: Moment
    received_by: string
  }
  reading: {
    government: string
    id: Id
    document: string
    pages: number
    source: Json
    draft: Json
    remarks: Json
    read_at: Moment
  }
  review_step: {
    government: string
    id: Id
    reading: string
    step: Json
    at: Moment
    by: string
  }
  round: {
    government: string
    id: Id
    year: number
    dates: Json
    reason: string | null
    change: string
    opened_at: Moment
    opened_by: string
  }
  answer: {
    government: string
    id: Id
    year: number
    indicator: string
    fields: Json
    based_on: string | null
    set_aside: Generated<boolean>
    via: string
    saved_at: Moment
    saved_by: string
  }
  report_move: {
    government: string
    id: Id
    year: number
    indicator: string
    move: string
    answer: string
    reason: string | null
    change: string
    at: Moment
    by: string
  }
  outbox: {
    government: string
    id: Id
    kind: string
    user_id: string
    lang: string
    detail: Json
    queued_at: Moment
    queued_by: string
    slot: string | null
  }
  outbox_attempt: {
    government: string
    id: Id
    letter: string
    what: string
    error: string | null
    at: Moment
  }
  follow_up_step: {
    government: string
    id: Id
    plan: string
    year: number
    subject: string
    kind: string
    step: Json
    change: string
    at: Moment
    by: string
  }
}
