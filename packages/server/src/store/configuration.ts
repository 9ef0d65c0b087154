import { DEFAULT_CONFIGURATION, type Configuration, type Instant } from '@blamefree/core'
import type { Kysely, Transaction } from 'kysely'
import { now } from '../now.ts'
import type { Tables } from './tables.ts'

/** What the team has set, over what holds where nothing is set. */
export async function currentConfiguration(sql: Kysely<Tables>): Promise<Configuration> {
  const row = await sql.selectFrom('configuration').select('value').where('id', '=', 1).executeTakeFirst()
  return row === undefined ? DEFAULT_CONFIGURATION : { ...DEFAULT_CONFIGURATION, ...row.value }
}

/** What the team has set, with its revision: 0 while nothing is. */
export interface KeptConfiguration {
  readonly revision: number
  /** The settings that are the team's own; every other holds by default. */
  readonly own: Partial<Configuration>
  readonly updatedAt: Instant | null
  readonly updatedBy: string | null
}

export async function keptConfiguration(sql: Kysely<Tables>): Promise<KeptConfiguration> {
  return keptOf(await sql.selectFrom('configuration').select(COLUMNS).where('id', '=', 1).executeTakeFirst())
}

/** The same, with nobody else able to change it until the transaction ends. */
export async function lockConfiguration(tx: Transaction<Tables>): Promise<KeptConfiguration> {
  await tx
    .insertInto('configuration')
    .values({ id: 1, revision: 0, value: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return keptOf(await tx.selectFrom('configuration').select(COLUMNS).where('id', '=', 1).forUpdate().executeTakeFirst())
}

export async function writeConfiguration(tx: Transaction<Tables>, own: Partial<Configuration>, by: string | null): Promise<KeptConfiguration> {
  const row = await tx
    .updateTable('configuration')
    .set((set) => ({ value: JSON.stringify(own), revision: set('revision', '+', 1), updated_at: now(), updated_by: by }))
    .where('id', '=', 1)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return keptOf(row)
}

const COLUMNS = ['revision', 'value', 'updated_at', 'updated_by'] as const

function keptOf(row: { revision: number; value: Partial<Configuration>; updated_at: Instant; updated_by: string | null } | undefined): KeptConfiguration {
  if (row === undefined) return { revision: 0, own: {}, updatedAt: null, updatedBy: null }
  return { revision: row.revision, own: row.value, updatedAt: row.revision === 0 ? null : row.updated_at, updatedBy: row.updated_by }
}
