import type { Instant, Problem, Reading } from '@blamefree/core'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** A payload of an incident, as it is kept with what was read in it. */
export interface KeptRecord {
  /** The payload's files, each with the hash of its bytes. */
  readonly files: readonly { readonly path: string; readonly hash: Buffer }[]
  readonly name: string
  readonly options: unknown
  readonly reading: Reading
  /** The reading as JSON that can be kept. */
  readonly readingText: string
}

/** Which version of our sources reads. A row with another one is read again by `reread`. */
export const READER = '0.1.0'

/** What of a payload's file is written beside its incident, in the order of `recordRows`. */
export const RECORD_COLUMNS: RawBuilder<unknown> = sql.raw('id, hash, position, name, path, source, options, reading, reader, received_by')

/** Payloads as rows of those columns, for a `from`. A folder has a row for each of its files; the first has the reading. */
export function recordRows({ from, by }: { readonly from: number; readonly by: string | null }, records: readonly KeptRecord[]): RawBuilder<unknown> {
  const rows = records.flatMap(({ files, name, options, reading, readingText }, index) =>
    files.map(({ path, hash }, file) => ({
      id: newId(),
      hash,
      position: from + index,
      name,
      path,
      source: reading.source,
      options: jsonText(options),
      reading: file === 0 ? readingText : null,
    })),
  )
  return sql`(select id, hash, position, name, path, source, options::jsonb, reading::jsonb, ${READER}::text as reader, ${by}::text as received_by
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ hash }) => hash)}::bytea[], ${rows.map(({ position }) => position)}::int[], ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ path }) => path)}::text[], ${rows.map(({ source }) => source)}::text[], ${rows.map(({ options }) => options)}::text[],
      ${rows.map(({ reading }) => reading)}::text[]
    ) as r (id, hash, position, name, path, source, options, reading)) as rows`
}

/** Adds payloads to an incident. */
export async function insertRecords(
  tx: Transaction<Tables>,
  { incident, from, by }: { readonly incident: string; readonly from: number; readonly by: string | null },
  records: readonly KeptRecord[],
): Promise<void> {
  if (records.length === 0) return
  await sql`insert into incident_raw (incident_id, ${RECORD_COLUMNS}) select ${incident}::uuid, ${RECORD_COLUMNS} from ${recordRows({ from, by }, records)}`.execute(
    tx,
  )
}

/** What is said in an incident's payloads, in the order of their coming, and which payloads there are. */
export async function loadReadings(
  tx: Kysely<Tables>,
  incident: string,
): Promise<{ readonly readings: Reading[]; readonly next: number; readonly known: ReadonlySet<string> }> {
  const rows = await tx
    .selectFrom('incident_raw')
    .select(['hash', 'position', 'path', 'options', 'reading'])
    .where('incident_id', '=', incident)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    readings: rows.flatMap(({ reading }) => (reading === null ? [] : [reading])),
    next: (rows.at(-1)?.position ?? -1) + 1,
    known: new Set(rows.map(({ hash, path, options }) => recordKey({ hash, path: path ?? '', options }))),
  }
}

