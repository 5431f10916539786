import type { Logger } from 'pino'
import { lastChange } from '#store/changes.ts'
import { listGovernments } from '#store/governments.ts'
import type { Store } from '#store/open.ts'
import { reading, writing } from '#store/transaction.ts'
import { isOfficeTime, noticesDue, queueNotices } from '#usecases/remind.ts'
import { dayInJapan } from '#usecases/today.ts'

/** How often is looked whether anybody is to be told anything. */
const LOOK_EVERY_MS = 60_000

type Reminding = { readonly store: Store; readonly now: () => string }

/**
 * 知らせを見る: one look over all governments. What was seen of a government is remembered, and while nothing changed and no new day began there is
 * nothing to compute. Two servers may look at once: a slot is queued once.
 */
export async function lookRound({ store, now }: Reminding, seen: Map<string, string>): Promise<number> {
  const governments = await reading(store, { government: '' }, listGovernments)
  let queued = 0
  for (const { code: government } of governments) {
    const at = now()
    const state = `${await reading(store, { government }, lastChange)} ${dayInJapan(at)} ${isOfficeTime(at)}`
    if (seen.get(government) === state) continue
    const letters = await reading(store, { government }, (tx) => noticesDue(tx, at))
    if (letters.length > 0) queued += await writing(store, { government }, (tx) => queueNotices(tx, letters))
    seen.set(government, state)
  }
  return queued
}

/** Looks, minute after minute, until stopped. */
export function startReminding({ log, ...reminding }: Reminding & { readonly log: Logger }): {
  stop(): Promise<void>
} {
  const seen = new Map<string, string>()
  let [stopped, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined]
  let round: Promise<unknown> = Promise.resolve()
  const look = () => {
    round = lookRound(reminding, seen)
      .catch((error: unknown) => log.error(error, 'reminders'))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, LOOK_EVERY_MS)
      })
  }
  look()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
