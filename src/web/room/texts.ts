import { MINUTES_FIELDS, SUMMARY_FIELDS, type TextKind } from '#domain/cycle/review.ts'
import type { SentForm } from '../form.ts'

/** The fields of a text as a form sends them; a form without JavaScript breaks lines its own way. */
export const textFrom = ({ told }: SentForm, kind: TextKind): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (kind === 'minutes' ? MINUTES_FIELDS : SUMMARY_FIELDS).map((name) => [
      name,
      told(name).replaceAll('\r\n', '\n'),
    ]),
  )
