import { BlamefreeError } from '@blamefree/core'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { VERSION } from '../../version.ts'
import { inOneMoment } from '../in-one-moment.ts'
import { exportIncident } from './export-incident.ts'
import { FileNames } from './file-names.ts'
import { TEMPLATE_PARTS, WORKSPACE_PARTS } from './parts.ts'
import { README, README_WITHOUT_PRIVATE } from './readme.ts'
import { streamRows, writePieces } from './row-files.ts'
import { tableShapes } from './table-shape.ts'
import { writePart, type ExportDesk } from './write-part.ts'

/** The form of the folder; a later one is refused. */
export const FORM = 1

/** What stands in `workspace.json`. */
export interface WorkspaceManifest {
  readonly form: number
  /** The version of Blamefree that wrote it. */
  readonly version: string
  /** The steps that its tables have had. */
  readonly migrations: readonly string[]
  /** The columns that each file's rows have. */
  readonly tables: Readonly<Record<string, readonly string[]>>
  /** `false` where private incidents were left out. */
  readonly privateIncidents?: false
}

/** What was written. */
export interface ExportReport {
  readonly incidents: number
  readonly privateIncidents: number
  readonly postMortems: number
  readonly templates: number
  readonly members: number
}

/** What goes, and who hears how far it has come. */
export interface ExportOptions {
  /** Leaves out private incidents with all that the audit log says of them, and what is one member's own: what no administrator may read. Left out: false. */
  readonly withoutPrivate?: boolean
  readonly told?: (incidents: number) => void
}

/**
 * Writes the whole workspace into an empty folder, as it was in one moment, while others go on writing: what `import` brings back, and beside it the same as Markdown, for people.
 * One incident's rows are read at a time, a few at a time. Private incidents are in it unless they are left out; secrets, password hashes and what opens something are not.
 */
export async function exportWorkspace(
  owner: pg.ClientConfig,
  folder: string,
  { withoutPrivate = false, told = () => undefined }: ExportOptions = {},
): Promise<ExportReport> {
  return await inOneMoment(owner, noRoom, async (client) => {
    const migrations = await migrationsOf(client)
    const desk: ExportDesk = { client, shapes: await tableShapes(client) }
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await writeManifest(desk, folder, { migrations, withoutPrivate })
    const members = await writePart(desk, folder, WORKSPACE_PARTS.members)
    await writePart(desk, folder, WORKSPACE_PARTS.configuration)
    const { views, audit, connections, placeRules } = WORKSPACE_PARTS
    const own = withoutPrivate ? [{ ...audit, where: OPEN_TO_ADMINISTRATORS }] : [views, audit]
    for (const part of [...own, connections, placeRules]) await writePart(desk, folder, part)
    await exportLooks(desk, join(folder, 'looks'))
    const templates = await exportTemplates(desk, join(folder, 'templates'))
    const counts = await exportIncidents(desk, join(folder, 'incidents'), { withoutPrivate, told })
    await writePieces(join(folder, 'README.md'), [withoutPrivate ? README_WITHOUT_PRIVATE : README])
    return { ...counts, templates, members }
  })
}

/** As `readAudit` shows the log to administrators, wherever they are named. */
const OPEN_TO_ADMINISTRATORS = '(t.incident_id is null or exists (select from incident i where i.id = t.incident_id and not i.private))'

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  if (there.rows[0]?.there !== true)
    throw new BlamefreeError(
      'export/nothing',
      'Cannot export: this database holds no workspace.',
      'Check DATA_DIR or DATABASE_URL: it is where the server keeps it.',
    )
  return (await client.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name)
}

async function writeManifest(
  { shapes }: ExportDesk,
  folder: string,
  { migrations, withoutPrivate }: { readonly migrations: readonly string[]; readonly withoutPrivate: boolean },
): Promise<void> {
  const tables = Object.fromEntries([...shapes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([table, columns]) => [table, columns.map(({ name }) => name)]))
  const manifest: WorkspaceManifest = { form: FORM, version: VERSION, migrations, tables, ...(withoutPrivate ? { privateIncidents: false } : {}) }
  await writePieces(join(folder, 'workspace.json'), [`${JSON.stringify(manifest, null, 2)}\n`])
}

async function exportLooks(desk: ExportDesk, folder: string): Promise<void> {
  const { rows } = await desk.client.query<{ destination: string; name: string; bytes: Buffer }>(
    'select destination, name, bytes from look order by destination',
  )
  const names = new FileNames()
  names.take(WORKSPACE_PARTS.looks.file, { fallback: '' })
  const files = new Map<string, string>()
  for (const { destination, name, bytes } of rows) {
    const file = names.take(name, { fallback: destination, keepEnding: true })
    files.set(destination, file)
    await writePieces(join(folder, file), [bytes])
  }
  const more = `jsonb_build_object('file', $2::jsonb ->> t.destination)`
  await writePart(
    desk,
    folder,
    { ...WORKSPACE_PARTS.looks, where: '$1::text is not null' },
    { of: '', more, given: [JSON.stringify(Object.fromEntries(files))] },
  )
}

async function exportTemplates(desk: ExportDesk, folder: string): Promise<number> {
  const { rows } = await desk.client.query<{ id: string; slug: string }>('select id, slug from template order by position, slug collate "C"')
  const names = new FileNames()
  for (const { id, slug } of rows) {
    const place = join(folder, names.take(slug, { fallback: 'template' }))
    await writePart(desk, place, TEMPLATE_PARTS.template, { of: id })
    await writePart(desk, place, TEMPLATE_PARTS.versions, { of: id, more: `jsonb_build_object('file', 'version ' || t.version || '.md')` })
    const versions = streamRows<{ version: number; text: string }>(
      desk.client,
      'select version, text from template_version where template_id = $1 order by version',
      [id],
    )
    for await (const { version, text } of versions) await writePieces(join(place, `version ${version}.md`), [text])
  }
  return rows.length
}

async function exportIncidents(
  desk: ExportDesk,
  folder: string,
  { withoutPrivate, told }: Required<ExportOptions>,
): Promise<Pick<ExportReport, 'incidents' | 'privateIncidents' | 'postMortems'>> {
  const counts = { incidents: 0, privateIncidents: 0, postMortems: 0 }
  // Names only have to differ within a month, so only a month's are held.
  let month = { name: '', names: new FileNames() }
  const all = streamRows<{ id: string; title: string; day: string; private: boolean }>(
    desk.client,
    `select id, title, to_char(happened_at, 'YYYY-MM-DD') as day, private from incident where deleted_at is null ${withoutPrivate ? 'and not private' : ''} order by happened_at, id`,
  )
  for await (const { id, title, day, private: hidden } of all) {
    const at = day.slice(0, 7)
    if (at !== month.name) month = { name: at, names: new FileNames() }
    const name = month.names.take(`${day} ${title}`, { fallback: day })
    counts.postMortems += await exportIncident(desk, join(folder, at.slice(0, 4), at, name), id)
    counts.incidents += 1
    if (hidden) counts.privateIncidents += 1
    told(counts.incidents)
  }
  return counts
}

const noRoom = (cause: unknown): BlamefreeError =>
  new BlamefreeError('export/no-room', 'Cannot write the export: the disk is full.', 'Make room or name a folder on another disk, then run it again.', {
    cause,
  })
