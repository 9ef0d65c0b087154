import type { Instant } from '@blamefree/core'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { jsonText } from './json-text.ts'
import type { Log } from '../log.ts'
import type { Database } from './database.ts'
import { lastId, openFollower } from './outbox-follower.ts'
import type { Tables } from './tables.ts'

/** What happened, as ids: whoever hears of it reads the rows, with their own rights. */
export interface Announcement {
  /** The thing and what happened to it: `incident.changed`, `post-mortem.published`. */
  readonly kind: string
  /** Always given for what belongs to an incident: who may see the incident hears of it, and nobody else. */
  readonly incident?: string
  readonly postMortem?: string
  /** Only this member hears of it. */
  readonly member?: string
  /** Ids and states. Never a text of an incident, never a secret. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** An announcement as it was kept. Ids grow, with gaps. */
export interface OutboxEvent {
  readonly id: number
  readonly at: Instant
  readonly kind: string
  readonly incident: string | null
  readonly postMortem: string | null
  readonly member: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Announces what the transaction does, if and only if it commits, and gives the announcement's id. Announce last: until the transaction ends, everything announced
 * after it waits, so that everybody hears everything in one order.
 */
export async function announce(tx: Transaction<Tables>, announcement: Announcement): Promise<number> {
  const { rows } = await sql<{ id: number }>`with told as (${announcementInserted(announcement)}) select id, ${ringFor(sql`id`)} from told`.execute(tx)
  return rows[0]?.id ?? 0
}

/** The statement that writes an announcement down and gives its id, as a part of another one: whoever uses it rings, too. */
export function announcementInserted({ kind, incident, postMortem, member, data = {} }: Announcement): RawBuilder<unknown> {
  return sql`insert into outbox (kind, incident_id, post_mortem_id, member_id, data)
    values (${kind}, ${incident ?? null}, ${postMortem ?? null}, ${member ?? null}, ${jsonText(data)}) returning id`
}

/** The expression that rings for the announcement of an id, once its transaction commits. */
export const ringFor = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`pg_notify('blamefree', 'outbox ' || ${id})`

/** The outbox as this process follows it: one reader of the table, however many want to know. */
export interface Outbox {
  /** Resolves when the follower knows where it stands. */
  readonly ready: Promise<void>
  /** Every event up to this id has been heard of, and none will appear below it any more. */
  position(): number
  /** Calls back with new events, in the order of their ids, each once, until the returned function is called. */
  hear(callback: (events: readonly OutboxEvent[]) => void): () => void
  /** The events after an id, up to the follower's position; `complete` is false where older ones have been removed already, and for an id that this database never gave. */
  read(after: number, limit: number): Promise<{ readonly events: OutboxEvent[]; readonly complete: boolean }>
  /**
   * Hands every event to `work` once, over all processes and their ends: how far the reader of this name has come is kept in the transaction that `work` writes in.
   * Fails and is tried again, with the same events, when `work` throws. `concerns` says, as an expression over a row `o` of the outbox, which events are for it: where none of the
   * next ones is, they are passed by without it, in one way to the database.
   */
  consume(name: string, work: (tx: Transaction<Tables>, events: readonly OutboxEvent[]) => Promise<void>, concerns?: RawBuilder<unknown>): () => void
  close(): Promise<void>
}

/** How many events a reader is given at once. */
const BATCH = 200

const SILENT = { error: (): void => undefined }

/** Opens the outbox of a database and begins to follow it. `floor`: it looks at least this often (milliseconds), when no ring comes. */
export function openOutbox(db: Database, { floor = 2000, log = SILENT }: { readonly floor?: number; readonly log?: Pick<Log, 'error'> } = {}): Outbox {
  const follower = openFollower(db, { floor, log, read: (after, limit) => eventsBetween(db.sql, { after, upTo: Number.MAX_SAFE_INTEGER, limit }) })
  const readers = new Set<Reader>()
  const failed = (error: unknown): void => log.error({ error: error instanceof Error ? error : null }, 'a reader of events failed; it is tried again')
  const wakeAll = (): void => {
    for (const reader of readers) reader.wake()
  }
  const stopHearing = follower.hear(wakeAll)
  const looking = setInterval(wakeAll, floor)
  looking.unref()
  return {
    ready: follower.ready,
    position: follower.position,
    hear: follower.hear,
    async read(after, limit) {
      await follower.ready
      const upTo = follower.position()
      const events = await eventsBetween(db.sql, { after, upTo, limit })
      return { events, complete: after >= (await lastRemoved(db)) && (after <= upTo || after <= (await lastId(db))) }
    },
    consume(name, work, concerns) {
      let known = false
      /** Up to here everything has been handed over, by this process or another: there is nothing to ask for. */
      let reached = -1
      const reader = openReader(async () => {
        await follower.ready
        if (!known) await enrol(db, name)
        known = true
        while (readers.has(reader) && reached < follower.position()) {
          const upTo = follower.position()
          const position = (concerns === undefined ? null : await passBy(db, { name, upTo, concerns })) ?? (await consumeSome(db, { name, upTo, work }))
          if (position === null) return
          reached = position
        }
      }, failed)
      readers.add(reader)
      reader.wake()
      return () => readers.delete(reader)
    },
    async close() {
      stopHearing()
      clearInterval(looking)
      const ending = [...readers].map((reader) => reader.ended())
      readers.clear()
      await follower.close()
      await Promise.all(ending)
    },
  }
}

interface Reader {
  wake(): void
  /** Resolves when it is doing nothing. */
  ended(): Promise<void>
}

/** How long a reader rests between two batches, in milliseconds: what comes in a burst is read together, and does not cost a transaction each. */
const REST = 50

/** Runs one at a time, and once more when it was woken meanwhile. What it throws is tried again with the next waking. */
function openReader(run: () => Promise<void>, failed: (error: unknown) => void): Reader {
  let running: Promise<void> | null = null
  let again = false
  const wake = (): void => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await run().catch(failed)
        await new Promise((resume) => setTimeout(resume, REST))
      }
      running = null
    })()
  }
  return { wake, ended: async () => void (await running) }
}

