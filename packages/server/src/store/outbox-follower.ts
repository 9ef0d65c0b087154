import type { Log } from '../log.ts'
import type { Database } from './database.ts'

/** Follows a table whose ids are given before their rows appear, so that no row is passed by: one that is late is waited for. */
export interface Follower<Row> {
  readonly ready: Promise<void>
  position: () => number
  hear: (callback: (rows: readonly Row[]) => void) => () => void
  close(): Promise<void>
}

/**
 * Ids that are missing below an id that is there: their transactions are still open, or have failed. Whoever can still bring them held a lock on the table
 * when we looked after noticing; when all of those transactions have ended, what is missing then will never come. Nobody else's transaction is waited for.
 */
interface Gap {
  readonly below: number
  readonly writers: ReadonlySet<string>
}

const BATCH = 500
/** How long to rest, in milliseconds: while something is missing, and while the database does not answer. */
const REST = { wait: 25, away: 500 } as const

/** Begins at the end of the outbox as it is now. Looks when the doorbell rings and every `floor` milliseconds; through a broken connection, until it works again. */
export function openFollower<Row extends { readonly id: number }>(
  db: Database,
  { floor, log, read }: { readonly floor: number; readonly log: Pick<Log, 'error'>; readonly read: (after: number, limit: number) => Promise<Row[]> },
): Follower<Row> {
  const listeners = new Set<(rows: readonly Row[]) => void>()
  const tail = openTail(db, read)
  const closing = new AbortController()
  let wake = (): void => undefined
  let rung = false
  const stopHearing = db.doorbell.hear('outbox', () => {
    rung = true
    wake()
  })
  const rest = async (milliseconds: number): Promise<void> => {
    if (rung || closing.signal.aborted) return
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })
  }
  const ready = Promise.withResolvers<void>()
  const tell = (rows: readonly Row[]): void => {
    for (const listener of listeners) {
      try {
        listener(rows)
      } catch (error) {
        log.error({ error: error instanceof Error ? error : null }, 'a listener to events failed')
      }
    }
  }
  const follow = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      rung = false
      const { rows, next } = await tail.step().catch((): Step<Row> => ({ rows: [], next: 'away' }))
      if (tail.position() !== null) ready.resolve()
      if (rows.length > 0) tell(rows)
      if (next !== 'again') await rest(next === 'rest' ? floor : REST[next])
    }
  }
  const following = follow()
  return {
    ready: ready.promise,
    position: () => tail.position() ?? 0,
    hear(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    async close() {
      closing.abort()
      stopHearing()
      wake()
      ready.resolve()
      await following
    },
  }
}

interface Step<Row> {
  readonly rows: readonly Row[]
  /** `again`: there is more. `wait`: something is missing. `away`: the database does not answer. `rest`: all is read. */
  readonly next: 'again' | 'wait' | 'away' | 'rest'
}

function openTail<Row extends { readonly id: number }>(
  db: Database,
  read: (after: number, limit: number) => Promise<Row[]>,
): { position(): number | null; step(): Promise<Step<Row>> } {
  let position: number | null = null
  let gap: Gap | null = null
  const passed = async (): Promise<boolean> => {
    if (gap === null) return false
    const now = await writers(db)
    return ![...gap.writers].some((writer) => now.has(writer))
  }
  const start = async (): Promise<Step<Row>> => {
    if (gap === null) {
      const below = await lastId(db)
      gap = { below, writers: await writers(db) }
    }
    if (!(await passed())) return { rows: [], next: 'wait' }
    position = gap.below
    gap = null
    return { rows: [], next: 'again' }
  }
  return {
    position: () => position,
    async step() {
      if (position === null) return await start()
      // The order matters: a transaction's rows can be seen before its locks go.
      const over = await passed()
      const rows = await read(position, BATCH)
      const taken: Row[] = []
      for (const row of rows) {
        if (row.id !== position + 1 && !(over && gap !== null && row.id <= gap.below)) break
        taken.push(row)
        position = row.id
      }
      if (taken.length === rows.length) {
        gap = null
        return { rows: taken, next: rows.length === BATCH ? 'again' : 'rest' }
      }
      const below = rows.at(-1)?.id ?? position
      if (gap === null || over || (rows[taken.length]?.id ?? 0) > gap.below) gap = { below, writers: await writers(db) }
      return { rows: taken, next: gap.writers.size === 0 ? 'again' : 'wait' }
    },
  }
}

/** The highest id that can be seen. */
export async function lastId(db: Database): Promise<number> {
  return (
    (
      await db.sql
        .selectFrom('outbox')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst()
    )?.id ?? 0
  )
}

/** The transactions that write to the outbox now. They take this lock before they take an id, and give it back when their rows can be seen. */
async function writers({ pool }: Database): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select virtualtransaction as id from pg_locks where locktype = 'relation' and relation = 'outbox'::regclass and mode = 'RowExclusiveLock'
     and database = (select oid from pg_database where datname = current_database())`,
  )
  return new Set(rows.map(({ id }) => id))
}
