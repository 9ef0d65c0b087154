import type { Document } from '@blamefree/core'
import { progressOf } from '../documents/sections.ts'
import type { Database } from './database.ts'

/** How many at a time. */
const BATCH = 200

/** What the row of a post-mortem says of how far it is: written with each document. */
export const countedIn = (document: Document): { readonly to_write: number } => ({ to_write: progressOf(document).toWrite })

/** Counts where a version before this one has written the document. Not in one transaction: nobody waits for it. */
export async function countSectionsToWrite({ pool }: Pick<Database, 'pool'>): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ id: string; revision: number; document: Document }>(
      `select id, revision, document from post_mortem where to_write is null limit ${BATCH}`,
    )
    for (const { id, revision, document } of rows)
      await pool.query('update post_mortem set to_write = $3 where id = $1 and revision = $2 and to_write is null', [
        id,
        revision,
        countedIn(document).to_write,
      ])
    if (rows.length < BATCH) return
  }
}
