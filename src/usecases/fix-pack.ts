import { createHash } from 'node:crypto'
import { can } from '#domain/access/can.ts'
import { changedRows } from '#domain/cycle/changed-since.ts'
import type { Pack } from '#domain/cycle/pack.ts'
import { moveReview, type ReviewRefused } from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findPack, listPacks, type PackRecord, savePack, saveReviewMove } from '#store/reviews.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { findRoom } from './open-review.ts'
import { takePack } from './take-pack.ts'
import { type ViewRefused, viewYear } from './year.ts'

export type FixRefused =
  | ReviewRefused
  | ViewRefused
  | 'not-allowed'
  | 'no-such-review'
  | 'reason-missing'
  | 'somebody-was-faster'

/**
 * 資料を固定する. The first time it opens the room for reading; again it wants a reason and makes another pack, and the one before stays as it
 * was. `seen` is the number of the last pack that the person saw, so a form sent twice fixes one.
 */
export async function fixPack(
  tx: WriteTx,
  { actor, now }: Doing,
  { review, seen, reason }: { readonly review: string; readonly seen: number; readonly reason: string },
): Promise<Outcome<PackRecord, FixRefused>> {
  if (!can(actor, 'room:run')) return refuse('not-allowed')
  const room = await findRoom(tx, review, actor.id)
  if (!room) return refuse('no-such-review')
  const next = moveReview(room.state, 'pack')
  if (!next.ok) return next
  const number = ((await listPacks(tx, review)).at(-1)?.number ?? 0) + 1
  if (number !== seen + 1) return refuse('somebody-was-faster')
  if (number > 1 && !reason.trim()) return refuse('reason-missing')
  const taken = await takePack(tx, room.review, now)
  if (!taken.ok) return taken
  const pack = JSON.stringify(taken.value)
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'review:pack', subject: `review:${review}` },
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    detail: { year: room.review.year, number },
  })
  const record: PackRecord = {
    ...{ number, sha256: createHash('sha256').update(pack).digest('hex'), fixedAt: now },
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  }
  await savePack(tx, change, review, { ...record, pack, by: actor.name })
  await saveReviewMove(tx, change, review, {
    ...{ move: 'pack', detail: { number }, at: now, by: actor.name },
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  })
  return done(record)
}

/** The pack of a room, the last one where no number is named. */
export async function readPack(
  tx: ReadTx,
  review: string,
  asked?: number,
): Promise<
  { readonly pack: Pack; readonly record: PackRecord; readonly all: readonly PackRecord[] } | undefined
> {
  const all = await listPacks(tx, review)
  const record = asked === undefined ? all.at(-1) : all.find(({ number }) => number === asked)
  const text = record && (await findPack(tx, review, record.number))
  return record && text !== undefined ? { pack: JSON.parse(text) as Pack, record, all } : undefined
}

/** 固定したあとに変わったもの: promises whose values or judgement are not those of the pack any more. For staff alone. */
export async function changedSince(tx: ReadTx, { plans, year }: Pack): Promise<readonly string[]> {
  const changed: string[] = []
  for (const { snapshot } of plans) {
    const viewed = await viewYear(tx, { plan: snapshot.plan.id, year })
    if (viewed.ok) changed.push(...changedRows(snapshot, viewed.value))
  }
  return changed
}
