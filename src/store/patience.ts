/** How long a request waits for a database that is being started again. */
const PATIENCE_MS = 10_000

/**
 * While the database is being started again, what has not begun waits for it. `run` says when it has begun; from then on nothing is
 * repeated here, because nobody knows whether it was done.
 */
export async function patiently<T>(run: (begun: () => void) => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    let began = false
    try {
      return await run(() => {
        began = true
      })
    } catch (error) {
      if (began || !isAway(error) || Date.now() > until) throw error
      await pause(150)
    }
  }
}

export const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))

const CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']

/** Refused, reset, starting up or shutting down; a pooled connection that died is told by its message only. */
const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && CODES.includes(String(error.code))) ||
    /Connection terminated|Client has encountered a connection error/.test(error.message) ||
    isAway(error.cause))
