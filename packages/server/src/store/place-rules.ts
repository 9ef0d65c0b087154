import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Where post-mortems of some incidents go when they are published. Nothing named of a kind: all of it. */
export interface PlaceRule {
  readonly connection: string
  readonly severities: readonly string[]
  readonly types: readonly string[]
  readonly services: readonly string[]
}

/** The rules in their order: the first that fits decides. */
export async function listPlaceRules(store: Kysely<Tables>): Promise<PlaceRule[]> {
  return await store.selectFrom('place_rule').select(['connection_id as connection', 'severities', 'types', 'services']).orderBy('position').execute()
}

/** Puts these rules in the place of all others. False when one names a connection that there is not. */
export async function setPlaceRules(tx: Transaction<Tables>, rules: readonly PlaceRule[]): Promise<boolean> {
  await sql`lock table place_rule in share row exclusive mode`.execute(tx)
  await tx.deleteFrom('place_rule').execute()
  if (rules.length === 0) return true
  const wanted = [...new Set(rules.map(({ connection }) => connection))]
  const known = await tx.selectFrom('connection').select('id').where('id', 'in', wanted).forShare().execute()
  if (known.length !== wanted.length) return false
  await tx
    .insertInto('place_rule')
    .values(
      rules.map(({ connection, severities, types, services }, position) => ({
        position,
        connection_id: connection,
        severities: [...severities],
        types: [...types],
        services: [...services],
      })),
    )
    .execute()
  return true
}

/** What of an incident the rules look at. */
export interface Judged {
  readonly severity: string | null
  readonly type: string | null
  readonly services: readonly string[]
}

export async function judgedOf(store: Kysely<Tables>, incident: string): Promise<Judged | null> {
  return (await store.selectFrom('incident').select(['severity', 'type', 'services']).where('id', '=', incident).executeTakeFirst()) ?? null
}
