import { DEFAULT_CONFIGURATION, type Configuration, type Instant } from '@blamefree/core'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import type { WrittenIncident } from './incident-writer.ts'
import type { Tables } from './tables.ts'
import { visible } from './things.ts'

/** Something by which the next delivery of the same incident is known. */
export interface IdentityKey {
  /** `upload:<hash>`, `alert:alertmanager:<fingerprint>`. */
  readonly key: string
  /**
   * For what may come again with another incident (an alert): when it began. It is of the known incident only when it began before that was closed, or at most an
   * hour after it was fixed. Null for what is of one incident for ever.
   */
  readonly began: Instant | null
}

/** Lets one transaction at a time be busy with these keys, until it ends. Always taken in the same order, so that two never wait for each other. */
export async function lockKeys(tx: Transaction<Tables>, keys: readonly IdentityKey[]): Promise<void> {
  await keysLocked(keys.map(({ key }) => key)).execute(tx)
}

/** The statement that waits for keys and locks them. */
export function keysLocked(keys: readonly string[]): RawBuilder<unknown> {
  return sql`select count(pg_advisory_xact_lock(h)) from (
    select distinct hashtextextended(k, 0) as h from unnest(${keys}::text[]) k order by h offset 0) as ordered`
}

/** The incident that any of these keys is of, the first in their order; null when there is none that this person may see. Other systems see all, and are never told. */
export async function incidentOfKeys(tx: Transaction<Tables>, person: Principal, keys: readonly IdentityKey[]): Promise<string | null> {
  if (keys.length === 0) return null
  const { rows } = await sql<{ id: string }>`select i.id ${ofKeys(person, keys)}`.execute(tx)
  return rows[0]?.id ?? null
}

/** By way of the keys, whatever the database thinks of the tables' sizes: a statement that was planned when there were few incidents would look through all of them. */
function ofKeys(person: Principal, keys: readonly IdentityKey[]): RawBuilder<unknown> {
  const all = person.via === 'inbound' || person.via === 'system'
  const seen = all ? sql`i.deleted_at is null` : sql.raw(visible('i', 'me.id'))
  return sql`from (select ${person.memberId ?? ''}::text as id) me,
    unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ began }) => began)}::timestamptz[]) with ordinality as w (key, began, place)
    cross join lateral (select incident_id from incident_key where key = w.key offset 0) k
    cross join lateral (select id, slug, revision, title, private, deleted_at, closed_at, fixed_at from incident where id = k.incident_id offset 0) i
    where ${seen} and (w.began is null or w.began <= coalesce(least(i.closed_at, i.fixed_at + interval '1 hour'), 'infinity'))
    order by w.place limit 1`
}

/** What is known of a delivery before it is written. */
export interface Foreknown {
  /** The incident, as it stands, that the same upload has made before. */
  readonly same: WrittenIncident | null
  /** Whether anything at all is known by one of its keys, so that what becomes of it has to be decided under their lock. */
  readonly taken: boolean
  readonly configuration: Configuration
}

/** Looks a delivery up in one statement: by its uploads, by all of its keys, and how the team has set things. */
export async function foreknow(
  store: Kysely<Tables>,
  person: Principal,
  { uploads, keys }: { readonly uploads: readonly IdentityKey[]; readonly keys: readonly IdentityKey[] },
): Promise<Foreknown> {
  const { rows } = await sql<{ same: WrittenIncident | null; taken: boolean; configuration: Partial<Configuration> | null }>`
    select (select json_build_object('id', i.id, 'slug', i.slug, 'revision', i.revision, 'title', i.title) ${ofKeys(person, uploads)}) as same,
      exists (select from incident_key where key = any(${keys.map(({ key }) => key)}::text[])) as taken,
      (select value from configuration where id = 1) as configuration`.execute(store)
  const [row] = rows
  return { same: row?.same ?? null, taken: row?.taken ?? true, configuration: { ...DEFAULT_CONFIGURATION, ...row?.configuration } }
}

/** Says which incident keys are of from now on. One that an open private incident has stays with it. */
export async function keepKeys(tx: Transaction<Tables>, incident: string, keys: readonly IdentityKey[]): Promise<void> {
  if (keys.length === 0) return
  await sql`insert into incident_key (key, incident_id) select distinct k, ${incident}::uuid from unnest(${keys.map(({ key }) => key)}::text[]) k
    on conflict (key) do update set incident_id = excluded.incident_id, made_at = now() where incident_key.incident_id <> excluded.incident_id
      and not exists (select from incident i where i.id = incident_key.incident_id and i.private and i.closed_at is null and i.deleted_at is null)`.execute(tx)
}
