import { can } from '#domain/access/can.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Indicator, Settled } from '#domain/indicator/indicator.ts'
import { readYear } from '#domain/shared/era.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { GOVERNMENT, loadElements, saveElements } from '#store/elements.ts'
import { commitmentsOf } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { dayInJapan } from './today.ts'

export type SettleRefused =
  | 'not-allowed'
  | 'no-such-indicator'
  | 'already-stated'
  | 'value-not-understood'
  | 'reason-missing'

/** 記載なしの項目: what the indicator, or a plan's baseline of it, leaves open and a person may settle. */
export function openAttributes(indicator: Indicator, commitments: readonly Commitment[]): readonly string[] {
  const silent = (['better', 'accumulation', 'unit'] as const).filter(
    (what) => indicator[what] === 'not-stated',
  )
  const undated = commitments.some(
    ({ baseline }) => baseline !== 'not-stated' && baseline.year === 'not-stated',
  )
  return [...silent, ...(undated ? ['baseline-year'] : [])]
}

/** Reads a value for an attribute: one of its words, a short unit, or a year however it is written (「R4」「令和4年度」「2022」). */
function readValue(what: string, written: string, commitments: readonly Commitment[]): string | undefined {
  if (what === 'better') return ['higher', 'lower', 'steady'].find((each) => each === written)
  if (what === 'accumulation') return ['cumulative', 'annual', 'point'].find((each) => each === written)
  if (what === 'unit') return written.length > 0 && written.length <= 20 ? written : undefined
  const read = readYear(written)
  const first = Math.min(...commitments.flatMap(({ targets }) => targets.map(({ year }) => year)))
  return read.ok && read.value.year < first ? String(read.value.year) : undefined
}

/** 記載なしを設定する. The document's silence stays on record; beside it stands who settled it, when and why. What it states is not touched. */
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
  const element = (await loadElements(tx, GOVERNMENT, 'indicator')).find(({ id }) => id === input.indicator)
  if (!element) return refuse('no-such-indicator', { id: input.indicator })
  const indicator = element.body as Indicator
  const commitments = await commitmentsOf(tx, indicator.id)
  if (!openAttributes(indicator, commitments).includes(input.what))
    return refuse('already-stated', { what: input.what })
  const value = readValue(input.what, input.value.trim(), commitments)
  if (value === undefined) return refuse('value-not-understood', { value: input.value })
  if (input.reason.trim() === '') return refuse('reason-missing')

  const settled: Settled = {
    what: input.what,
    value,
    reason: input.reason,
    by: actor.name,
    on: dayInJapan(now),
  }
  const body: Indicator = { ...indicator, settled: [...(indicator.settled ?? []), settled] }
  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'indicator:settle',
    subject: `indicator:${input.indicator}`,
    reason: input.reason,
    detail: { what: input.what, value },
  })
  await saveElements(tx, { id, at: now }, GOVERNMENT, [{ ...element, body }], { keepOthers: true })
  return done(settled)
}
