import { sql, type Transaction } from 'kysely'
import type { Secrets } from '../secrets.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** Secrets that we have to be able to read again (credentials of other systems), by name, sealed. */
export interface SecretStore {
  /** The secret; null when there is none. Throws when it was sealed with another key. */
  get(name: string): Promise<string | null>
  set(tx: Transaction<Tables>, name: string, text: string, by: string | null): Promise<void>
  /** True when there was one. */
  remove(tx: Transaction<Tables>, name: string): Promise<boolean>
}

export function openSecretStore({ sql: store }: Database, secrets: Secrets): SecretStore {
  return {
    async get(name) {
      const row = await store.selectFrom('secret').select('sealed').where('name', '=', name).executeTakeFirst()
      return row === undefined ? null : secrets.unseal(`secret ${name}`, row.sealed)
    },
    async set(tx, name, text, by) {
      const row = { sealed: secrets.seal(`secret ${name}`, text), updated_at: sql<string>`now()`, updated_by: by }
      await tx
        .insertInto('secret')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute()
    },
    async remove(tx, name) {
      return (await tx.deleteFrom('secret').where('name', '=', name).executeTakeFirstOrThrow()).numDeletedRows > 0n
    },
  }
}
