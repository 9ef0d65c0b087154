import { BUILT_IN_TEMPLATES, parseTemplate, type Instant } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** Which incidents a template is meant for; an empty list means any. */
export interface TemplateConditions {
  readonly severity: readonly string[]
  readonly type: readonly string[]
  readonly service: readonly string[]
}

/** A template as a list shows it. */
export interface TemplateSummary {
  readonly id: string
  /** What a person may say instead of the id; it stands in documents as `<slug>@<version>`. */
  readonly slug: string
  readonly title: string
  readonly description: string
  /** Ours: never changed, but duplicated. */
  readonly builtIn: boolean
  readonly conditions: TemplateConditions
  /** The newest version. */
  readonly version: number
  readonly archived: boolean
  readonly createdAt: Instant
}

/** One text that a template had. Documents keep the version that they were filled from. */
export interface TemplateVersion {
  readonly version: number
  readonly text: string
  readonly note: string | null
  readonly by: string | null
  readonly at: Instant
}

const COLUMNS = ['id', 'slug', 'title', 'description', 'built_in', 'conditions', 'current_version', 'archived_at', 'created_at'] as const
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Puts the templates of this version of ours where they belong. One that has changed since has a new version; several processes may start at once. */
export async function seedTemplates(db: Database): Promise<void> {
  await db.tx(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('templates', 0))`.execute(tx)
    const there = await tx
      .selectFrom('template')
      .innerJoin('template_version', (join) => join.onRef('template_id', '=', 'template.id').onRef('version', '=', 'current_version'))
      .select(['template.id', 'slug', 'current_version', 'text'])
      .where('built_in', '=', true)
      .execute()
    for (const [position, { id: slug, text }] of BUILT_IN_TEMPLATES.entries()) {
      const known = there.find((row) => row.slug === slug)
      if (known === undefined) await insertTemplate(tx, { slug: await freeSlug(tx, slug), text, by: null, note: null, builtIn: true, position })
      else if (known.text !== text) await insertVersion(tx, known.id, { version: known.current_version + 1, text, note: 'Came with an update.', by: null })
    }
  })
}

/** Every template, ours first, in the order in which they are offered. */
export async function listTemplates({ sql }: Database, { archived }: { readonly archived: boolean }): Promise<TemplateSummary[]> {
  const rows = await sql
    .selectFrom('template')
    .select(COLUMNS)
    .$if(!archived, (query) => query.where('archived_at', 'is', null))
    .orderBy('built_in', 'desc')
    .orderBy('position')
    .orderBy('created_at')
    .execute()
  return rows.map(summaryOf)
}

/** A template by its id or slug; null when there is none. Archived ones are found: documents may have been filled from them. */
export async function findTemplate(from: Kysely<Tables> | Transaction<Tables>, name: string): Promise<TemplateSummary | null> {
  const row = await from
    .selectFrom('template')
    .select(COLUMNS)
    .where(UUID.test(name) ? 'id' : 'slug', '=', name)
    .executeTakeFirst()
  return row === undefined ? null : summaryOf(row)
}

/** The text of one version; null when there is none. */
export async function templateText(from: Kysely<Tables> | Transaction<Tables>, id: string, version: number): Promise<string | null> {
  const row = await from.selectFrom('template_version').select('text').where('template_id', '=', id).where('version', '=', version).executeTakeFirst()
  return row?.text ?? null
}

/** Every version, newest first. */
export async function templateVersions({ sql }: Database, id: string): Promise<TemplateVersion[]> {
  const rows = await sql
    .selectFrom('template_version')
    .select(['version', 'text', 'note', 'made_by', 'made_at'])
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ made_by, made_at, ...row }) => ({ ...row, by: made_by, at: made_at }))
}

/** What a new template is made of. Its title, description and conditions are those of the text's front matter. */
interface NewTemplate {
  readonly slug: string
  readonly text: string
  readonly by: string | null
  readonly note: string | null
  readonly builtIn: boolean
  readonly position: number
}

/** A template of the team's own, under a name that nobody has yet. */
export async function createTemplate(
  tx: Transaction<Tables>,
  { text, note, by }: { readonly text: string; readonly note: string | null; readonly by: string | null },
): Promise<TemplateSummary> {
  await sql`select pg_advisory_xact_lock(hashtextextended('templates', 0))`.execute(tx)
  const { template } = parseTemplate(text, 'template')
  const wanted = template.id === 'template' ? slugOf(template.title) : template.id
  const id = await insertTemplate(tx, { slug: await freeSlug(tx, wanted), text, by, note, builtIn: false, position: 0 })
  return found(await findTemplate(tx, id))
}

/** The template with a new version on top. Null when `expected` is not its newest version any more. The caller keeps built-in ones away. */
export async function addTemplateVersion(
  tx: Transaction<Tables>,
  id: string,
  change: { readonly expected: number; readonly text: string; readonly note: string | null; readonly by: string | null },
): Promise<TemplateSummary | null> {
  const row = await tx.selectFrom('template').select('current_version').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  if (row.current_version !== change.expected) return null
  await insertVersion(tx, id, { version: row.current_version + 1, text: change.text, note: change.note, by: change.by })
  return found(await findTemplate(tx, id))
}

/** Takes a template off the list of those offered, or puts it back. */
export async function archiveTemplate(tx: Transaction<Tables>, id: string, archived: boolean): Promise<TemplateSummary> {
  await tx
    .updateTable('template')
    .set({ archived_at: archived ? sql<string>`now()` : null })
    .where('id', '=', id)
    .execute()
  return found(await findTemplate(tx, id))
}

async function insertTemplate(tx: Transaction<Tables>, { slug, text, by, note, builtIn, position }: NewTemplate): Promise<string> {
  const id = newId()
  await tx
    .insertInto('template')
    .values({ id, slug, built_in: builtIn, position, current_version: 1, ...columnsOf(text) })
    .execute()
  await tx.insertInto('template_version').values({ template_id: id, version: 1, text, note, made_by: by }).execute()
  return id
}

async function insertVersion(
  tx: Transaction<Tables>,
  id: string,
  { version, text, note, by }: { readonly version: number; readonly text: string; readonly note: string | null; readonly by: string | null },
): Promise<void> {
  await tx.insertInto('template_version').values({ template_id: id, version, text, note, made_by: by }).execute()
  await tx
    .updateTable('template')
    .set({ current_version: version, ...columnsOf(text) })
    .where('id', '=', id)
    .execute()
}

function columnsOf(text: string): { title: string; description: string; conditions: string } {
  const { template } = parseTemplate(text, 'template')
  return { title: template.title, description: template.description, conditions: JSON.stringify(template.for) }
}

/** A name that no template has, with a number where it is taken. */
async function freeSlug(tx: Transaction<Tables>, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('template').select('slug').execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  let slug = wanted
  for (let count = 2; taken.has(slug); count++) slug = `${wanted}-${count}`
  return slug
}

function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return slug === '' ? 'template' : slug
}

function found(template: TemplateSummary | null): TemplateSummary {
  if (template === null) throw new Error('the template that was just written is not there')
  return template
}

function summaryOf(row: {
  id: string
  slug: string
  title: string
  description: string
  built_in: boolean
  conditions: unknown
  current_version: number
  archived_at: Instant | null
  created_at: Instant
}): TemplateSummary {
  const { built_in, current_version, archived_at, created_at, conditions, ...rest } = row
  return {
    ...rest,
    conditions: { severity: [], type: [], service: [], ...(conditions as Partial<TemplateConditions>) },
    builtIn: built_in,
    version: current_version,
    archived: archived_at !== null,
    createdAt: created_at,
  }
}
