import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A moment: `Date` out of the database, an ISO text into it. */
type Moment = ColumnType<Date, string, string>
/** bigint comes as text; ids are opaque to everybody but PostgreSQL. */
type Id = GeneratedAlways<string>
type Json<T = unknown> = ColumnType<T, string, string>

export type Tables = {
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
  review: {
    government: string
    id: string
    year: number
    plans: Json
    change: string
    opened_at: Moment
    opened_by: string
  }
  review_member: {
    government: string
    id: Id
    review: string
    user_id: string
    affiliation: string
    chair: Generated<boolean>
    removed: Generated<boolean>
    change: string
    at: Moment
    by: string
  }
  review_move: {
    government: string
    id: Id
    review: string
    move: string
    detail: Json
    reason: string | null
    change: string
    at: Moment
    by: string
  }
  review_pack: {
    government: string
    id: Id
    review: string
    number: number
    pack: string
    sha256: string
    reason: string | null
    change: string
    fixed_at: Moment
    fixed_by: string
  }
  review_text: {
    government: string
    id: Id
    review: string
    kind: string
    fields: Json
    based_on: string | null
    set_aside: Generated<boolean>
    saved_at: Moment
    saved_by: string
  }
  opinion_draft: {
    government: string
    id: Id
    review: string
    author: string
    place: string
    fields: Json
    saved_at: Moment
  }
  opinion_charge: {
    government: string
    id: Id
    opinion: string
    department: string
    due: string | null
    change: string
    at: Moment
    by: string
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
  dataset: {
    id: string
    series: string
    vintage: number
    kind: string
    title: string
    edition: string | null
    published: string | null
    source: string
    file: string
    sha256: string
    areas: number
    rows: number
    first_year: number
    last_year: number
    imported_at: Moment
    imported_by: string
  }
  dataset_area: { dataset: string; code: string; name: string }
  dataset_people: {
    dataset: string
    area: string
    year: number
    male: number[]
    female: number[]
    unknown_male: number | null
    unknown_female: number | null
    origin: string
  }
  dataset_rates: {
    dataset: string
    area: string
    year: number
    survival_male: number[] | null
    survival_female: number[] | null
    migration_male: number[] | null
    migration_female: number[] | null
    child_woman_ratio: number | null
    male_share: number | null
    origin: string
  }
  dataset_value: {
    dataset: string
    area: string
    year: number
    what: string
    value: number
    origin: string
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
  }
  outbox_attempt: {
    government: string
    id: Id
    letter: string
    what: string
    error: string | null
    at: Moment
  }
}
