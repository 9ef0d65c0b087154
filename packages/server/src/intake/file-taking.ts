import type { Database } from '../store/database.ts'
import { newArrivalKey, openArrival, removeArrivals, type RawArrival } from '../store/raw-arrival.ts'
import { streamRaw } from '../store/raw-store.ts'
import type { KeptFile, PayloadFile } from './payload.ts'
import { READ_LATER } from './queued-intake.ts'

/** Takes the files of one delivery as they arrive: in memory while they are few and small, else piece by piece into the store. */
export interface FileTaking {
  /** The files so far. */
  readonly files: readonly PayloadFile[]
  /** Bytes of all of them. */
  readonly bytes: number
  /** Takes a file. Throws what `parts` throws, and `tooLarge` when all files together are larger than the limit. */
  take(path: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** Removes what was kept and has not become part of a delivery. Whoever takes files calls it at the end, however it ends. */
  close(): Promise<void>
}

export function openFileTaking(db: Pick<Database, 'sql'>, { limit, tooLarge }: { readonly limit: number; readonly tooLarge: () => Error }): FileTaking {
  const files: PayloadFile[] = []
  const keys: Buffer[] = []
  let bytes = 0
  const arrival = async (): Promise<RawArrival> => {
    const key = newArrivalKey()
    keys.push(key)
    return await openArrival(db, key)
  }
  const keptFile = async (path: string, arriving: RawArrival): Promise<KeptFile> => {
    const arrived = await arriving.end()
    return { path, hash: arrived.hash, arrived, pieces: () => streamRaw(db, arrived.hash, arrived.key) }
  }
  return {
    files,
    get bytes() {
      return bytes
    },
    async take(path, parts) {
      let held: Uint8Array[] = []
      let arriving: RawArrival | null = null
      for await (const part of parts) {
        bytes += part.byteLength
        if (bytes > limit) throw tooLarge()
        held.push(part)
        if (bytes <= READ_LATER) continue
        arriving ??= await arrival()
        for (const one of held) await arriving.write(one)
        held = []
      }
      files.push(arriving === null ? { path, bytes: Buffer.concat(held) } : await keptFile(path, arriving))
    },
    close: () => removeArrivals(db, keys),
  }
}
