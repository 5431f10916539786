import { can } from '#domain/access/can.ts'
import type { Indicator, Settled } from '#domain/indicator/indicator.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import { writeDown } from '#store/changes.ts'
import { GOVERNMENT, loadElements, saveElements } from '#store/elements.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type SettleRefused =
  | 'not-allowed'
  | 'no-such-indicator'
  | 'not-settleable'
  | 'value-not-understood'
  | 'reason-missing'

/** What may be settled, and which values are understood. The unit is any short text, the department an id. */
const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  better: (value) => ['higher', 'lower', 'steady'].includes(value),
  accumulation: (value) => ['cumulative', 'annual', 'point'].includes(value),
  unit: (value) => value.length > 0 && value.length <= 20,
  'baseline-year': (value) => /^\d{4}$/.test(value) && isFiscalYear(Number(value)),
}

/** 記載なしを設定する. The document's silence stays on record; beside it stands who settled it, when and why. */
export async function settleAttribute(
  tx: WriteTx,
  { actor, now }: Doing,
  input: {
    readonly indicator: string
    readonly what: string
    readonly value: string
    readonly reason: string
  },
): Promise<Outcome<Settled, SettleRefused>> {
  if (!can(actor, 'indicator:settle')) return refuse('not-allowed')
  const [what = ''] = input.what.split(':')
  const understood = VALUES[what]
  if (!understood) return refuse('not-settleable', { what: input.what })
  if (!understood(input.value)) return refuse('value-not-understood', { value: input.value })
  if (input.reason.trim() === '') return refuse('reason-missing')
  const element = (await loadElements(tx, GOVERNMENT, 'indicator')).find(({ id }) => id === input.indicator)
  if (!element) return refuse('no-such-indicator', { id: input.indicator })

  const settled: Settled = {
    what: input.what,
    value: input.value,
    reason: input.reason,
    by: actor.name,
    on: now.slice(0, 10),
  }
  const indicator = element.body as Indicator
  const body: Indicator = { ...indicator, settled: [...(indicator.settled ?? []), settled] }
  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'indicator:settle',
    subject: `indicator:${input.indicator}`,
    reason: input.reason,
    detail: { what: input.what, value: input.value },
  })
  await saveElements(tx, { id, at: now }, GOVERNMENT, [{ ...element, body }], { keepOthers: true })
  return done(settled)
}
