import { BlamefreeError, type Instant } from '@blamefree/core'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { now } from '../now.ts'
import { VERSION } from '../version.ts'
import { writeBackup, type BackupWriter } from './backup-container.ts'
import { inOneMoment } from './in-one-moment.ts'

/** What stands at the head of a backup. */
export interface BackupManifest {
  /** The version of Blamefree that wrote it. */
  readonly version: string
  readonly madeAt: Instant
  /** The steps that its tables have had, oldest first. */
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
  /** `PostgreSQL 18.4`: for people; a backup can be restored into any from 15 on. */
  readonly server: string
  /** Tells the key that its secrets are sealed with from another, and says nothing about it. Null where it was not given. */
  readonly key: string | null
}

/** The head of a table within a backup. */
export interface BackupTable {
  readonly name: string
  /** In the order in which the rows have them. */
  readonly columns: readonly string[]
}

/** What was written. */
export interface BackupReport {
  readonly manifest: BackupManifest
  readonly tables: number
  readonly rows: number
  /** Of the file. */
  readonly bytes: number
}

/**
 * Writes the whole workspace to a stream, as it was in one moment, while others go on writing. Secrets leave sealed: the key (`SECRET_KEY`, or `secret.key` in the
 * data folder) is not in the file and has to be kept beside it. Jobs that wait are not in it either, so that a copy does not send anything a second time.
 * The file holds everything else, private incidents and password hashes included: keep it as safe as the database.
 */
export async function backup(owner: pg.ClientConfig, stream: Writable, { key = null }: { readonly key?: string | null } = {}): Promise<BackupReport> {
  return await inOneMoment(owner, noRoom, async (client) => {
    const manifest: BackupManifest = { version: VERSION, madeAt: now(), ...(await describe(client)), key }
    const writer = writeBackup(stream)
    await writer.write('manifest', JSON.stringify(manifest))
    const tables = await tablesIn(client)
    let rows = 0
    for (const table of tables) rows += await writeTable(client, writer, table)
    await writer.write('sequences', JSON.stringify(await sequences(client)))
    return { manifest, tables: tables.length, rows, bytes: await writer.finish() }
  })
}

async function describe(client: pg.Client): Promise<Pick<BackupManifest, 'migrations' | 'server'>> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  if (there.rows[0]?.there !== true)
    throw new BlamefreeError(
      'backup/nothing',
      'Cannot back up: this database holds no workspace.',
      'Check DATA_DIR or DATABASE_URL: it is where the server keeps it.',
    )
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
  const server = await client.query<{ server: string }>(`select split_part(version(), ' ', 1) || ' ' || split_part(version(), ' ', 2) as server`)
  return { migrations: rows, server: server.rows[0]?.server ?? '' }
}

/** Every table of ours with the columns that hold what was written: generated ones make themselves. `migration` is in the manifest. */
async function tablesIn(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
  )
  return rows
}

async function writeTable(client: pg.Client, writer: BackupWriter, table: BackupTable): Promise<number> {
  await writer.write('table', JSON.stringify(table))
  const source = client.query(copyTo(`copy (select ${table.columns.map(quoted).join(', ')} from ${quoted(table.name)}) to stdout`))
  for await (const chunk of source) await writer.write('rows', chunk as Buffer)
  const rows = source.rowCount ?? 0
  await writer.write('table-end', JSON.stringify({ rows }))
  return rows
}

/** Where each sequence stands. They stand outside of transactions, but never behind the rows of the snapshot, which is older than this look. */
async function sequences(client: pg.Client): Promise<{ name: string; last: string | null }[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by sequencename`,
  )
  return rows
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const noRoom = (cause: unknown): BlamefreeError =>
  new BlamefreeError('backup/no-room', 'Cannot write the backup: the disk is full.', 'Make room or name a file on another disk, then run it again.', { cause })
