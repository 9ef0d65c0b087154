import { BlamefreeError } from '@blamefree/core'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { SYSTEM } from '../../people/principal.ts'
import { recordDeed } from '../audit.ts'
import { PORTABLE } from '../in-one-moment.ts'
import { migrate, MIGRATION_LOCK } from '../migrate.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { hashOf, keepRaw } from '../raw-store.ts'
import type { Tables } from '../tables.ts'
import { FORM, type WorkspaceManifest } from './export-workspace.ts'
import { INCIDENT_PARTS, POST_MORTEM_PARTS, TEMPLATE_PARTS, WORKSPACE_PARTS, type Part } from './parts.ts'
import { namedFile, parseRows, readRows } from './row-files.ts'
import { insertSql, tableShapes, type TableShapes } from './table-shape.ts'

/** What was brought in. */
export interface ImportReport {
  readonly incidents: number
  readonly postMortems: number
  readonly members: number
}

interface ImportDesk {
  readonly client: pg.Client
  readonly tx: Transaction<Tables>
  readonly shapes: TableShapes
  readonly manifest: WorkspaceManifest
  /** The folder of the whole export, which sentences do not repeat. */
  readonly root: string
}

/**
 * Brings an export into an empty workspace, in one transaction: all of it, or nothing. Throws sentences when there is somebody or something in the workspace already, when the
 * folder is none of ours or of a newer version, and when a file is missing or is not what was exported.
 */
export async function importWorkspace(owner: pg.ClientConfig, folder: string, told: (incidents: number) => void = () => undefined): Promise<ImportReport> {
  const manifest = manifestOf(folder)
  await migrate(owner)
  const client = new pg.Client({ ...owner, options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    for (const setting of PORTABLE) await client.query(setting.replace('set ', 'set local '))
    await refuseUsed(client)
    const desk: ImportDesk = { client, tx: overConnection(client), shapes: await tableShapes(client), manifest, root: folder }
    const report = await everything(desk, told)
    for (const [table, column] of NUMBERED) await client.query(nextNumber(table, column))
    await recordDeed(desk.tx, SYSTEM, { action: 'workspace.import', after: report })
    await client.query('commit')
    return report
  } finally {
    // Ending the connection in the middle of a transaction undoes it.
    await client.end().catch(() => undefined)
  }
}

async function everything(desk: ImportDesk, told: (incidents: number) => void): Promise<ImportReport> {
  const { root } = desk
  const members = await readPart(desk, root, WORKSPACE_PARTS.members)
  await readPart(desk, root, WORKSPACE_PARTS.configuration)
  for (const part of [WORKSPACE_PARTS.views, WORKSPACE_PARTS.audit, WORKSPACE_PARTS.connections, WORKSPACE_PARTS.placeRules]) await readPart(desk, root, part)
  await readFiles(desk, join(root, 'looks'), { part: WORKSPACE_PARTS.looks, column: 'bytes' })
  for (const place of foldersIn(join(root, 'templates'))) {
    await readPart(desk, place, TEMPLATE_PARTS.template)
    await readFiles(desk, place, { part: TEMPLATE_PARTS.versions, column: 'text' })
  }
  const counts = { incidents: 0, postMortems: 0 }
  for (const place of foldersIn(join(root, 'incidents')).flatMap(foldersIn).flatMap(foldersIn)) {
    counts.postMortems += await readIncident(desk, place)
    counts.incidents += 1
    told(counts.incidents)
  }
  return { ...counts, members }
}

/** Gives how many post-mortems it has. */
async function readIncident(desk: ImportDesk, place: string): Promise<number> {
  const { incident, access, keys, people, corrections, followUps, timeline, images, records } = INCIDENT_PARTS
  for (const part of [incident, access, keys, people, corrections, followUps, timeline]) await readPart(desk, place, part)
  await readFiles(desk, place, { part: images, column: 'bytes', within: 'images' })
  await readPayloads(desk, place)
  await readPart(desk, place, records)
  const postMortems = foldersIn(join(place, 'post-mortems'))
  for (const folder of postMortems) for (const part of Object.values(POST_MORTEM_PARTS)) await readPart(desk, folder, part)
  return postMortems.length
}

async function readPart({ client, shapes, manifest, root }: ImportDesk, folder: string, part: Part): Promise<number> {
  const path = join(folder, part.file)
  let count = 0
  for await (const rows of readRows(path)) {
    const { rowCount } = await inSentences(relative(root, path), client.query(insertSql(shapes, part.table, columnsOf(manifest, part)), [rows]))
    count += rowCount ?? 0
  }
  return count
}

/** A part whose rows each have a file beside them, which is one of their columns. */
async function readFiles(
  { client, shapes, manifest, root }: ImportDesk,
  folder: string,
  { part, column, within = '' }: { readonly part: Part; readonly column: string; readonly within?: string },
): Promise<void> {
  const path = join(folder, part.file)
  const shown = relative(root, path)
  for (const row of parseRows(path, shown)) {
    const content = readFileSync(namedFile(join(folder, within), row['file'], shown))
    const columns = columnsOf(manifest, part).filter((name) => name !== column)
    await inSentences(
      shown,
      client.query(insertSql(shapes, part.table, columns, [column]), [JSON.stringify([row]), column === 'text' ? content.toString('utf8') : content]),
    )
  }
}

/** The payloads themselves. One that is not what its record says was changed, and would be read as something that nobody handed in. */
async function readPayloads({ client, tx, root }: ImportDesk, place: string): Promise<void> {
  const path = join(place, INCIDENT_PARTS.records.file)
  const shown = relative(root, path)
  for await (const batch of readRows(path)) {
    const { rows } = await inSentences(
      shown,
      client.query<{ hash: string | null; file: unknown; kept: string | null }>(
        `select r ->> 'hash' as hash, r -> 'file' as file, r ->> 'kept_at' as kept from jsonb_array_elements($1::jsonb) as x(r)`,
        [batch],
      ),
    )
    for (const { hash, file, kept } of rows) {
      const from = namedFile(join(place, 'records'), file, shown)
      const bytes = readFileSync(from)
      const own = hashOf(bytes)
      if (`\\x${own.toString('hex')}` !== hash)
        throw new BlamefreeError(
          'import/changed',
          `Cannot import: ${relative(root, from)} is not the record that was exported. Nothing was changed.`,
          'Put it back as it was, or take its line out of records.jsonl.',
        )
      await keepRaw(tx, bytes, own)
      await client.query('update raw set created_at = coalesce($2::timestamptz, created_at) where hash = $1', [own, kept])
    }
  }
}

/** The columns that the rows have, of those that this version knows. */
function columnsOf({ tables }: WorkspaceManifest, { table, passing = [] }: Part): string[] {
  return (tables[table] ?? []).filter((name) => !passing.includes(name))
}

function manifestOf(folder: string): WorkspaceManifest {
  const path = join(folder, 'workspace.json')
  const none = (cause?: unknown): BlamefreeError =>
    new BlamefreeError('import/not-one', `Cannot import ${folder}: it is no export of Blamefree.`, 'Name the folder that blamefree export wrote.', { cause })
  if (!existsSync(path)) throw none()
  let manifest: WorkspaceManifest
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as WorkspaceManifest
  } catch (error) {
    throw none(error)
  }
  if (typeof manifest.form !== 'number' || !Array.isArray(manifest.migrations) || typeof manifest.tables !== 'object') throw none()
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  const newer = manifest.migrations.find((name) => !known.has(name))
  if (manifest.form > FORM || newer !== undefined)
    throw new BlamefreeError(
      'import/newer',
      `Cannot import: Blamefree ${manifest.version} has written this export, and this version does not know all of it.`,
      'Import it with the version that wrote it, or with a later one.',
    )
  return manifest
}

