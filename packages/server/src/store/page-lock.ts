import type { Database } from './database.ts'

/** How long one waits for somebody else who publishes the same page, in milliseconds, and how often one asks. */
const PATIENCE = { whole: 120_000, step: 250 }

/**
 * Does something with a page while nobody else does, over all processes. The lock is the connection's own: it is free again at the moment in which a process is killed. Gives `busy` when the
 * other does not come to an end, or at once with `patient: false`.
 */
export async function withPage<T>(
  { pool }: Pick<Database, 'pool'>,
  page: string,
  { patient, work }: { readonly patient: boolean; readonly work: () => Promise<T> },
): Promise<T | 'busy'> {
  const client = await pool.connect()
  let broken = false
  const onError = (): void => void (broken = true)
  client.on('error', onError)
  const ask = async (call: string): Promise<boolean> => {
    const { rows } = await client.query<{ yes: boolean }>(`select ${call}(hashtextextended($1, 0)) as yes`, [`page ${page}`])
    return rows[0]?.yes === true
  }
  try {
    for (const until = Date.now() + (patient ? PATIENCE.whole : 0); !(await ask('pg_try_advisory_lock'));) {
      if (Date.now() >= until) return 'busy'
      await new Promise((resume) => setTimeout(resume, PATIENCE.step))
    }
    try {
      return await work()
    } finally {
      // A connection that cannot give the lock back is not given to others.
      broken = !(await ask('pg_advisory_unlock').catch(() => false)) || broken
    }
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
