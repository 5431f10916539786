import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { AUDIT_KINDS, type AuditKind } from '#domain/audit/chain.ts'
import type { Asked } from '#store/audit.ts'
import type { Visit } from '../visit.ts'

/** Kinds that are shown where none is asked for: rows stand behind changes and would only repeat them. */
const SHOWN: readonly AuditKind[] = AUDIT_KINDS.filter((kind) => kind !== 'fact')

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Midnight in Japan at the beginning of a day, or of the day after. Undefined for what is no day. */
function midnight(day: string, after: number): string | undefined {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00+09:00`) : Number.NaN
  return Number.isNaN(at) ? undefined : new Date(at + after * 86_400_000).toISOString()
}

/** What the form of the audit asks for. */
export function askedOf(url: URL): Omit<Asked, 'limit'> {
  const told = (key: string) => url.searchParams.get(key)?.trim() || undefined
  const kind = AUDIT_KINDS.find((each) => each === told('kind'))
  const before = told('before')
  return {
    person: told('who'),
    kinds: kind ? [kind] : SHOWN,
    text: told('text')?.slice(0, 100),
    from: midnight(told('from') ?? '', 0),
    until: midnight(told('until') ?? '', 1),
    before: before && /^[1-9]\d{0,17}$/.test(before) ? before : undefined,
  }
}

/** The audit is for auditors and administrators. @throws Response 403 for anybody else. */
export function auditOnly({ actor }: Visit): void {
  if (!can(actor, 'audit:read')) throw data({ why: 'not-allowed' }, 403)
}
