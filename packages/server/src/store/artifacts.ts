import type { Artifact, Instant, Loss, Problem } from '@blamefree/core'
import { sql as plain, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** A file that is made of a post-mortem beside the requests. */
export interface ArtifactRow {
  readonly id: string
  readonly destination: string
  readonly options: unknown
  readonly state: 'waiting' | 'making' | 'done' | 'failed'
  readonly name: string | null
  readonly mediaType: string | null
  readonly losses: readonly Loss[]
  readonly problems: readonly Problem[]
  readonly error: string | null
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
}

export async function insertArtifact(
  tx: Transaction<Tables>,
  {
    postMortem,
    destination,
    options,
    by,
  }: { readonly postMortem: string; readonly destination: string; readonly options: unknown; readonly by: string | null },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('artifact')
    .values({ id, post_mortem_id: postMortem, destination, options: jsonText(options), state: 'waiting', made_by: by })
    .execute()
  return id
}

export async function readArtifact(sql: Kysely<Tables>, id: string, postMortem: string): Promise<ArtifactRow | null> {
  const row = await sql
    .selectFrom('artifact')
    .select(['id', 'destination', 'options', 'state', 'name', 'media_type', 'losses', 'problems', 'error', 'created_at', 'finished_at'])
    .where('id', '=', id)
    .where('post_mortem_id', '=', postMortem)
    .executeTakeFirst()
  if (row === undefined) return null
  const { media_type, created_at, finished_at, losses, problems, state, ...rest } = row
  return {
    ...rest,
    state: state as ArtifactRow['state'],
    losses: losses as readonly Loss[],
    problems: problems as readonly Problem[],
    mediaType: media_type,
    createdAt: created_at,
    finishedAt: finished_at,
  }
}

/** The file; null while it is not made. */
export async function artifactFile(
  sql: Kysely<Tables>,
  id: string,
  postMortem: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer } | null> {
  const row = await sql
    .selectFrom('artifact')
    .select(['name', 'media_type', 'bytes'])
    .where('id', '=', id)
    .where('post_mortem_id', '=', postMortem)
    .where('state', '=', 'done')
    .executeTakeFirst()
  return row?.bytes === null || row === undefined
    ? null
    : { name: row.name ?? 'post-mortem', mediaType: row.media_type ?? 'application/octet-stream', bytes: row.bytes }
}

/** Which post-mortem an artifact is of, and what was asked for; null when it is gone. */
export async function askedArtifact(
  sql: Kysely<Tables>,
  id: string,
): Promise<{ readonly postMortem: string; readonly destination: string; readonly options: unknown } | null> {
  const row = await sql.selectFrom('artifact').select(['post_mortem_id', 'destination', 'options']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { postMortem: row.post_mortem_id, destination: row.destination, options: row.options }
}

export async function beginArtifact(sql: Kysely<Tables>, id: string): Promise<void> {
  await sql.updateTable('artifact').set({ state: 'making' }).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export async function finishArtifact(tx: Transaction<Tables>, id: string, { name, mediaType, bytes, losses, problems }: Artifact): Promise<void> {
  await tx
    .updateTable('artifact')
    .set({
      state: 'done',
      name,
      media_type: mediaType,
      bytes: Buffer.from(bytes),
      losses: jsonText(losses),
      problems: jsonText(problems),
      finished_at: plain<string>`now()`,
    })
    .where('id', '=', id)
    .execute()
}

/** With a sentence that says why. */
export async function failArtifact(tx: Transaction<Tables>, id: string, error: string): Promise<void> {
  await tx
    .updateTable('artifact')
    .set({ state: 'failed', error, finished_at: plain<string>`now()` })
    .where('id', '=', id)
    .execute()
}

/** How long a file that was made of a post-mortem can be downloaded, in days. */
export const ARTIFACT_DAYS = 30

/** Removes files that were made too long ago to be asked for, and those that were never finished. They can be made again. */
export async function removeOldArtifacts({ sql }: Pick<Database, 'sql'>): Promise<void> {
  await sql
    .deleteFrom('artifact')
    .where((where) => where(where.fn.coalesce('finished_at', 'created_at'), '<', plain<Instant>`now() - make_interval(days => ${ARTIFACT_DAYS})`))
    .execute()
}
