import { sql, type Transaction } from 'kysely'
import type { Document } from '@blamefree/core'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** One update of a shared text, as it is appended to the log. */
export interface NewUpdate {
  readonly postMortem: string
  readonly data: Uint8Array
  /** The member's id; null for ourselves. */
  readonly actor: string | null
  /** Nobody’s typing: it is no part of the text (the mark of a comment), or who wrote it is written down already. */
  readonly remark?: boolean
}

/** One update of a shared text, as the log has it. */
export interface LoggedUpdate {
  readonly seq: number
  readonly data: Buffer
  /** Who typed it: undefined for a remark, which nobody did. */
  readonly actor: string | null | undefined
}

/** A shared text as the store has it: a state, and what was logged since. */
export interface StoredRoom {
  /** Grows with every new state; 0 where there is none yet. */
  readonly generation: number
  readonly state: Buffer | null
  readonly updates: readonly LoggedUpdate[]
}

/**
 * Appends updates in one statement, and rings for whoever else has their rooms open, unless `node` is null. Gives their numbers in order; null for an update of a text that is published,
 * which is not written. When it returns they are durable.
 */
export async function appendUpdates({ pool }: Database, updates: readonly NewUpdate[], node: string | null): Promise<(number | null)[]> {
  const { rows } = await pool.query<{ seq: number; room: string }>({
    name: node === null ? 'room-append' : 'room-append-and-ring',
    text: node === null ? `${APPEND} select seq, room from added order by seq` : RING,
    values: [
      updates.map(({ postMortem }) => postMortem),
      updates.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
      updates.map(({ actor }) => actor),
      ...(node === null ? [] : [node]),
    ],
  })
  const open = new Set(rows.map(({ room }) => room))
  const seqs = rows.values()
  return updates.map(({ postMortem }) => (open.has(postMortem) ? (seqs.next().value?.seq ?? null) : null))
}

/** Whoever publishes holds the row's strongest lock until it is done: this waits for that, and then looks at the status again. Nobody else's lock is waited for. */
const APPEND = `with given as (select * from unnest($1::uuid[], $2::bytea[], $3::text[]) with ordinality as one (room, data, actor, at)),
  open as (select id from post_mortem where id in (select room from given) and status <> 'published' for key share),
  added as (insert into room_update (post_mortem_id, data, actor) select room, data, actor from given join open on open.id = given.room order by at
    returning seq, post_mortem_id as room)`
const RING = `${APPEND}, rung as (
  select pg_notify('blamefree', 'room ' || $4::text || ' ' || room || ' ' || string_agg(seq::text, ',')) from added group by room)
  select seq, room from added, (select count(*) from rung) as all_rung order by seq`