/** Gives a reader its row, at the beginning of all events. */
async function enrol({ sql: store }: Database, name: string): Promise<void> {
  await store
    .insertInto('outbox_reader')
    .values({ name, position: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The events of one kind, as what concerns a reader. */
export const ofKind = (kind: string): RawBuilder<unknown> => sql`o.kind = ${kind}`

/**
 * Lets the next events of a reader pass, when none of them concerns it, and gives how far it has come. Null when one does, or another process is at it. Nobody waits
 * until that is on the disk: what was passed by once is passed by again, and whatever makes it concern somebody takes what was written before to the disk with it.
 */
async function passBy(
  { sql: store }: Database,
  { name, upTo, concerns }: { readonly name: string; readonly upTo: number; readonly concerns: RawBuilder<unknown> },
): Promise<number | null> {
  const { rows } = await sql<{ position: number }>`
    update outbox_reader set position = ${upTo}, updated_at = now()
    from (select name, position from outbox_reader where name = ${name} and position < ${upTo} for update skip locked) as mine,
      (select set_config('synchronous_commit', 'off', true) offset 0) as unhurried
    where outbox_reader.name = mine.name and not exists (select from outbox o where o.id > mine.position and o.id <= ${upTo} and ${concerns})
    returning outbox_reader.position`.execute(store)
  return rows[0]?.position ?? null
}

/** Hands the next events of a reader over, in one transaction with its position. Gives how far it has come; null when another process is at it. */
async function consumeSome(
  db: Database,
  {
    name,
    upTo,
    work,
  }: { readonly name: string; readonly upTo: number; readonly work: (tx: Transaction<Tables>, events: readonly OutboxEvent[]) => Promise<void> },
): Promise<number | null> {
  return await db.tx(async (tx) => {
    const row = await tx.selectFrom('outbox_reader').select('position').where('name', '=', name).forUpdate().skipLocked().executeTakeFirst()
    if (row === undefined || row.position >= upTo) return row?.position ?? null
    const events = await eventsBetween(tx, { after: row.position, upTo, limit: BATCH })
    if (events.length > 0) await work(tx, events)
    const position = events.length === BATCH ? (events.at(-1)?.id ?? upTo) : upTo
    await tx
      .updateTable('outbox_reader')
      .set({ position, updated_at: sql`now()` })
      .where('name', '=', name)
      .execute()
    return position
  })
}

/** The name under which `outbox_reader` keeps the highest id that has been removed. */
const REMOVED = 'removed'

/** Removes events that are older than so many days and that every reader has had. */
export async function removeOldEvents({ sql: store }: Pick<Database, 'sql'>, days: number): Promise<void> {
  await sql`
    with gone as (
      delete from outbox where at < now() - make_interval(days => ${days})
        and id <= (select coalesce(min(position), 9223372036854775807) from outbox_reader where name <> ${REMOVED}) returning id
    )
    insert into outbox_reader (name, position) select ${REMOVED}, max(id) from gone having max(id) is not null
    on conflict (name) do update set position = greatest(outbox_reader.position, excluded.position), updated_at = now()`.execute(store)
}

async function lastRemoved({ sql: store }: Database): Promise<number> {
  return (await store.selectFrom('outbox_reader').select('position').where('name', '=', REMOVED).executeTakeFirst())?.position ?? 0
}

async function eventsBetween(
  store: Kysely<Tables>,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<OutboxEvent[]> {
  const rows = await store
    .selectFrom('outbox')
    .select(['id', 'at', 'kind', 'incident_id', 'post_mortem_id', 'member_id', 'data'])
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, kind, incident_id, post_mortem_id, member_id, data }) => ({
    id,
    at,
    kind,
    incident: incident_id,
    postMortem: post_mortem_id,
    member: member_id,
    data: data as OutboxEvent['data'],
  }))
}
