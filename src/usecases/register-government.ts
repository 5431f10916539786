import { isGovernmentCode } from '#domain/government/code.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findGovernment, type Government, saveGovernment } from '#store/governments.ts'
import { saveMembership } from '#store/memberships.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

/** Where `administrator` names a user, that person administers the new government from the start. */
export type Registration = Omit<Government, 'registeredAt'> & { readonly administrator?: string }

/** 団体を登録する. The transaction must be opened for that government's code. */
export async function registerGovernment(
  tx: WriteTx,
  { actor, now }: Doing,
  { administrator, ...input }: Registration,
): Promise<Outcome<Government, 'not-a-government-code' | 'already-registered' | 'name-missing'>> {
  if (!isGovernmentCode(input.code)) return refuse('not-a-government-code', { value: input.code })
  if (input.name.trim() === '') return refuse('name-missing')
  const known = await findGovernment(tx, input.code)
  if (known)
    return refuse('already-registered', { value: input.code, ...(known.sample ? { sample: 'yes' } : {}) })
  const government = { ...input, registeredAt: now }
  await saveGovernment(tx, government)
  await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'government:register',
    subject: input.code,
  })
  if (administrator)
    await saveMembership(
      tx,
      { government: input.code, user: administrator, role: 'administrator' },
      now,
      actor.name,
    )
  return done(government)
}
