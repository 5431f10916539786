import { can } from '#domain/access/can.ts'
import { nextStep } from '#domain/access/letter.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findGovernment } from '#store/governments.ts'
import { listMembers } from '#store/memberships.ts'
import { type Letter, lettersWaiting, queueLetter, saveAttempt } from '#store/outbox.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type KeyRefused = 'not-allowed' | 'no-such-member' | 'serves-elsewhere'

/**
 * 入口のリンクを渡す: an administrator asks for a link that sets a member's password, to hand it over where no mail can be sent. Written down,
 * for whoever holds the link can enter as that person. Refused for who serves another government too: their account is not this one's alone.
 * Returns what sort of link it is to be; the caller makes it.
 */
export async function handOverKey(
  tx: WriteTx,
  { actor, now }: Doing,
  user: string,
): Promise<Outcome<'invitation' | 'reset', KeyRefused>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const member = (await listMembers(tx)).find((each) => each.user === user && each.endedAt === undefined)
  if (!member) return refuse('no-such-member')
  if (member.elsewhere) return refuse('serves-elsewhere')
  await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'member:link', subject: `member:${user}` },
  })
  for (const letter of await lettersWaiting(tx))
    if (letter.user === user) await saveAttempt(tx, letter.id, { what: 'shown', at: now })
  return done(member.entered ? 'reset' : 'invitation')
}

/** 招待を送り直す: another letter of invitation to who has not come in yet. */
export async function inviteAgain(
  tx: WriteTx,
  { actor, now }: Doing,
  { user, lang }: { readonly user: string; readonly lang: string },
): Promise<Outcome<null, 'not-allowed' | 'no-such-member'>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const member = (await listMembers(tx)).find((each) => each.user === user && each.endedAt === undefined)
  if (!member || member.entered) return refuse('no-such-member')
  const name = (await findGovernment(tx, tx.government))?.name ?? tx.government
  await queueLetter(tx, {
    ...{ kind: 'invitation', user, lang, queuedAt: now, queuedBy: actor.name },
    detail: { government: name, by: actor.name },
  })
  return done(null)
}

/**
 * 次に送る手紙を取る: takes up letters that are due, and notes that their sending began, so that a second process leaves them alone. Those that
 * waited or failed too long are given up.
 */
export async function takeLetters(tx: WriteTx, now: string, most = 20): Promise<readonly Letter[]> {
  const taken: Letter[] = []
  for (const letter of await lettersWaiting(tx)) {
    const next = nextStep(letter.queuedAt, letter.attempts, now)
    if (next.do === 'give-up') await saveAttempt(tx, letter.id, { what: 'given-up', at: now })
    if (next.do !== 'send' || taken.length >= most) continue
    await saveAttempt(tx, letter.id, { what: 'begun', at: now })
    taken.push(letter)
  }
  return taken
}
