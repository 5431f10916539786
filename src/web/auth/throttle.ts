import type pg from 'pg'

/** 一つの宛先への試み: attempts at one account within the window; more wait. Throttling by address alone would let many machines try one account. */
export const ATTEMPTS = { most: 10, windowSeconds: 15 * 60 } as const

/** Counts one more attempt; false where there were too many. Kept beside the counts by address, so that a restart forgets nothing. */
export async function mayTry(pool: pg.Pool, account: string, now: number): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>(
    `insert into "rateLimit" as r (id, key, count, "lastRequest") values ($1, $2, 1, $3)
     on conflict (key) do update set
       count = case when r."lastRequest" <= $4 then 1 else r.count + 1 end,
       "lastRequest" = case when r."lastRequest" <= $4 or r.count < $5 then $3 else r."lastRequest" end
     returning count`,
    [crypto.randomUUID(), keyOf(account), now, now - ATTEMPTS.windowSeconds * 1000, ATTEMPTS.most],
  )
  return (rows[0]?.count ?? 0) <= ATTEMPTS.most
}

/** Who got in starts anew. */
export async function forgetAttempts(pool: pg.Pool, account: string): Promise<void> {
  await pool.query('delete from "rateLimit" where key = $1', [keyOf(account)])
}

const keyOf = (account: string) => `account|${account.trim().toLowerCase()}`
