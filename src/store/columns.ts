import type { ColumnType, GeneratedAlways } from 'kysely'

/** A moment: `Date` out of the database, an ISO text into it. */
export type Moment = ColumnType<Date, string, string>
/** bigint comes as text; ids are opaque to everybody but PostgreSQL. */
export type Id = GeneratedAlways<string>
export type Json<T = unknown> = ColumnType<T, string, string>
