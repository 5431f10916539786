import type pg from 'pg'

/** 一つの宛先への試み: attempts at one account within the window; more wait. Throttling by address alone would let many machines try one account. */
export const ATTEMPTS = { most: 10, windowSeconds: 15 * 60 } as const

/** Counts one more attempt; false where there were too many since the window began. Kept in the database, so that a restart forgets nothing. */
export async function mayTry(pool: pg.Pool, account: string, now: string): Promise<boolean> {
  const begins = new Date(Date.parse(now) - ATTEMPTS.windowSeconds * 1000).toISOString()
  const { rows } = await pool.query<{ count: number }>(
    `insert into attempt as a (account, count, since) values ($1, 1, $2)
     on conflict (account) do update set
       count = case when a.since <= $3 then 1 else a.count + 1 end,
       since = case when a.since <= $3 then $2 else a.since end
     returning count`,
    [account.trim().toLowerCase(), now, begins],
  )
  await pool.query('delete from attempt where since <= $1', [begins])
  return (rows[0]?.count ?? 0) <= ATTEMPTS.most
}

/** Who got in starts anew. */
export async function forgetAttempts(pool: pg.Pool, account: string): Promise<void> {
  await pool.query('delete from attempt where account = $1', [account.trim().toLowerCase()])
}
