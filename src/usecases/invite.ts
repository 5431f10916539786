import { can } from '#domain/access/can.ts'
import {
  type AskedPerson,
  checkInvitations,
  type Invitation,
  type Known,
  type RowProblem,
} from '#domain/access/invitation.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { findGovernment } from '#store/governments.ts'
import { listMembers, personFor, saveMembership } from '#store/memberships.ts'
import { queueLetter } from '#store/outbox.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { runningYear } from './today.ts'

type Checked = {
  readonly invitations: readonly Invitation[]
  readonly problems: readonly RowProblem[]
}

/** 招待を確かめる: what the rows would do; writes nothing. */
export async function checkInvited(
  tx: ReadTx,
  now: string,
  roleOf: Known['roleOf'],
  asked: readonly AskedPerson[],
): Promise<Checked> {
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  const departments = await listDepartments(tx)
  return checkInvitations(asked, { roleOf, departments, year: runningYear(now), serving })
}

export type ToInvite = {
  readonly asked: readonly AskedPerson[]
  readonly roleOf: Known['roleOf']
  /** Language of the letters. */
  readonly lang: string
}

export type InviteRefused = 'not-allowed' | 'nobody-asked' | 'rows-wrong'

/**
 * 招待する, one person or many: all rows or none. Who has no account yet gets one without a password, and a letter with a link; who has one
 * is told. A person who serves elsewhere keeps the name they have.
 */
export async function invite(
  tx: WriteTx,
  { actor, now }: Doing,
  { asked, roleOf, lang }: ToInvite,
): Promise<Outcome<{ readonly invited: number }, InviteRefused>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  if (asked.length === 0) return refuse('nobody-asked')
  const { invitations, problems } = await checkInvited(tx, now, roleOf, asked)
  if (problems.length > 0) return refuse('rows-wrong', { rows: new Set(problems.map(({ row }) => row)).size })
  const name = (await findGovernment(tx, tx.government))?.name ?? tx.government
  const users = new Set<string>()
  for (const { role, department, ...person } of invitations) {
    const user = await personFor(tx, person, now)
    users.add(user)
    await writeDown(tx, {
      ...{ at: now, actor: actor.name, role: actor.role, action: 'member:invite', subject: `member:${user}` },
      detail: { role, ...(department ? { department } : {}) },
    })
    const membership = { government: tx.government, user, role, ...(department ? { department } : {}) }
    await saveMembership(tx, membership, now, actor.name)
  }
  const entered = new Set((await listMembers(tx)).filter((each) => each.entered).map(({ user }) => user))
  for (const user of users)
    await queueLetter(tx, {
      ...{
        kind: entered.has(user) ? 'added' : 'invitation',
        user,
        lang,
        queuedAt: now,
        queuedBy: actor.name,
      },
      detail: { government: name, by: actor.name },
    })
  return done({ invited: users.size })
}
