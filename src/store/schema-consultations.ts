import type { ColumnType } from 'kysely'
import type { Id, Json, Moment } from './columns.ts'

/** 意見募集の表. */
export type ConsultationTables = {
  consultation: {
    government: string
    id: Id
    fields: Json
    change: string
    opened_at: Moment
    opened_by: string
  }
  consultation_move: {
    government: string
    id: Id
    consultation: string
    move: string
    detail: Json
    sha256: string | null
    change: string
    at: Moment
    by: string
  }
  comment: {
    government: string
    id: Id
    consultation: string
    token: string
    channel: string
    received_on: ColumnType<Date, string, string>
    about: string
    text: string
    at: Moment
    by: string
  }
  comment_person: { government: string; comment: string; name: string; contact: string }
  comment_group: {
    government: string
    id: Id
    consultation: string
    key: string
    fields: Json
    based_on: string | null
    at: Moment
    by: string
  }
}
