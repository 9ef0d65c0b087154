import { BlamefreeError } from '@blamefree/core'
import type { Transaction } from 'kysely'
import { fromKysely, PgBoss, type JobWithMetadata } from 'pg-boss'
import type { House } from '../house.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/identity.ts'
import { countJobs, type JobCount } from '../store/job-rows.ts'
import { ring } from '../store/doorbell.ts'
import type { Tables } from '../store/tables.ts'
import type { JobKind } from './job-kind.ts'
import { affected, areQueuesReady, bossConnection, prepareQueues } from './queues.ts'
import { runJob, type StoredJob } from './run-job.ts'

/** Work beside the requests, kept in the database until it is done: no job is lost with a process, and none takes effect twice. */
export interface Jobs {
  /**
   * Enqueues a job: in a transaction, if and only if it commits; with null, at once. Gives its id; null when one with the same key waits already and will do.
   * Throws for a name that is no kind of job, and for data that is not what it takes.
   */
  enqueue(tx: Transaction<Tables> | null, name: string, data: unknown, options?: EnqueueOptions): Promise<string | null>
  /** Takes a job that waits, or waits to be tried again, out of the queue. False when there is none such. */
  cancel(tx: Transaction<Tables> | null, name: string, id: string): Promise<boolean>
  /** Begins to work. */
  start(house: House): Promise<void>
  /** How many jobs wait, run and have failed, by kind. */
  counts(): Promise<readonly JobCount[]>
  /** Lets running jobs come to their end for a while. What then still runs is done again by whoever starts next. */
  close(): Promise<void>
}

export interface EnqueueOptions {
  /** While a job of this key waits, no second one is enqueued. */
  readonly key?: string
  /** Whose request it is; they hear of its progress and see it in their list. */
  readonly by?: string | null
  /** The incident that it is about: it is hidden with it. */
  readonly incident?: string
  /** Not before so many seconds from now. */
  readonly after?: number
  /** At most once in so many seconds, for a key. */
  readonly every?: number
}

/** A running job that has not been heard of for so many seconds was killed with its process, and is done again. */
const SILENCE = 20
/** Without a ring, waiting jobs are looked for this often, in seconds. */
const FLOOR = 5
/** How long running jobs may take to end when the process does, in milliseconds. */
const GRACE = 10_000

/**
 * The queue. Nothing runs before `start`; whoever needs it first, waits until it is open. `silence`: after so many seconds without a sign of it, a running job counts as killed; at least 10.
 */
export function openJobs(db: Database, log: Log, { kinds, silence = SILENCE }: { readonly kinds: readonly JobKind[]; readonly silence?: number }): Jobs {
  let opening: Promise<PgBoss> | null = null
  const open = async (): Promise<PgBoss> =>
    await (opening ??= openBoss(db, log, { kinds, silence }).catch((error: unknown) => {
      opening = null
      throw error
    }))
  const workers: Worker[] = []
  let looking: NodeJS.Timeout | undefined
  const stopHearing = db.doorbell.hear('job', (name) => {
    for (const { kind, id, boss } of workers) if (name === '' || name === kind) boss.notifyWorker(id)
  })
  const kindOf = (name: string): JobKind => kinds.find((kind) => kind.name === name) ?? unknownKind(name, kinds)
  return {
    enqueue: async (tx, name, data, options = {}) => await enqueue({ db, tx, kind: kindOf(name), boss: await open() }, data, options),
    async cancel(tx, name, id) {
      const boss = await open()
      return affected(await boss.cancel(kindOf(name).name, id, tx === null ? {} : { db: fromKysely(tx) })) > 0
    },
    async start(house) {
      const boss = await open()
      for (const kind of kinds) for (let one = 0; one < (kind.atOnce ?? 2); one++) workers.push(await hire(house, boss, kind))
      const recurring = async (): Promise<void> => {
        for (const kind of kinds) if (kind.every !== undefined) await enqueue({ db, boss, tx: null, kind }, {}, { key: kind.name, every: kind.every })
      }
      // Nobody waits for what is done once an hour.
      void recurring().catch(() => undefined)
      looking = setInterval(() => void recurring().catch(() => undefined), 60_000).unref()
    },
    async counts() {
      await open()
      return await countJobs(
        db,
        kinds.map(({ name }) => name),
      )
    },
    async close() {
      clearInterval(looking)
      stopHearing()
      const boss = await opening?.catch(() => null)
      await boss?.stop({ graceful: true, timeout: GRACE })
    },
  }
}

async function openBoss(db: Database, log: Log, queues: { readonly kinds: readonly JobKind[]; readonly silence: number }): Promise<PgBoss> {
  if (await areQueuesReady(db, queues)) {
    try {
      return await startBoss(db, log, queues)
    } catch (error) {
      // The library is newer than its tables: it says so, and they are brought up to date.
      log.info({ error: error instanceof Error ? error : null }, 'the job queue is prepared anew')
    }
  }
  await prepareQueues(db, queues)
  return await startBoss(db, log, queues)
}

async function startBoss(db: Database, log: Log, { silence }: { readonly silence: number }): Promise<PgBoss> {
  const boss = new PgBoss({
    ...bossConnection(db.app),
    max: 4,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: silence / 2,
    monitorIntervalSeconds: silence / 2,
  })
  boss.on('error', (error) => log.warn({ error }, 'the job queue could not reach the database; it tries again'))
  try {
    return await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw error
  }
}

interface Worker {
  readonly boss: PgBoss
  readonly kind: string
  readonly id: string
}

/** Puts somebody to work on a kind of job: one job after the other while there are any, and then when it is rung for. */
async function hire(house: House, boss: PgBoss, kind: JobKind): Promise<Worker> {
  let id = ''
  const how = { includeMetadata: true, pollingIntervalSeconds: FLOOR, ...(kind.oneEach === true ? { localGroupConcurrency: 1 } : {}) } as const
  id = await boss.work(kind.name, how, async (jobs: JobWithMetadata<StoredJob>[]) => {
    for (const job of jobs) await runJob(house, { boss, kind, job })
    boss.notifyWorker(id)
  })
  return { boss, kind: kind.name, id }
}

async function enqueue(
  { db, boss, tx, kind }: { readonly db: Database; readonly boss: PgBoss; readonly tx: Transaction<Tables> | null; readonly kind: JobKind },
  data: unknown,
  { key, by = null, incident, after, every }: EnqueueOptions,
): Promise<string | null> {
  const id = newId()
  const stored: StoredJob = { by, incident: incident ?? null, data: kind.data.parse(data) }
  const made = await boss.send(kind.name, stored, {
    id,
    singletonKey: key ?? id,
    ...(every === undefined ? {} : { singletonSeconds: every }),
    ...(after === undefined ? {} : { startAfter: after }),
    ...(kind.oneEach === true && by !== null ? { group: { id: by } } : {}),
    ...(tx === null ? {} : { db: fromKysely(tx) }),
  })
  if (made !== null) await ring(tx ?? db.sql, `job ${kind.name}`)
  return made
}

function unknownKind(name: string, kinds: readonly JobKind[]): never {
  const known = kinds.map((kind) => kind.name).join(', ')
  throw new BlamefreeError('jobs/unknown', `Cannot enqueue the job ${JSON.stringify(name)}: there is no such kind.`, `There are ${known}.`)
}
