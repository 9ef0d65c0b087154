import type { Document, Instant } from '@blamefree/core'
import type { Database } from './database.ts'

/** A version as a list shows it. */
export interface VersionSummary {
  readonly version: number
  readonly status: string
  readonly title: string
  readonly note: string | null
  readonly by: { readonly id: string; readonly name: string } | null
  readonly at: Instant
}

/** The versions of a post-mortem, newest first, below `before` where it is given. */
export async function listVersions(
  { sql }: Database,
  postMortem: string,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<VersionSummary[]> {
  const rows = await sql
    .selectFrom('post_mortem_version')
    .leftJoin('member', 'member.id', 'made_by')
    .select(['version', 'status', 'title', 'note', 'member.id', 'member.name', 'made_at'])
    .where('post_mortem_id', '=', postMortem)
    .$if(before !== null, (query) => query.where('version', '<', before ?? 0))
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, made_at, ...row }) => ({ ...row, by: id === null ? null : { id, name: name ?? '' }, at: made_at }))
}

/** The text of one version; null when there is none. */
export async function versionDocument({ sql }: Database, postMortem: string, version: number): Promise<Document | null> {
  const row = await sql
    .selectFrom('post_mortem_version')
    .select('document')
    .where('post_mortem_id', '=', postMortem)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.document ?? null
}

/** What was last published; null when nothing ever was. */
export async function lastPublished({ sql }: Database, postMortem: string): Promise<Document | null> {
  const row = await sql
    .selectFrom('post_mortem_version')
    .select('document')
    .where('post_mortem_id', '=', postMortem)
    .where('status', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.document ?? null
}
