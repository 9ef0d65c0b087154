import { DEFAULT_CONFIGURATION, type Configuration } from '@blamefree/core'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What the team has set, over what holds where nothing is set. */
export async function currentConfiguration(sql: Kysely<Tables>): Promise<Configuration> {
  const row = await sql.selectFrom('configuration').select('value').where('id', '=', 1).executeTakeFirst()
  return row === undefined ? DEFAULT_CONFIGURATION : { ...DEFAULT_CONFIGURATION, ...row.value }
}
