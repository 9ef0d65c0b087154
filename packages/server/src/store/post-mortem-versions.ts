import type { Document, Instant } from '@blamefree/core'
import { sql as plain, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { PostMortemStatus } from './post-mortems.ts'
import type { Tables } from './tables.ts'

/**
 * Why a version was kept. `made`: the first; `written`: over the API, section by section or whole; `refilled`, `restored`; `status`: it went on or back; `pause`: people who wrote together have
 * paused, or written for an hour; `named`: somebody gave it a name.
 */
export const VERSION_REASONS = ['made', 'written', 'refilled', 'restored', 'status', 'pause', 'named'] as const
export type VersionReason = (typeof VERSION_REASONS)[number]

/** A version as a list shows it. */
export interface VersionSummary {
  readonly version: number
  readonly status: PostMortemStatus
  readonly title: string
  readonly reason: VersionReason
  /** What somebody called it. */
  readonly name: string | null
  readonly note: string | null
  /** Who made it one; null for a pause. */
  readonly by: { readonly id: string; readonly name: string } | null
  /** Whoever wrote something in it since the one before, by name. */
  readonly authors: readonly { readonly id: string; readonly name: string }[]
  readonly at: Instant
}

/** The versions of a post-mortem, newest first, below `before` where it is given. */
export async function listVersions(
  { pool }: Database,
  postMortem: string,
  { limit, before, named }: { readonly limit: number; readonly before: number | null; readonly named: boolean },
): Promise<VersionSummary[]> {
  const { rows } = await pool.query<VersionSummary>({
    text: `select v.version, v.status, v.title, v.reason, v.name, v.note, v.made_at as at,
        case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as by,
        (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]') from member a where a.id = any(v.authors)) as authors
      from post_mortem_version v left join member m on m.id = v.made_by
      where v.post_mortem_id = $1 and ($2::int is null or v.version < $2) and (not $3::boolean or v.name is not null) order by v.version desc limit $4`,
    values: [postMortem, before, named, limit],
  })
  return rows
}

/** Keeps the post-mortem as its row is now as a version under its revision, with whoever wrote since the one before; one that is there already stays. */
export async function keepVersion(
  tx: Transaction<Tables>,
  id: string,
  {
    reason,
    by,
    note = null,
    name = null,
  }: { readonly reason: VersionReason; readonly by: string | null; readonly note?: string | null; readonly name?: string | null },
): Promise<void> {
  await plain`insert into post_mortem_version (post_mortem_id, version, status, title, document, note, made_by, reason, name, authors)
    select id, revision, status, title, document, ${note}, ${by}, ${reason}, ${name}::text,
      array(select distinct one from unnest(writers || ${by === null || reason === 'named' || reason === 'status' ? [] : [by]}::text[]) as one order by one)
    from post_mortem where id = ${id} on conflict do nothing`.execute(tx)
  await plain`update post_mortem set writers = '{}', writing_since = null where id = ${id}`.execute(tx)
}

/** Gives a version a name, or takes it away with null; false when there is no such version. */
export async function nameVersion(
  tx: Transaction<Tables>,
  of: { readonly postMortem: string; readonly version: number },
  name: string | null,
): Promise<boolean> {
  const rows = await tx
    .updateTable('post_mortem_version')
    .set({ name })
    .where('post_mortem_id', '=', of.postMortem)
    .where('version', '=', of.version)
    .returning('version')
    .execute()
  return rows.length > 0
}

/**
 * Keeps a version of every post-mortem that people have written in together and then left alone for so many seconds, or written in for so long without one. Safe in several processes at once.
 * Gives their ids.
 */
export async function keepPausedVersions(
  { sql, tx }: Pick<Database, 'sql' | 'tx'>,
  { idle, most }: { readonly idle: number; readonly most: number },
): Promise<string[]> {
  const due = plain<boolean>`writing_since is not null and (updated_at < now() - make_interval(secs => ${idle}) or writing_since < now() - make_interval(secs => ${most}))`
  const found = await sql.selectFrom('post_mortem').select('id').where(due).where('deleted_at', 'is', null).limit(50).execute()
  const kept: string[] = []
  for (const { id } of found) {
    await tx(async (change) => {
      const row = await change.selectFrom('post_mortem').select('id').where('id', '=', id).where(due).forNoKeyUpdate().skipLocked().executeTakeFirst()
      if (row === undefined) return
      await keepVersion(change, id, { reason: 'pause', by: null })
      kept.push(id)
    })
  }
  return kept
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
