import type { Instant } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** An incident's row, held by this transaction until it ends: nobody else changes the incident meanwhile. Null when it is gone. */
export async function lockIncident(
  tx: Transaction<Tables>,
  incident: string,
): Promise<{ readonly revision: number; readonly private: boolean; readonly facts: Tables['incident']['facts']['__select__'] } | null> {
  const row = await tx
    .selectFrom('incident')
    .select(['revision', 'private', 'facts'])
    .where('id', '=', incident)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Marks the incident as changed. */
export async function bumpRevision(tx: Transaction<Tables>, incident: string): Promise<number> {
  const row = await tx
    .updateTable('incident')
    .set({ revision: sql<number>`revision + 1`, updated_at: sql<string>`now()` })
    .where('id', '=', incident)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** Deletes an incident for everybody. Its rows stay until the workspace is cleaned. */
export async function deleteIncident(tx: Transaction<Tables>, incident: string, at: Instant): Promise<void> {
  await tx.updateTable('incident').set({ deleted_at: at }).where('id', '=', incident).execute()
}
