import { sql, type Transaction } from 'kysely'
import { createHash, randomBytes } from 'node:crypto'
import { now } from '../now.ts'
import type { Database } from './database.ts'
import { CHUNK, compress, isPacked } from './raw-store.ts'
import type { Tables } from './tables.ts'

/** A payload that is kept piece by piece while it arrives, so that it is never whole in memory. */
export interface RawArrival {
  /** Resolves when there is room for more. */
  write(part: Uint8Array): Promise<void>
  /** The last of it is there. */
  end(): Promise<ArrivedRaw>
}

/** A payload that is there whole, under a name of chance: it is to be settled, or removed. */
export interface ArrivedRaw {
  readonly key: Buffer
  readonly hash: Buffer
  readonly size: number
}

/** Begins to keep a payload. Its pieces are written outside of any transaction: an upload may take minutes. */
export async function openArrival({ sql: store }: Pick<Database, 'sql'>, key: Buffer = newArrivalKey()): Promise<RawArrival> {
  await store.insertInto('raw').values({ hash: key, size: 0, compression: 'none', arriving_since: now() }).execute()
  const sum = createHash('sha256')
  let held: Uint8Array[] = []
  let heldSize = 0
  let size = 0
  let seq = 0
  let packed: boolean | null = null
  const flush = async (): Promise<void> => {
    const chunk = Buffer.concat(held)
    held = []
    heldSize = 0
    packed ??= isPacked(chunk)
    await store
      .insertInto('raw_chunk')
      .values({ hash: key, seq: seq++, bytes: packed ? chunk : await compress(chunk) })
      .execute()
  }
  return {
    async write(part) {
      sum.update(part)
      size += part.byteLength
      for (let at = 0; at < part.byteLength;) {
        const taken = part.subarray(at, at + CHUNK - heldSize)
        held.push(taken)
        heldSize += taken.byteLength
        at += taken.byteLength
        if (heldSize === CHUNK) await flush()
      }
    },
    async end() {
      if (heldSize > 0 || seq === 0) await flush()
      await store
        .updateTable('raw')
        .set({ size, compression: packed === true ? 'none' : 'zstd' })
        .where('hash', '=', key)
        .execute()
      return { key, hash: sum.digest(), size }
    },
  }
}

/** The name of a payload that is still arriving. */
export const newArrivalKey = (): Buffer => randomBytes(32)

/** Keeps what has arrived under its hash, once for each content. Only the pieces' name is written anew, not the pieces. Throws when it was removed meanwhile. */
export async function settleArrival(tx: Transaction<Tables>, { key, hash }: ArrivedRaw): Promise<void> {
  const { rows } = await sql<{ fresh: boolean }>`
    with arrived as (select size, compression from raw where hash = ${key} and arriving_since is not null for update),
      fresh as (insert into raw (hash, size, compression) select ${hash}, size, compression from arrived on conflict do nothing returning hash)
    select exists (select from fresh) as fresh from arrived`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('A payload that had arrived is not there any more.')
  if (row.fresh) await tx.updateTable('raw_chunk').set({ hash }).where('hash', '=', key).execute()
  await tx.deleteFrom('raw').where('hash', '=', key).execute()
}

/** Removes what arrived and was not settled; what was, stays. */
export async function removeArrivals({ sql: store }: Pick<Database, 'sql'>, keys: readonly Buffer[]): Promise<void> {
  if (keys.length === 0) return
  await store
    .deleteFrom('raw')
    .where('hash', 'in', [...keys])
    .where('arriving_since', 'is not', null)
    .execute()
}

/** Removes what processes left behind that were ended while something arrived. No request lasts so many hours. */
export async function removeOldArrivals({ sql: store }: Pick<Database, 'sql'>, hours = 24): Promise<void> {
  await sql`delete from raw where arriving_since < now() - make_interval(hours => ${hours})`.execute(store)
}
