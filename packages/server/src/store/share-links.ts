import type { Audience, Instant } from '@blamefree/core'
import { sql as plain, type Kysely, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** A link by which anybody who has it reads a post-mortem. The link itself is shown once and not kept. */
export interface ShareLink {
  readonly id: string
  readonly audience: Audience
  readonly createdBy: string
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
}

export async function insertShareLink(
  tx: Transaction<Tables>,
  link: { readonly postMortem: string; readonly hash: Buffer; readonly audience: Audience; readonly by: string; readonly days: number },
): Promise<ShareLink> {
  const row = await tx
    .insertInto('share_link')
    .values({
      id: newId(),
      post_mortem_id: link.postMortem,
      token_hash: link.hash,
      audience: link.audience,
      created_by: link.by,
      expires_at: plain<string>`now() + ${link.days} * interval '1 day'`,
    })
    .returning(['id', 'audience', 'created_by', 'created_at', 'expires_at', 'revoked_at'])
    .executeTakeFirstOrThrow()
  return linkOf(row)
}

/** The links of a post-mortem, newest first, also those that work no more. */
export async function listShareLinks(sql: Kysely<Tables>, postMortem: string): Promise<ShareLink[]> {
  const rows = await sql
    .selectFrom('share_link')
    .select(['id', 'audience', 'created_by', 'created_at', 'expires_at', 'revoked_at'])
    .where('post_mortem_id', '=', postMortem)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(linkOf)
}

/** False when there is none that works. */
export async function revokeShareLink(tx: Transaction<Tables>, postMortem: string, id: string): Promise<boolean> {
  const rows = await tx
    .updateTable('share_link')
    .set({ revoked_at: plain<string>`now()` })
    .where('id', '=', id)
    .where('post_mortem_id', '=', postMortem)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** What a link leads to, while it works: not past its end, not revoked, and to nothing that is private or deleted by now. */
export async function sharedBy(sql: Kysely<Tables>, hash: Buffer): Promise<{ readonly postMortem: string; readonly audience: Audience } | null> {
  const row = await sql
    .selectFrom('share_link')
    .innerJoin('post_mortem', 'post_mortem.id', 'post_mortem_id')
    .innerJoin('incident', 'incident.id', 'incident_id')
    .select(['post_mortem_id', 'audience'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', plain<Instant>`now()`)
    .where('post_mortem.deleted_at', 'is', null)
    .where('incident.deleted_at', 'is', null)
    .where('incident.private', '=', false)
    .executeTakeFirst()
  return row === undefined ? null : { postMortem: row.post_mortem_id, audience: row.audience as Audience }
}

function linkOf(row: {
  id: string
  audience: string
  created_by: string
  created_at: Instant
  expires_at: Instant | null
  revoked_at: Instant | null
}): ShareLink {
  return {
    id: row.id,
    audience: row.audience as Audience,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }
}
