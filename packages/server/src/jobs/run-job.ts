import { BlamefreeError } from '@blamefree/core'
import type { Transaction } from 'kysely'
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { House } from '../house.ts'
import { writeProgress } from '../store/job-rows.ts'
import { announce } from '../store/outbox.ts'
import type { Tables } from '../store/tables.ts'
import type { JobKind, RunningJob } from './job-kind.ts'
import { affected } from './queues.ts'

/** What is kept of a job in the queue. */
export interface StoredJob {
  readonly by: string | null
  readonly incident: string | null
  readonly data: unknown
}

/** A job was given to somebody else while it ran here: whatever it changed is undone. */
class TakenAway extends Error {}

/** Runs a job that was taken from the queue, and settles it together with what it changes. Throws nothing but when the database is away; the queue then tries again. */
export async function runJob(
  house: House,
  { boss, kind, job }: { readonly boss: PgBoss; readonly kind: JobKind; readonly job: JobWithMetadata<StoredJob> },
): Promise<void> {
  const { db, log } = house
  const { by } = job.data
  const attempt = { id: job.id, retryCount: job.retryCount }
  const about = { job: job.id, kind: kind.name, attempt: job.retryCount + 1 }
  const last = job.retryCount >= job.retryLimit
  let settled = false
  const tell = async (tx: Transaction<Tables>, state: string): Promise<void> => {
    if (by !== null) await announce(tx, { kind: 'job.changed', member: by, data: { job: job.id, name: kind.name, state } })
  }
  const finish = async (work: (tx: Transaction<Tables>) => Promise<unknown>): Promise<void> => {
    await db.tx(async (tx) => {
      const result = await work(tx)
      const answer = await boss.complete(kind.name, attempt, result ?? null, { db: fromKysely(tx) })
      if (affected(answer) === 0) throw new TakenAway()
      await tell(tx, 'done')
    })
    settled = true
  }
  const running: RunningJob<unknown> = {
    id: job.id,
    data: job.data.data,
    attempt: job.retryCount + 1,
    last,
    by,
    signal: job.signal,
    finish,
    async progress(state) {
      await db.tx(async (tx) => {
        await writeProgress(tx, job.id, state)
        await tell(tx, 'running')
      })
    },
  }
  const began = performance.now()
  try {
    const result = await kind.run(house, running)
    if (!settled) await finish(() => Promise.resolve(result))
    log.info({ ...about, ms: Math.round(performance.now() - began) }, 'a job is done')
  } catch (error) {
    if (error instanceof TakenAway) return log.warn(about, 'a job was given to another process while it ran here; nothing of it was kept')
    if (settled) return log.error({ ...about, error: asError(error) }, 'a job failed after it had ended')
    log.warn({ ...about, last, error: asError(error) }, 'a job failed')
    await db.tx(async (tx) => {
      await boss.fail(kind.name, attempt, failure(error), { db: fromKysely(tx) })
      await tell(tx, last ? 'failed' : 'waiting')
    })
  }
}

const asError = (error: unknown): Error | null => (error instanceof Error ? error : null)

/** What is kept of a failure, for people to see: our own sentences, and of anything else only that it happened. */
function failure(error: unknown): { code: string; message: string } {
  if (error instanceof BlamefreeError) return { code: error.code, message: error.message }
  return { code: 'fault', message: 'Something that should not happen did. The log has it under the job’s id.' }
}
