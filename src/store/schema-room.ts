import type { Generated } from 'kysely'
import type { Id, Json, Moment } from './columns.ts'

/** Tables of the panel's room. What it adds to an opinion stands with the opinion. */
export type RoomTables = {
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
}