async function refuseUsed(client: pg.Client): Promise<void> {
  for (const [table, what] of [
    ['member', 'members'],
    ['incident', 'incidents'],
    ['template', 'templates'],
  ] as const) {
    const { rows } = await client.query<{ used: boolean }>(`select exists (select from "${table}") as used`)
    if (rows[0]?.used === true)
      throw new BlamefreeError(
        'import/not-empty',
        `Cannot import: there are ${what} in this workspace already.`,
        'Import into a workspace that has not been started yet: name an empty folder with DATA_DIR, or an empty database with DATABASE_URL.',
      )
  }
}

/** Tables whose rows are numbered; what comes next gets a number of its own. */
const NUMBERED = [
  ['audit', 'id'],
  ['room_update', 'seq'],
] as const

const nextNumber = (table: string, column: string): string =>
  `select setval(pg_get_serial_sequence('${table}', '${column}'), max("${column}")) from "${table}" having max("${column}") is not null`

/** Folders in a folder, in the order of their names; none where there is none. Links are not followed. */
function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .toSorted()
}

async function inSentences<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? ''
    if (!/^(?:22|23|42)/.test(code)) throw cause
    throw new BlamefreeError(
      'import/file',
      `Cannot import: ${file} does not hold what was exported (${(cause as Error).message}). Nothing was changed.`,
      'Export again, or mend the file.',
      { cause },
    )
  }
}

/** The query builder over a connection that is in a transaction already. */
function overConnection(client: pg.Client): Transaction<Tables> {
  const connection = Object.assign(Object.create(client) as pg.Client & { release(): void }, { query: client.query.bind(client), release: () => undefined })
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }) as unknown as Transaction<Tables>
}
