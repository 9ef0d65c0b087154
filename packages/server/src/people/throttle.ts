import { Refusal } from '../api/refusal.ts'
import type { Database } from '../store/database.ts'

/** How many wrong tries are free, and how long the wait after more may become. */
const FREE = 5
const LONGEST_WAIT = 15 * 60

/**
 * Slows down whoever guesses: after five wrong tries for an e-mail address or from an address of the network, each further one has to wait, twice as long
 * each time. In the database, so that every process counts together. Throws 429 while the wait lasts.
 */
export async function refuseWhileWaiting(db: Database, keys: readonly string[]): Promise<void> {
  const { rows } = await db.pool.query<{ wait: number }>(
    `select greatest(0, ceil(extract(epoch from last_at - now()) + least($2, power(2, failures - $3))))::int as wait
     from sign_in_attempt where key = any($1) and failures > $3 order by 1 desc limit 1`,
    [keys, LONGEST_WAIT, FREE],
  )
  const wait = rows[0]?.wait ?? 0
  if (wait > 0) throw new Refusal(429, 'too-many-tries', { message: 'Too many wrong tries.', hint: `Try again in ${wait} seconds.`, retryAfter: wait })
}

export async function countFailure(db: Database, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await db.pool.query(
      `insert into sign_in_attempt (key, failures, last_at) values ($1, 1, now())
       on conflict (key) do update set last_at = now(), failures = case when sign_in_attempt.last_at < now() - interval '1 hour' then 1 else sign_in_attempt.failures + 1 end`,
      [key],
    )
  }
}

export async function forgetFailures(db: Database, keys: readonly string[]): Promise<void> {
  await db.pool.query('delete from sign_in_attempt where key = any($1)', [keys])
}
