import * as Y from 'yjs'
import { Refused } from './refused.ts'

/** The largest update that a client may send at once, in bytes; a long document pasted whole is a tenth of it. */
export const UPDATE_LIMIT = 2 * 1024 ** 2

/** The largest a shared text may become with everything that Yjs remembers of it, in bytes. */
export const TEXT_LIMIT = 32 * 1024 ** 2

/** What an update brings that a text does not have: the client ids that it says it is from. Throws `Refused` for what is no update; nothing unreadable may enter the log. */
export function newClients(text: Y.Doc, update: Uint8Array): ReadonlySet<number> {
  if (update.length > UPDATE_LIMIT) throw new Refused('update-too-large', 4413)
  const clients = new Set<number>()
  for (const { id, length } of decoded(update).structs) if (id.clock + length > Y.getState(text.store, id.client)) clients.add(id.client)
  return clients
}

/** Whether a text has everything that an update holds, deletions too. */
export function isKnown(text: Y.Doc, update: Uint8Array): boolean {
  const { ds } = decoded(update)
  if (newClients(text, update).size > 0) return false
  return ds.clients.size === 0 || Y.snapshotContainsUpdate(Y.snapshot(text), update)
}

function decoded(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch {
    throw new Refused('update-unreadable', 4400)
  }
}
