import { can } from '#domain/access/can.ts'
import { FOLLOW_UP_CHOICES, type FollowUpChoice, USUAL_CHOICES } from '#domain/cycle/follow-up.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { GOVERNMENT, saveElements } from '#store/elements.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { findChoices } from './follow-up.ts'

/** Most choices of a list, and the longest name of one. */
const MOST = 20
const LONGEST = 30

/**
 * 方針の区分を決める: the body's own list, in order. A name that is known keeps its id and its translations; decisions that were made keep the
 * words they were made in.
 */
export async function settleChoices(
  tx: WriteTx,
  { actor, now }: Doing,
  names: readonly string[],
): Promise<Outcome<readonly FollowUpChoice[], 'not-allowed' | 'choices-not-understood'>> {
  if (!can(actor, 'cycle:move')) return refuse('not-allowed')
  const unique = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  if (unique.length < 2 || unique.length > MOST || unique.some(({ length }) => length > LONGEST))
    return refuse('choices-not-understood', { most: MOST, longest: LONGEST })
  const known = [...(await findChoices(tx)), ...USUAL_CHOICES]
  const taken = new Set(known.map(({ id }) => id))
  let next = 1
  const choices = unique.map((name): FollowUpChoice => {
    const before = known.find((each) => each.name === name)
    if (before) return before
    while (taken.has(`own-${next}`)) next += 1
    taken.add(`own-${next}`)
    return { id: `own-${next}`, name }
  })
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'follow-up:choices', subject: 'settings' },
    detail: { value: choices.map(({ name }) => name).join('・') },
  })
  const setting = { kind: 'setting', id: FOLLOW_UP_CHOICES, position: 91, body: choices }
  await saveElements(tx, { id, at: now }, GOVERNMENT, [setting], { keepOthers: true })
  return done(choices)
}
