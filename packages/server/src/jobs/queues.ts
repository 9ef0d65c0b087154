import { PgBoss, type ConstructorOptions } from 'pg-boss'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Database } from '../store/database.ts'
import { grantJobs, JOBS_SCHEMA, readQueues, type QueueSettings } from '../store/job-rows.ts'
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
    const there = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const kind of kinds) {
      const options = { ...optionsOf(kind, silence), retryBackoff: true }
      // At most one job of a key waits; those without a key of their own have their id for it.
      if (!there.has(kind.name)) await boss.createQueue(kind.name, { policy: 'short', ...options })
      else await boss.updateQueue(kind.name, options)
    }
    await grantJobs(boss.getDb())
  } finally {
    await boss.stop({ graceful: false })
  }
  const [failure] = failures
  if (failure !== undefined) throw failure
}

/** How a queue is meant to be, where a process may want it otherwise than the one before. */
const optionsOf = ({ again = AGAIN, minutes = 15 }: JobKind, silence: number): Record<Exclude<keyof QueueSettings, 'name'>, number> => ({
  retryLimit: again.times,
  retryDelay: again.first,
  retryDelayMax: again.longest,
  expireInSeconds: minutes * 60,
  heartbeatSeconds: silence,
  deleteAfterSeconds: WEEK,
  retentionSeconds: 2 * WEEK,
})

/** Whether the queues are as they should be and may be worked in, so that nobody has to prepare them: one question, which every start asks. Nothing is said of the version of their tables. */
export async function areQueuesReady(
  db: Pick<Database, 'pool'>,
  { kinds, silence }: { readonly kinds: readonly JobKind[]; readonly silence: number },
): Promise<boolean> {
  const there = new Map((await readQueues(db)).map(({ name, ...queue }) => [name, queue]))
  return kinds.every((kind) => isDeepStrictEqual(there.get(kind.name), optionsOf(kind, silence)))
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