/** The same for the same bytes under the same name, read with the same options. */
export function recordKey({ hash, path, options }: { readonly hash: Buffer; readonly path: string; readonly options: unknown }): string {
  return `${hash.toString('hex')} ${path} ${JSON.stringify(sorted(options))}`
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** A record as a list shows it. */
export interface RecordRow {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly source: string
  readonly size: number
  readonly hash: string
  readonly receivedAt: Instant
  readonly receivedBy: string | null
  readonly reader: string
  /** What was read, at the first file of what was handed in together; null at its others. */
  readonly read: RecordRead | null
}

/** What was understood of a payload. */
export interface RecordRead {
  readonly events: number
  readonly people: number
  /** Conversations that can be chosen. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly messages: number; readonly from: string | null; readonly to: string | null }[]
  readonly problems: readonly Problem[]
  /** How it was read. */
  readonly options: unknown
}

/** Every file of an incident's record, oldest first. */
export async function listRecords(tx: Kysely<Tables>, incident: string): Promise<RecordRow[]> {
  const rows = await tx
    .selectFrom('incident_raw as r')
    .innerJoin('raw', 'raw.hash', 'r.hash')
    .leftJoin('member', 'member.id', 'r.received_by')
    .select(['r.id', 'r.name', 'r.path', 'r.source', 'raw.size', 'r.hash', 'r.received_at', 'member.name as by', 'r.reader'])
    .select(
      sql<RecordRead | null>`case when r.reading is null then null else jsonb_build_object('events', jsonb_array_length(r.reading -> 'events'),
        'people', jsonb_array_length(r.reading -> 'people'), 'parts', coalesce(r.reading -> 'parts', '[]'), 'problems', r.reading -> 'problems', 'options', r.options) end`.as(
        'read',
      ),
    )
    .where('incident_id', '=', incident)
    .orderBy('position')
    .orderBy('r.id')
    .execute()
  return rows.map(({ id, name, path, source, size, hash, received_at, by, reader, read }) => ({
    id,
    name,
    path: path ?? name,
    source,
    size,
    hash: hash.toString('hex'),
    receivedAt: received_at,
    receivedBy: by,
    reader,
    read,
  }))
}

/** One file of an incident's record; null when there is none. */
export async function findRecord(
  sql: Kysely<Tables>,
  incident: string,
  id: string,
): Promise<{ readonly hash: Buffer; readonly position: number; readonly name: string; readonly path: string } | null> {
  const row = await sql
    .selectFrom('incident_raw')
    .select(['hash', 'position', 'name', 'path'])
    .where('incident_id', '=', incident)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, path: row.path ?? row.name }
}

/** A payload as it was kept, for reading it again. */
export interface PayloadRows {
  readonly position: number
  readonly name: string
  readonly options: unknown
  readonly reader: string
  /** The row that has the reading. */
  readonly first: string
  readonly files: readonly { readonly path: string; readonly hash: Buffer }[]
}

/** Every payload of an incident, in the order of their coming. */
export async function payloadRows(sql: Kysely<Tables>, incident: string): Promise<PayloadRows[]> {
  const rows = await sql
    .selectFrom('incident_raw')
    .select(['id', 'hash', 'position', 'name', 'path', 'options', 'reader'])
    .where('incident_id', '=', incident)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, ({ position }) => position).values()].flatMap((files) => {
    const [first] = files
    if (first === undefined) return []
    const { position, name, options, reader, id } = first
    return [{ position, name, options, reader, first: id, files: files.map(({ path, hash }) => ({ path: path ?? name, hash })) }]
  })
}

/** Puts a new reading of a payload in place of the old one. */
export async function replaceReading(
  tx: Transaction<Tables>,
  { incident, first, position }: { readonly incident: string } & Pick<PayloadRows, 'first' | 'position'>,
  { source, readingText, options }: { readonly source: string; readonly readingText: string; readonly options: unknown },
): Promise<void> {
  await sql`update incident_raw set source = ${source}, reader = ${READER}, options = ${jsonText(options)}::jsonb,
    reading = case when id = ${first} then ${readingText}::jsonb end where incident_id = ${incident} and position = ${position}`.execute(tx)
}

/** Takes a payload, all of its files, out of an incident. The same upload makes a new incident from then on. */
export async function removePayload(tx: Transaction<Tables>, incident: string, position: number): Promise<void> {
  await tx.deleteFrom('incident_raw').where('incident_id', '=', incident).where('position', '=', position).execute()
  await tx.deleteFrom('incident_key').where('incident_id', '=', incident).where('key', 'like', 'upload:%').execute()
}

/** The incidents that hold readings of another version than this one, oldest first; with `all`, every one that holds readings. */
export async function incidentsToReread(sql: Kysely<Tables>, all = false): Promise<string[]> {
  const rows = await sql
    .selectFrom('incident_raw')
    .innerJoin('incident', 'incident.id', 'incident_raw.incident_id')
    .select('incident_id')
    .distinct()
    .where((where) => (all ? where.lit(true) : where('reader', '<>', READER)))
    .where('deleted_at', 'is', null)
    .orderBy('incident_id')
    .execute()
  return rows.map(({ incident_id }) => incident_id)
}

/** How many problems of the weight `error` the readings of an incident have. */
export async function countErrors(tx: Kysely<Tables>, incident: string): Promise<number> {
  const { readings } = await loadReadings(tx, incident)
  return readings.flatMap(({ problems }) => problems).filter(({ weight }) => weight === 'error').length
}
