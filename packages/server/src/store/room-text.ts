import { normalise, type Document } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { indexedIn } from '../documents/indexed-in.ts'
import type { Principal } from '../people/principal.ts'
import { indexFindings } from './findings.ts'
import { jsonText } from './json-text.ts'
import { announce } from './outbox.ts'
import type { LockedText } from './room-log.ts'
import { countedIn } from './sections-to-write.ts'
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
  const { plain, findings } = indexedIn(document)
  const revision = before.revision + 1
  await tx
    .updateTable('post_mortem')
    .set({
      document: jsonText(document),
      ...countedIn(document),
      plain,
      revision,
      updated_at: sql<string>`date_trunc('milliseconds', now())`,
    })
    .where('id', '=', postMortem)
    .execute()
  await noteWriters(tx, postMortem, actors)
  await indexFindings(tx, { incident: before.incident, postMortem }, findings)
  await recordWriters(tx, { postMortem, incident: before.incident, actors, revision })
  await announce(tx, { kind: 'post-mortem.changed', incident: before.incident, postMortem, data: { revision, status: before.status, what: 'text' } })
  return revision
}

/** Remembers who has written since the newest version, for the next one. */
export async function noteWriters(tx: Transaction<Tables>, postMortem: string, actors: readonly (string | null)[]): Promise<void> {
  const writers = [...new Set(actors.flatMap((actor) => actor ?? []))]
  await sql`update post_mortem set writing_since = coalesce(writing_since, now()),
    writers = array(select distinct one from unnest(writers || ${writers}::text[]) as one order by one) where id = ${postMortem}`.execute(tx)
}

/** Somebody who types for an hour has a line every ten minutes, not one a sentence. */
export async function recordWriters(
  tx: Transaction<Tables>,
  { postMortem, incident, actors, revision }: { postMortem: string; incident: string; actors: readonly (string | null)[]; revision: number },
): Promise<void> {
  for (const actor of new Set(actors)) await recordTyping(tx, { postMortem, incident, actor, revision })
}

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
