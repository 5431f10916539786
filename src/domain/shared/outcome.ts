/** An expected refusal is a value, not an exception. `why` is a code; `words/` turns it into a sentence. */
export type Refusal<Why extends string = string> = {
  readonly ok: false
  readonly why: Why
  /** What the sentence needs: the place, the value, what would be allowed. */
  readonly detail?: Readonly<Record<string, string | number>>
}

export type Done<T = unknown> = { readonly ok: true; readonly value: T }

export type Outcome<T, Why extends string = string> = Done<T> | Refusal<Why>

export const done = <T>(value: T): Done<T> => ({ ok: true, value })

export const refuse = <Why extends string>(
  why: Why,
  detail?: Readonly<Record<string, string | number>>,
): Refusal<Why> => (detail ? { ok: false, why, detail } : { ok: false, why })
