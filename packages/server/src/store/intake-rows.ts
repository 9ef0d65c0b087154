import type { Receipt } from '../intake/intake.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { now } from '../now.ts'
import type { Database } from './database.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'
import { visible } from './things.ts'

/** A delivery that is read beside the requests, as somebody may see it. */
export interface IntakeRow {
  readonly id: string
  readonly state: 'waiting' | 'reading' | 'done' | 'failed'
  readonly progress: Readonly<Record<string, string | number>>
  readonly result: Pick<Receipt, 'incident' | 'outcome' | 'readings'> | null
  readonly error: { readonly code: string; readonly message: string; readonly hint?: string } | null
}

/** Writes down what is to be read. */
export async function insertIntake(
  tx: Transaction<Tables>,
  { id, request, by }: { readonly id: string; readonly request: unknown; readonly by: string | null },
): Promise<void> {
  await tx
    .insertInto('intake')
    .values({ id, state: 'waiting', request: jsonText(request), made_by: by })
    .execute()
}

/** What is to be read; null when there is no such delivery, or it has come to its end. */
export async function intakeRequest(sql: Kysely<Tables>, id: string): Promise<unknown> {
  const row = await sql.selectFrom('intake').select('request').where('id', '=', id).where('state', 'in', ['waiting', 'reading']).executeTakeFirst()
  return row?.request ?? null
}

export async function setIntakeProgress(sql: Kysely<Tables>, id: string, progress: IntakeRow['progress']): Promise<void> {
  await sql
    .updateTable('intake')
    .set({ state: 'reading', progress: jsonText(progress) })
    .where('id', '=', id)
    .execute()
}

/** How a delivery ended: with an incident, or with what went wrong. */
export async function settleIntake(
  sql: Kysely<Tables>,
  id: string,
  end: { readonly incident: string; readonly result: unknown } | { readonly error: unknown },
): Promise<void> {
  await sql
    .updateTable('intake')
    .set(
      'error' in end
        ? { state: 'failed', error: jsonText(end.error), finished_at: now() }
        : { state: 'done', incident_id: end.incident, result: jsonText(end.result), finished_at: now() },
    )
    .where('id', '=', id)
    .execute()
}

/** A delivery of this person's own; null when there is none, or it became an incident that is not theirs to see any more. */
export async function readIntake({ pool }: Pick<Database, 'pool'>, { memberId }: Principal, id: string): Promise<IntakeRow | null> {
  const { rows } = await pool.query<IntakeRow>({
    text: `select t.id, t.state, t.progress, t.result, t.error from intake t left join incident i on i.id = t.incident_id
      where t.id = $2 and t.made_by = $1 and (t.incident_id is null or ${visible('i', '$1')})`,
    values: [memberId ?? '', id],
  })
  return rows[0] ?? null
}
