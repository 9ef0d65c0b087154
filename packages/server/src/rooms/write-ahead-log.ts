import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { appendUpdates, type NewUpdate } from '../store/room-log.ts'

/** What people type goes here first. An update is in no shared text, and nobody is told that it is saved, before it is on the disk of the database. */
export interface WriteAheadLog {
  /** Resolves with the update's number when it is durable; null when the text was published meanwhile. Never rejects: while the database is away it waits, and tries again. */
  append(update: NewUpdate): Promise<number | null>
  /** How many updates wait. */
  readonly waiting: number
  /** Calls back from time to time while the database is away. */
  onAway(callback: () => void): void
  /** Stops trying. What still waits was never acknowledged; whoever typed it still has it. */
  close(): void
}

interface Waiting {
  readonly update: NewUpdate
  readonly done: (seq: number | null) => void
}

/** How many updates one statement takes. */
const BATCH = 500
/** Milliseconds between tries while the database is away: at first, and at most. */
const PATIENCE = { first: 50, most: 1000 } as const
/** How often, in milliseconds, whoever waits is told so. */
const WORD = 5000

/** Opens the log: one statement at a time, and whatever comes meanwhile together in the next. `node` is the name that other processes hear; null where there are none. */
export function openWriteAheadLog(db: Database, log: Log, node: string | null): WriteAheadLog {
  const queue: Waiting[] = []
  const listeners: (() => void)[] = []
  const closing = new AbortController()
  let busy = false
  let inHand = 0

  const write = async (): Promise<void> => {
    busy = true
    while (queue.length > 0 && !closing.signal.aborted) {
      const batch = queue.splice(0, BATCH)
      inHand = batch.length
      const seqs = await untilThere(batch.map(({ update }) => update))
      batch.forEach(({ done }, index) => done(seqs?.[index] ?? null))
      inHand = 0
    }
    busy = false
  }
  const untilThere = async (updates: readonly NewUpdate[]): Promise<(number | null)[] | null> => {
    const began = Date.now()
    let told = began
    for (let pause: number = PATIENCE.first; ; pause = Math.min(pause * 2, PATIENCE.most)) {
      try {
        const seqs = await appendUpdates(db, updates, node)
        if (pause > PATIENCE.first) log.info({ ms: Date.now() - began, updates: updates.length }, 'the database is back; what was typed meanwhile is logged')
        return seqs
      } catch (error) {
        if (pause === PATIENCE.first) log.error({ error: error instanceof Error ? error : null }, 'what people type cannot be logged; it waits')
        if (closing.signal.aborted) return await new Promise(() => undefined)
        if (Date.now() - told >= WORD) {
          told = Date.now()
          for (const listener of listeners) listener()
        }
        await new Promise((resume) => setTimeout(resume, pause))
      }
    }
  }
  return {
    append: (update) =>
      new Promise((done) => {
        queue.push({ update, done })
        if (!busy) void write()
      }),
    get waiting() {
      return queue.length + inHand
    },
    onAway: (callback) => void listeners.push(callback),
    close: () => closing.abort(),
  }
}
