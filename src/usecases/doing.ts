import type { Actor } from '#domain/access/can.ts'

/** Who does it, and when. `now` is an ISO moment in UTC; nothing below reads a clock. */
export type Doing = { readonly actor: Actor; readonly now: string }