/** Appends an update in a transaction and rings for every process, this one too. */
export async function appendUpdate(tx: Transaction<Tables>, { postMortem, data, actor, remark = false }: NewUpdate): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with added as (insert into room_update (post_mortem_id, data, actor, remark) values (${postMortem}, ${Buffer.from(data)}, ${actor}, ${remark}) returning seq)
    select seq, pg_notify('blamefree', 'room everybody ' || ${postMortem} || ' ' || seq) from added`.execute(tx)
  return rows[0]?.seq ?? 0
}

/** A shared text, as it is in one moment; null when there is no such post-mortem. */
export async function readRoom({ sql: rows }: Pick<Database, 'sql'> | { readonly sql: Transaction<Tables> }, postMortem: string): Promise<StoredRoom | null> {
  const found = await sql<{ generation: number | null; state: Buffer | null; seqs: number[]; data: Buffer[]; actors: (string | null)[]; remarks: boolean[] }>`
    select s.generation, s.state,
      (select coalesce(json_agg(seq order by seq), '[]') from room_update u where u.post_mortem_id = p.id) as seqs,
      (select coalesce(array_agg(data order by seq), '{}') from room_update u where u.post_mortem_id = p.id) as data,
      (select coalesce(json_agg(actor order by seq), '[]') from room_update u where u.post_mortem_id = p.id) as actors,
      (select coalesce(json_agg(remark order by seq), '[]') from room_update u where u.post_mortem_id = p.id) as remarks
    from post_mortem p left join room_state s on s.post_mortem_id = p.id where p.id = ${postMortem} and p.deleted_at is null`.execute(rows)
  const [row] = found.rows
  if (row === undefined) return null
  const updates = row.seqs.map((seq, index): LoggedUpdate => {
    return { seq, data: row.data[index] ?? Buffer.alloc(0), actor: row.remarks[index] === true ? undefined : (row.actors[index] ?? null) }
  })
  return { generation: row.generation ?? 0, state: row.state, updates }
}

/** Updates by their numbers; those that a new state holds already are not there any more. */
export async function readUpdates({ pool }: Database, seqs: readonly number[]): Promise<Pick<LoggedUpdate, 'seq' | 'data'>[]> {
  const { rows } = await pool.query<Pick<LoggedUpdate, 'seq' | 'data'>>({
    name: 'room-updates',
    text: 'select seq, data from room_update where seq = any($1::bigint[]) order by seq',
    values: [seqs],
  })
  return rows
}

/** Where rooms stand: their generation and the numbers of their updates. */
export async function lookAtRooms({ pool }: Database, postMortems: readonly string[]): Promise<{ id: string; generation: number; seqs: number[] }[]> {
  const { rows } = await pool.query<{ id: string; generation: number; seqs: number[] }>({
    name: 'rooms-look',
    text: `select one.id, coalesce(s.generation, 0) as generation,
        (select coalesce(json_agg(seq order by seq), '[]') from room_update u where u.post_mortem_id = one.id) as seqs
      from unnest($1::uuid[]) as one (id) left join room_state s on s.post_mortem_id = one.id`,
    values: [postMortems],
  })
  return rows
}

/**
 * What the state of a room hangs on, locked until the transaction ends: whoever writes a state or edits for somebody takes turns, over all processes. People who
 * type do not wait for it. Null when there is no such post-mortem.
 */
export async function lockText(tx: Transaction<Tables>, postMortem: string): Promise<LockedText | null> {
  const row = await tx
    .selectFrom('post_mortem')
    .select(['incident_id', 'document', 'revision', 'status', 'title'])
    .where('id', '=', postMortem)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row === undefined ? null : { incident: row.incident_id, document: row.document, revision: row.revision, status: row.status }
}

/** A post-mortem's text as its row has it. */
export interface LockedText {
  readonly incident: string
  readonly document: Document
  readonly revision: number
  readonly status: string
}

/** Puts a new state in the place of the one before and of exactly the updates that it holds. Gives its generation. */
export async function writeRoomState(
  tx: Transaction<Tables>,
  { postMortem, schemaVersion, state, holds }: { postMortem: string; schemaVersion: number; state: Uint8Array; holds: readonly number[] },
): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    insert into room_state (post_mortem_id, schema_version, state) values (${postMortem}, ${schemaVersion}, ${Buffer.from(state)})
    on conflict (post_mortem_id) do update set state = excluded.state, schema_version = excluded.schema_version, updated_at = now(), generation = room_state.generation + 1
    returning generation`.execute(tx)
  // Never "up to a number": numbers appear out of order, and another process may have logged below ours what our state does not hold.
  if (holds.length > 0) await sql`delete from room_update where seq = any(${holds}::bigint[])`.execute(tx)
  return rows[0]?.generation ?? 0
}

/** The rooms whose oldest logged update has waited longer than this to become part of a state and of the document. */
export async function waitingRooms({ pool }: Database, seconds: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select u.post_mortem_id as id from room_update u join post_mortem p on p.id = u.post_mortem_id where p.deleted_at is null
     group by 1 having min(u.at) < now() - make_interval(secs => $1) order by min(u.at) limit 50`,
    [seconds],
  )
  return rows.map(({ id }) => id)
}

/** Who the client ids of a room belong to; those that belong to nobody yet become this member's. */
export async function claimClients({ pool }: Database, postMortem: string, clients: readonly number[], member: string | null): Promise<Map<number, string>> {
  if (member !== null && clients.length > 0) {
    await pool.query(
      'insert into room_client (post_mortem_id, client, member_id) select $1, client, $3 from unnest($2::bigint[]) as one (client) on conflict do nothing',
      [postMortem, clients, member],
    )
  }
  const { rows } = await pool.query<{ client: number; member_id: string }>('select client, member_id from room_client where post_mortem_id = $1', [postMortem])
  return new Map(rows.map(({ client, member_id }) => [client, member_id]))
}

/** Rings for the other processes: who is in a room. */
export async function ringPresence({ pool }: Database, text: string): Promise<void> {
  await pool.query(`select pg_notify('blamefree', $1)`, [`presence ${text}`])
}
