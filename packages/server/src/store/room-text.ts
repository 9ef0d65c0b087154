import { exportedTree, normalise, plainText, type Document } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { Principal } from '../people/principal.ts'
import { indexFindings } from './findings.ts'
import { jsonText } from './json-text.ts'
import { announce } from './outbox.ts'
import type { LockedText } from './room-log.ts'
import type { Tables } from './tables.ts'

/**
 * Writes what people have typed together into the post-mortem's own row, where everything else reads it: its words, a new revision, the announcement, and a line in the
 * log for everybody who had a part in it. Gives the revision; nothing is written when the text says what the row says.
 */
export async function writeText(
  tx: Transaction<Tables>,
  { postMortem, before, tree, actors }: { postMortem: string; before: LockedText; tree: Document['tree']; actors: readonly (string | null)[] },
): Promise<number> {
  if (isDeepStrictEqual(normalise(before.document.tree), tree)) return before.revision
  const document: Document = { ...before.document, tree }
  const revision = before.revision + 1
  await tx
    .updateTable('post_mortem')
    .set({
      document: jsonText(document),
      plain: plainText(exportedTree(tree, { evidence: false })),
      revision,
      updated_at: sql<string>`date_trunc('milliseconds', now())`,
    })
    .where('id', '=', postMortem)
    .execute()
  await indexFindings(tx, { incident: before.incident, postMortem }, document)
  for (const actor of new Set(actors)) await recordTyping(tx, { postMortem, incident: before.incident, actor, revision })
  await announce(tx, { kind: 'post-mortem.changed', incident: before.incident, postMortem, data: { revision, status: before.status, what: 'text' } })
  return revision
}

/** Somebody who types for an hour has a line every ten minutes, not one a sentence. */
async function recordTyping(
  tx: Transaction<Tables>,
  { postMortem, incident, actor, revision }: { postMortem: string; incident: string; actor: string | null; revision: number },
): Promise<void> {
  const via: Principal['via'] = actor === null ? 'system' : 'session'
  await sql`
    insert into audit (actor, actor_name, via, action, incident_id, subject, after)
    select ${actor}::text, coalesce((select name from member where id = ${actor}), 'Blamefree'), ${via}, 'post-mortem.type', ${incident}::uuid, ${postMortem}, ${jsonText({ revision })}::jsonb
    where not exists (select from audit where incident_id = ${incident} and subject = ${postMortem} and action = 'post-mortem.type'
      and actor is not distinct from ${actor} and at > now() - interval '10 minutes')`.execute(tx)
}
