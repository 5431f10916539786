import { sql } from 'kysely'
import type { Actor } from '#domain/access/can.ts'
import type { OpinionFields } from '#domain/cycle/opinion.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { writeDown } from '#store/changes.ts'
import { saveMembership } from '#store/memberships.ts'
import type { Store } from '#store/open.ts'
import { saveReviewMember } from '#store/reviews.ts'
import type { WriteTx } from '#store/transaction.ts'
import { fixPack } from '#usecases/fix-pack.ts'
import type { HandIn } from '#usecases/hand-in-opinion.ts'
import { openReview } from '#usecases/open-review.ts'
import { recordActual } from '#usecases/record-actual.ts'
import { actAs, inCity, planner, smallPlan } from './store.ts'

export const code = smallPlan.government
export const now = '2026-08-01T00:00:00.000Z'
export const doing = { actor: planner(code), now }
export const year = 2024
export const meeting = { title: '第1回', day: '2026-08-20', time: '14時', place: '市役所', due: '2026-08-31' }
export const program = `${smallPlan.id}.g1-p1`
export const member = (id: string): Actor => ({ id, name: `委員 ${id}`, role: 'reviewer', government: code })
export const as = (id: string) => ({ actor: member(id), now: '2026-08-10T00:00:00.000Z' })
export const opinion: OpinionFields = {
  subject: 'c-ratio',
  kind: 'proposal',
  stance: 'worse',
  text: '内訳を見たい。',
  cites: [],
}

export const jobs = (value: string) => ({
  indicator: 'jobs',
  actual: { kind: 'known' as const, year: fiscalYear(2024), value: decimal(value) },
})

/** Runs `work` with another value of the setting that says who acts, and puts the former back. */
async function actingAs(tx: WriteTx, who: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{
    before: string | null
  }>`select current_setting('shirube.actor', true) as before`.execute(tx.db)
  const set = (value: string) => sql`select set_config('shirube.actor', ${value}, true)`.execute(tx.db)
  await set(who)
  await work()
  await set(rows[0]?.before ?? '')
}

/** Seats a member without going through the accounts, which a test has none of. */
export async function seat(tx: WriteTx, review: string, user: string, affiliation: string, chair = false) {
  const change = await writeDown(tx, {
    at: now,
    actor: 'a',
    role: 'planner',
    action: 'review:seat',
    subject: review,
  })
  // Granting is an administrator's; here it is only the ground that the test stands on.
  await actingAs(tx, '"system"', () =>
    saveMembership(tx, { government: code, user, role: 'reviewer' }, now, 'a'),
  )
  await saveReviewMember(
    tx,
    change,
    { review, user, affiliation, chair },
    { removed: false, at: now, by: 'a' },
  )
}

/** A room with two members, open for reading. */
export const opened = (store: Store, work: (tx: WriteTx, review: string) => Promise<void>) =>
  inCity(store, { plan: smallPlan, at: doing }, async (tx) => {
    await recordActual(tx, doing, jobs('240'))
    const made = await openReview(tx, doing, { year, plans: [smallPlan.id], meeting })
    if (!made.ok) throw new Error(made.why)
    const review = made.value.id
    await seat(tx, review, 'u-chair', '学識経験者', true)
    await seat(tx, review, 'u-member', '産業界')
    const fixed = await fixPack(tx, doing, { review, seen: 0, reason: '' })
    if (!fixed.ok) throw new Error(fixed.why)
    // Several people act in one test; that the database keeps them apart is the journey's matter, and of the test that asks it.
    await actAs(tx)
    await work(tx, review)
  })
export const sent = (review: string, more: Partial<HandIn> = {}): HandIn => ({
  review,
  place: program,
  fields: opinion,
  ...more,
})
