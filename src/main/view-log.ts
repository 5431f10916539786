import type { Logger } from 'pino'
import type { View } from '#store/audit.ts'
import type { Store } from '#store/open.ts'
import { writing } from '#store/transaction.ts'
import { noteViews } from '#usecases/audit.ts'
import type { ViewLog } from '#web/context.ts'

/** How long a view waits for others, so that a page does not wait for its own note. */
const FLUSH_MS = 1_000
/** Views of one write. */
const MOST = 500

/** 閲覧の記録: takes note of views while pages are answered and writes them after. What could not be written is tried again. */
export function startViewLog({
  store,
  now,
  log,
}: {
  readonly store: Store
  readonly now: () => string
  readonly log: Pick<Logger, 'error'>
}): ViewLog & { stop(): Promise<void> } {
  const waiting = new Map<string, View[]>()
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  /** What cannot be written of one government keeps nobody else waiting. */
  async function flush(): Promise<void> {
    for (const [government, views] of waiting)
      await write(government, views).catch((error: unknown) => log.error(error, 'views'))
  }

  async function write(government: string, views: View[]): Promise<void> {
    while (views.length > 0) {
      const some = views.slice(0, MOST)
      await writing(store, { government }, (tx) => noteViews(tx, some, now()))
      views.splice(0, some.length)
    }
    waiting.delete(government)
  }

  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      round = round.then(flush).finally(() => {
        if (waiting.size > 0) soon()
      })
    }, FLUSH_MS)
  }

  return {
    note(government, view) {
      const views = waiting.get(government)
      if (views) views.push(view)
      else waiting.set(government, [view])
      soon()
    },
    async stop() {
      clearTimeout(timer)
      await round.then(flush)
    },
  }
}
