import { sql, type RawBuilder, type Transaction } from 'kysely'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdCompressSync, zstdDecompress } from 'node:zlib'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Bytes of one row, before it is compressed. Small enough that reading a large payload never needs it whole in one message. */
export const CHUNK = 4 * 1024 ** 2
/** Up to here compressing takes less time than handing it to another thread. Bytes. */
const SMALL = 64 * 1024

/** The SHA-256 by which a payload is kept. */
export function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** A payload that fits into one row, ready to be kept. */
export interface SmallRaw {
  readonly hash: Buffer
  readonly size: number
  readonly compression: 'none' | 'zstd'
  readonly bytes: Buffer
}

/** A payload made ready, where it is small enough. */
export function smallRaw(bytes: Uint8Array, hash: Buffer): SmallRaw | null {
  if (bytes.byteLength > SMALL) return null
  const packed = isPacked(bytes)
  return { hash, size: bytes.byteLength, compression: packed ? 'none' : 'zstd', bytes: packed ? Buffer.from(bytes) : zstdCompressSync(bytes) }
}

/** What keeps small payloads, each content once, as parts of a `with`. */
export function smallRawsKept(raws: readonly SmallRaw[]): RawBuilder<unknown>[] {
  const once = [...new Map(raws.map((raw) => [raw.hash.toString('hex'), raw])).values()]
  const rows = sql`unnest(${once.map(({ hash }) => hash)}::bytea[], ${once.map(({ size }) => size)}::bigint[], ${once.map(({ compression }) => compression)}::text[],
    ${once.map(({ bytes }) => bytes)}::bytea[]) as r (hash, size, compression, bytes)`
  return [
    sql`raws as materialized (select * from ${rows})`,
    sql`fresh_raws as (insert into raw (hash, size, compression) select hash, size, compression from raws on conflict do nothing returning hash)`,
    sql`chunks as (insert into raw_chunk (hash, seq, bytes) select hash, 0, bytes from raws join fresh_raws using (hash))`,
  ]
}

/** Keeps a payload exactly as it came, once for each content. */
export async function keepRaw(tx: Transaction<Tables>, bytes: Uint8Array, hash: Buffer): Promise<void> {
  const small = smallRaw(bytes, hash)
  if (small !== null) return void (await sql`with ${sql.join(smallRawsKept([small]))} select`.execute(tx))
  const fresh = await tx
    .insertInto('raw')
    .values({ hash, size: bytes.byteLength, compression: isPacked(bytes) ? 'none' : 'zstd' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('compression')
    .executeTakeFirst()
  if (fresh === undefined) return
  for (let seq = 0, at = 0; at < bytes.byteLength || seq === 0; seq++, at += CHUNK) {
    const part = bytes.subarray(at, at + CHUNK)
    const packed = fresh.compression === 'none' ? Buffer.from(part) : await compress(part)
    await tx.insertInto('raw_chunk').values({ hash, seq, bytes: packed }).execute()
  }
}

/** The payload again, piece by piece, never whole in memory. Throws at the end when it was not what was kept. `key`: the name that it is under while it arrives. */
export async function* streamRaw({ sql: store }: Pick<Database, 'sql'>, hash: Buffer, key: Buffer = hash): AsyncGenerator<Buffer> {
  const raw = await store.selectFrom('raw').select(['size', 'compression']).where('hash', '=', key).executeTakeFirstOrThrow()
  const sum = createHash('sha256')
  let at = 0
  for (let seq = 0; seq === 0 || at < raw.size; seq++) {
    const { bytes } = await store.selectFrom('raw_chunk').select('bytes').where('hash', '=', key).where('seq', '=', seq).executeTakeFirstOrThrow()
    const piece = raw.compression === 'none' ? bytes : await decompress(bytes)
    at += piece.byteLength
    sum.update(piece)
    yield piece
  }
  if (!sum.digest().equals(hash)) throw new Error(`The payload ${hash.toString('hex')} is not what was kept.`)
}

/** Zip and gzip gain nothing from being compressed again. */
export const isPacked = (bytes: Uint8Array): boolean => (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x1f && bytes[1] === 0x8b)
