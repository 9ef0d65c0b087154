import type { House } from '../house.ts'
import { newId } from '../store/identity.ts'
import { insertIntake, intakeRequest } from '../store/intake-rows.ts'
import { streamRaw } from '../store/raw-store.ts'
import type { Delivery } from './intake.ts'
import { fileHash, keepFile } from './keep-file.ts'
import type { KeptFile } from './payload.ts'

/** Above so many bytes a delivery is kept while it arrives, and read beside the requests. */
export const READ_LATER = 8 * 1024 ** 2

/** A delivery as it waits: its payloads are kept already, and named by their hashes. */
interface QueuedDelivery extends Omit<Delivery, 'payloads'> {
  readonly payloads: readonly { readonly name: string; readonly files: readonly { readonly path: string; readonly hash: string }[] }[]
}

/** Keeps a delivery and enqueues the reading of it, all or nothing, and gives its id. */
export async function queueDelivery({ db, jobs }: Pick<House, 'db' | 'jobs'>, { payloads, ...delivery }: Delivery): Promise<string> {
  const id = newId()
  const hashed = payloads.map(({ name, files }) => ({ name, files: files.map((file) => ({ file, hash: fileHash(file) })) }))
  const named = hashed.map(({ name, files }) => ({ name, files: files.map(({ file: { path }, hash }) => ({ path, hash: hash.toString('hex') })) }))
  const request: QueuedDelivery = { ...delivery, payloads: named }
  await db.tx(async (tx) => {
    // In one order, so that two deliveries of the same files do not wait for each other.
    for (const { file, hash } of hashed.flatMap(({ files }) => files).toSorted((a, b) => a.hash.compare(b.hash))) await keepFile(tx, file, hash)
    await insertIntake(tx, { id, request, by: delivery.person.memberId })
    await jobs.enqueue(tx, 'intake', { intake: id }, { by: delivery.person.memberId, ...(delivery.into === undefined ? {} : { incident: delivery.into }) })
  })
  return id
}

/** A delivery that waits, its files where they are kept; null when it has come to its end. */
export async function loadDelivery({ db }: Pick<House, 'db'>, id: string): Promise<Delivery | null> {
  const request = (await intakeRequest(db.sql, id)) as QueuedDelivery | null
  if (request === null) return null
  const kept = (path: string, hash: Buffer): KeptFile => ({ path, hash, arrived: null, pieces: () => streamRaw(db, hash) })
  return {
    ...request,
    payloads: request.payloads.map(({ name, files }) => ({ name, files: files.map(({ path, hash }) => kept(path, Buffer.from(hash, 'hex'))) })),
  }
}
