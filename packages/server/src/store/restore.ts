import { BlamefreeError } from '@blamefree/core'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { quoted, type BackupManifest, type BackupTable } from './backup.ts'
import { PORTABLE } from './in-one-moment.ts'
import { readBackup, type BackupRecord } from './backup-container.ts'
import { MIGRATION_LOCK, migrate, prepare, runStep, stepHash, type Migration } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** What was brought back. */
export interface RestoreReport {
  readonly manifest: BackupManifest
  readonly tables: number
  readonly rows: number
  /** The steps that the tables have had since the backup was made. */
  readonly migrated: readonly string[]
}

/**
 * Brings a workspace back into an empty database, in one transaction: all of it, or nothing. A backup of an older version is brought up to date
 * afterwards. Throws sentences when the database is not empty, and when the file is newer than this version, damaged, cut short or none of ours.
 */
export async function restore(owner: pg.ClientConfig, stream: Readable, migrations: readonly Migration[] = MIGRATIONS): Promise<RestoreReport> {
  const client = new pg.Client({ ...owner, options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const records = readBackup(stream)
    const manifest = manifestOf(await records.next())
    const steps = stepsOf(manifest, migrations)
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await refuseUsed(client)
    await prepare(client)
    for (const step of steps) await runStep(client, step)
    for (const setting of PORTABLE) await client.query(setting.replace('set ', 'set local '))
    const counts = await load(client, records)
    for (const sql of SETTLE) await client.query(sql)
    await client.query('commit')
    return { manifest, ...counts, migrated: await migrate(owner, migrations) }
  } catch (error) {
    stream.destroy()
    throw explained(error)
  } finally {
    // Ending the connection in the middle of a transaction undoes it.
    await client.end().catch(() => undefined)
  }
}

/** What was going on when the backup was made and goes on no more: it says so, and can be asked for again. */
const WHY = 'Restored from a backup that was made before this was finished.'
const SETTLE: readonly string[] = [
  `update webhook_delivery set state = 'failed', last_error = '${WHY}' where state = 'waiting'`,
  `update artifact set state = 'failed', error = '${WHY}', finished_at = now() where state in ('waiting', 'making')`,
  `update intake set state = 'failed', error = jsonb_build_object('code', 'restored', 'message', '${WHY}'), finished_at = now() where state in ('waiting', 'reading')`,
]

function manifestOf({ done, value }: IteratorResult<BackupRecord>): BackupManifest {
  if (done === true || value.kind !== 'manifest')
    throw new BlamefreeError('backup/not-one', 'Cannot restore: this file is no backup of Blamefree.', 'Name the file that blamefree backup wrote.')
  return JSON.parse(value.content.toString()) as BackupManifest
}

/** The steps that make the tables as they were in the backup. Throws when this version does not know them all. */
function stepsOf({ migrations: had, version }: BackupManifest, known: readonly Migration[]): Migration[] {
  return had.map(({ name, hash }) => {
    const step = known.find((one) => one.name === name)
    if (step !== undefined && stepHash(step) === hash) return step
    throw new BlamefreeError(
      'backup/newer',
      `Cannot restore: Blamefree ${version} has written this backup, and its tables are of a step (${name}) that this version does not have.`,
      'Restore it with the version that wrote it, or with a later one.',
    )
  })
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('public', 'pgboss') limit 1`,
  )
  const [first] = rows
  if (first === undefined) return
  throw new BlamefreeError(
    'backup/not-empty',
    `Cannot restore: the database is not empty (it has the table ${first.name}).`,
    'Name an empty folder with DATA_DIR, or an empty database with DATABASE_URL.',
  )
}

async function load(client: pg.Client, records: AsyncGenerator<BackupRecord>): Promise<{ tables: number; rows: number }> {
  const references = await foreignKeys(client)
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  const triggers = await triggeredTables(client)
  for (const table of triggers) await client.query(`alter table ${table} disable trigger user`)
  let tables = 0
  let rows = 0
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    if (next.value.kind === 'sequences') await setSequences(client, next.value.content)
    if (next.value.kind !== 'table') continue
    tables += 1
    rows += await loadTable(client, JSON.parse(next.value.content.toString()) as BackupTable, records)
  }
  for (const table of triggers) await client.query(`alter table ${table} enable trigger user`)
  // Checked all at once, and in no order that the tables would have to be loaded in.
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  return { tables, rows }
}

async function loadTable(client: pg.Client, { name, columns }: BackupTable, records: AsyncGenerator<BackupRecord>): Promise<number> {
  const target = client.query(copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`))
  const end: { rows: number | null } = { rows: null }
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let next = await records.next(); next.done !== true; next = await records.next()) {
      if (next.value.kind !== 'rows') {
        end.rows = (JSON.parse(next.value.content.toString()) as { rows: number }).rows
        return
      }
      yield next.value.content
    }
  }
  await pipeline(Readable.from(pieces(), { objectMode: false }), target)
  if (target.rowCount !== end.rows) throw new BlamefreeError('backup/damaged', `Cannot restore: the table ${name} is not whole.`, 'Use another backup.')
  return end.rows ?? 0
}

async function setSequences(client: pg.Client, content: Buffer): Promise<void> {
  for (const { name, last } of JSON.parse(content.toString()) as { name: string; last: string | null }[])
    if (last !== null) await client.query('select setval(quote_ident($1)::regclass, $2::bigint)', [name, last])
}

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

async function foreignKeys(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  return rows
}

async function triggeredTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
  )
  return rows.map(({ table }) => table)
}

function explained(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code === '53100')
    return new BlamefreeError('backup/no-room', 'Cannot restore: the disk of the database is full. Nothing was changed.', 'Make room, then run it again.', {
      cause: error,
    })
  return error
}
