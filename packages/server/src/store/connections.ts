import type { Audience, Instant, PlaceAudience, PlaceCheck, Settings } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** A place of another system that post-mortems may be published to. */
export interface Connection {
  readonly id: string
  readonly destination: string
  readonly name: string
  /** What was entered, without the secrets. */
  readonly settings: Settings
  /** Whether its secrets are here: after an import they are not. */
  readonly sealed: boolean
  /** Whom the copies that go there are made for. */
  readonly audience: Audience
  /** As it was last checked; null where it never was. */
  readonly works: boolean | null
  readonly where: string | null
  readonly seenBy: PlaceAudience | null
  readonly checkedAt: Instant | null
  readonly createdBy: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export type NewConnection = Pick<Connection, 'id' | 'destination' | 'name' | 'settings' | 'audience' | 'createdBy'>

/** What is changed of a connection; `secrets`: they are new, too. */
export interface ConnectionChange {
  readonly name?: string | undefined
  readonly audience?: Audience | undefined
  readonly settings?: Settings | undefined
  readonly secrets?: true | undefined
}

const COLUMNS = sql<Connection>`id, destination, name, settings, exists (select from secret s where s.name = 'connection ' || connection.id) as sealed, audience, works, place as "where", seen_by as "seenBy",
  checked_at as "checkedAt", created_by as "createdBy", created_at as "createdAt", updated_at as "updatedAt"`

/** Every connection, by name. */
export async function listConnections(store: Kysely<Tables>): Promise<Connection[]> {
  return (await sql<Connection>`select ${COLUMNS} from connection order by lower(name), id`.execute(store)).rows
}

export async function findConnection(store: Kysely<Tables>, id: string): Promise<Connection | null> {
  return (await sql<Connection>`select ${COLUMNS} from connection where id = ${id}`.execute(store)).rows[0] ?? null
}

/** Null when there is one of this name already. */
export async function insertConnection(tx: Transaction<Tables>, connection: NewConnection): Promise<Connection | null> {
  const { id, destination, name, settings, audience, createdBy } = connection
  const { rows } = await sql<Connection>`
    insert into connection (id, destination, name, settings, audience, created_by)
    values (${id}, ${destination}, ${name}, ${jsonText(settings)}, ${audience}, ${createdBy})
    on conflict (lower(name)) do nothing returning ${COLUMNS}`.execute(tx)
  return rows[0] ?? null
}

/** Whether a name is another connection's. */
export async function isConnectionNamed(store: Kysely<Tables>, name: string, not: string): Promise<boolean> {
  const { rows } = await sql`select from connection where lower(name) = lower(${name}) and id <> ${not}`.execute(store)
  return rows.length > 0
}

/** What was checked before says nothing of other settings, so it is forgotten with them. */
export async function changeConnection(tx: Transaction<Tables>, id: string, change: ConnectionChange): Promise<Connection | null> {
  const { name = null, audience = null, settings, secrets } = change
  const moved = settings !== undefined || secrets !== undefined
  const { rows } = await sql<Connection>`
    update connection set name = coalesce(${name}, name), audience = coalesce(${audience}, audience),
      settings = coalesce(${settings === undefined ? null : jsonText(settings)}::jsonb, settings),
      works = case when ${moved} then null else works end, place = case when ${moved} then null else place end,
      seen_by = case when ${moved} then null else seen_by end, checked_at = case when ${moved} then null else checked_at end, updated_at = now()
    where id = ${id} returning ${COLUMNS}`.execute(tx)
  return rows[0] ?? null
}

/** Takes a connection away with its pages, which are forgotten here and stay over there. False when there is none. */
export async function deleteConnection(tx: Transaction<Tables>, id: string): Promise<boolean> {
  await tx.deleteFrom('page').where('connection_id', '=', id).execute()
  return (await tx.deleteFrom('connection').where('id', '=', id).executeTakeFirstOrThrow()).numDeletedRows > 0n
}

/** How many pages there are at a place. */
export async function countPagesAt(store: Kysely<Tables>, connection: string): Promise<number> {
  const { count } = await store
    .selectFrom('page')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('connection_id', '=', connection)
    .executeTakeFirstOrThrow()
  return count
}

/** The name that the secrets of a connection have among the secrets. */
export const secretNameOf = (connection: string): string => `connection ${connection}`

/** Writes down what a check has shown, of the settings that were checked: it is no news of others. A place that could not be asked is seen by whom it was. */
export async function recordCheck(store: Kysely<Tables>, { id, updatedAt }: Connection, { works, where, audience }: PlaceCheck): Promise<void> {
  const seenBy = jsonText(audience)
  await sql`update connection set works = ${works}, place = coalesce(${where}, place), checked_at = now(),
      seen_by = case when ${works || audience.level !== 'unknown'} then ${seenBy}::jsonb else coalesce(seen_by, ${seenBy}::jsonb) end
    where id = ${id} and date_trunc('milliseconds', updated_at) = ${updatedAt}`.execute(store)
}
