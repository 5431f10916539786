import type { FollowUpKind } from '#domain/cycle/follow-up.ts'
import { readMoney } from '#domain/shared/money.ts'
import type { AskedStep } from '#usecases/follow-up.ts'
import type { SentForm } from '../form.ts'

export const FOLLOW_UP_KINDS = [
  ...(['propose', 'decide', 'approval', 'budget', 'plan-change', 'progress'] as const),
] satisfies readonly FollowUpKind[]

/** 「1,200千円」, or a bare number of yen. Not a number where it cannot be read, which is refused with its reason. */
function readYen(typed: string): number {
  const written = typed.normalize('NFKC').replaceAll(/\s/g, '')
  return readMoney(/円$/.test(written) ? written : `${written}円`)?.yen ?? Number.NaN
}

/** The step that a form asks for, other than a new draft edition; undefined for a kind that there is not. */
export function askedStep(kind: FollowUpKind, { told }: SentForm, fallback: number): AskedStep | undefined {
  const optional = <Key extends string>(key: Key, value: string) =>
    value === '' ? {} : ({ [key]: value } as Record<Key, string>)
  switch (kind) {
    case 'propose':
      return { kind, choice: told('choice'), reason: told('reason') }
    case 'decide':
      return {
        ...{ kind, choice: told('choice'), reason: told('reason') },
        ...optional('department', told('department')),
        ...optional('due', told('due')),
      }
    case 'approval':
      return { kind, number: told('number'), day: told('day') }
    case 'budget':
      return {
        ...{ kind, year: Number(told('year')) || fallback, reference: told('reference'), note: told('note') },
        ...(told('yen') === '' ? {} : { yen: readYen(told('yen')) }),
      }
    case 'progress':
      return { kind, state: told('state') === 'done' ? 'done' : 'begun', text: told('text') }
    case 'plan-change':
      return undefined
  }
}
