import { PgBoss, type ConstructorOptions } from 'pg-boss'
import type pg from 'pg'
import type { Database } from '../store/database.ts'
import { grantJobs, JOBS_SCHEMA } from '../store/job-rows.ts'
import type { JobKind } from './job-kind.ts'

/** How often a job is tried again where its kind does not say. */
export const AGAIN = { times: 5, first: 5, longest: 600 } as const
const WEEK = 7 * 86_400

/** Makes the queue's tables and queues as the owner of the tables, and lets the app's role work in them. Several processes may come at once. */
export async function prepareQueues(db: Database, { kinds, silence }: { readonly kinds: readonly JobKind[]; readonly silence: number }): Promise<void> {
  const boss = new PgBoss({
    ...bossConnection(db.owner),
    max: 1,
    supervise: false,
  })
  const failures: Error[] = []
  boss.on('error', (error) => failures.push(error))
  await boss.start()
  try {
    const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
    for (const { name, again = AGAIN, minutes = 15 } of kinds) {
      const options = {
        retryLimit: again.times,
        retryDelay: again.first,
        retryDelayMax: again.longest,
        retryBackoff: true,
        expireInSeconds: minutes * 60,
        heartbeatSeconds: silence,
        deleteAfterSeconds: WEEK,
        retentionSeconds: 2 * WEEK,
      }
      // At most one job of a key waits; those without a key of their own have their id for it.
      if (!there.has(name)) await boss.createQueue(name, { policy: 'short', ...options })
      else if (there.get(name)?.retryLimit !== again.times || there.get(name)?.expireInSeconds !== minutes * 60) await boss.updateQueue(name, options)
    }
    await grantJobs(boss.getDb())
  } finally {
    await boss.stop({ graceful: false })
  }
  const [failure] = failures
  if (failure !== undefined) throw failure
}

/** A connection as the queue's library wants it said. */
export function bossConnection({ host, port, user, password, database, connectionString, options, ssl }: pg.ClientConfig): ConstructorOptions {
  const said = { host, port, user, password, database, connectionString, options, ssl }
  return { ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)), schema: JOBS_SCHEMA, ...QUIET }
}

/** What we do by other means, or not at all. */
const QUIET: ConstructorOptions = { schedule: false, reindex: false, registerInstance: false, openTelemetry: { enabled: false } }

/** How many jobs a call has changed. The library says so, but not in its types. */
export function affected(answer: object): number {
  const { affected: count } = answer as { readonly affected?: unknown }
  if (typeof count !== 'number') throw new Error('The job queue does not say what it changed.')
  return count
}
