import type { Instant } from '@blamefree/core'
import { sql as plain, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** The company's own look of a file format. */
export interface Look {
  readonly destination: string
  readonly name: string
  readonly size: number
  readonly updatedAt: Instant
  readonly updatedBy: string | null
}

export async function listLooks(sql: Kysely<Tables>): Promise<Look[]> {
  const rows = await sql
    .selectFrom('look')
    .select(({ fn }) => ['destination', 'name', 'updated_at', 'updated_by', fn<number>('octet_length', ['bytes']).as('size')])
    .orderBy('destination')
    .execute()
  return rows.map(({ updated_at, updated_by, ...row }) => ({ ...row, updatedAt: updated_at, updatedBy: updated_by }))
}

/** The file itself, as destinations take it; null when there is none. */
export async function readLook(sql: Kysely<Tables>, destination: string): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  return (await sql.selectFrom('look').select(['name', 'bytes']).where('destination', '=', destination).executeTakeFirst()) ?? null
}

export async function writeLook(
  tx: Transaction<Tables>,
  destination: string,
  { name, bytes, by }: { readonly name: string; readonly bytes: Buffer; readonly by: string | null },
): Promise<void> {
  const row = { name, bytes, updated_by: by, updated_at: plain<string>`now()` }
  await tx
    .insertInto('look')
    .values({ destination, ...row })
    .onConflict((conflict) => conflict.column('destination').doUpdateSet(row))
    .execute()
}

/** False when there is none. */
export async function deleteLook(tx: Transaction<Tables>, destination: string): Promise<boolean> {
  return (await tx.deleteFrom('look').where('destination', '=', destination).returning('destination').execute()).length > 0
}
