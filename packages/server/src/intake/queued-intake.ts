import type { House } from '../house.ts'
import { newId } from '../store/identity.ts'
import { insertIntake, intakeRequest } from '../store/intake-rows.ts'
import { hashOf, keepRaw, loadRaw } from '../store/raw-store.ts'
import type { Delivery } from './intake.ts'
import type { Payload } from './payload.ts'

/** Above so many bytes a delivery is read beside the requests. */
export const READ_LATER = 8 * 1024 ** 2

/** A delivery as it waits: its payloads are kept already, and named by their hashes. */
interface QueuedDelivery extends Omit<Delivery, 'payloads'> {
  readonly payloads: readonly { readonly name: string; readonly files: readonly { readonly path: string; readonly hash: string }[] }[]
}

/** Keeps a delivery and enqueues the reading of it, all or nothing, and gives its id. */
export async function queueDelivery({ db, jobs }: Pick<House, 'db' | 'jobs'>, { payloads, ...delivery }: Delivery): Promise<string> {
  const id = newId()
  const hashes = payloads.map(({ files }) => files.map(({ bytes }) => hashOf(bytes)))
  const named = payloads.map(({ name, files }, at) => ({
    name,
    files: files.map(({ path }, file) => ({ path, hash: hashes[at]?.[file]?.toString('hex') ?? '' })),
  }))
  const request: QueuedDelivery = { ...delivery, payloads: named }
  await db.tx(async (tx) => {
    for (const [at, { files }] of payloads.entries())
      for (const [file, { bytes }] of files.entries()) await keepRaw(tx, bytes, hashes[at]?.[file] ?? hashOf(bytes))
    await insertIntake(tx, { id, request, by: delivery.person.memberId })
    await jobs.enqueue(tx, 'intake', { intake: id }, { by: delivery.person.memberId, ...(delivery.into === undefined ? {} : { incident: delivery.into }) })
  })
  return id
}

/** A delivery that waits, with its payloads; null when it has come to its end. */
export async function loadDelivery({ db }: Pick<House, 'db'>, id: string): Promise<Delivery | null> {
  const request = (await intakeRequest(db.sql, id)) as QueuedDelivery | null
  if (request === null) return null
  const payloads: Payload[] = []
  for (const { name, files } of request.payloads) {
    const loaded = await Promise.all(files.map(async ({ path, hash }) => ({ path, bytes: await loadRaw(db, Buffer.from(hash, 'hex')) })))
    payloads.push({ name, files: loaded })
  }
  return { ...request, payloads }
}
