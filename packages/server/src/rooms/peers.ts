import type { Database } from '../store/database.ts'
import { lookAtRooms, readUpdates } from '../store/room-log.ts'

/** The open rooms of this process, as its peers matter to them. */
export interface OpenRooms {
  /** The rooms that are open here. */
  ids(): string[]
  /** Of these updates of a room, the ones that it does not have; none when the room is not open here. */
  missing(id: string, seqs: readonly number[]): number[]
  /** Which state the room has seen. */
  generation(id: string): number
  /** Brings updates into the room. */
  receive(id: string, updates: readonly { readonly seq: number; readonly data: Uint8Array }[]): void
  /** Reads the whole room again from the store. */
  reread(id: string): Promise<void>
  /** Presence from another process: an awareness update in base64, or `?` from one that has just opened the room and knows nobody. */
  presence(id: string, text: string): void
}

/** What other processes have written comes in. */
export interface Peers {
  /** Looks now whether an open room misses something. */
  lookAt(ids: readonly string[]): Promise<void>
  close(): void
}

/** Hears the rings of other processes and looks from time to time for what was not heard. `node`: the name under which this process rings. */
export function hearPeers(db: Database, rooms: OpenRooms, { node, floor }: { readonly node: string; readonly floor: number | null }): Peers {
  const wanted = new Map<string, Set<number>>()
  let fetching = false

  const fetchWanted = async (): Promise<void> => {
    if (fetching) return
    fetching = true
    try {
      for (let [next] = wanted; next !== undefined; [next] = wanted) {
        const [id, seqs] = next
        wanted.delete(id)
        const missing = rooms.missing(id, [...seqs])
        if (missing.length === 0) continue
        const updates = await readUpdates(db, missing)
        rooms.receive(id, updates)
        // What is not there any more is in a state by now.
        if (updates.length < missing.length) await rooms.reread(id)
      }
    } catch {
      // The database is away; the doorbell rings when it is back, and the floor looks again.
      wanted.clear()
    } finally {
      fetching = false
    }
  }
  const want = (id: string, seqs: readonly number[]): void => {
    wanted.set(id, new Set([...(wanted.get(id) ?? []), ...seqs]))
    void fetchWanted()
  }
  const lookAt = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return
    for (const { id, generation, seqs } of await lookAtRooms(db, ids)) {
      if (generation !== rooms.generation(id)) await rooms.reread(id)
      else if (rooms.missing(id, seqs).length > 0) want(id, seqs)
    }
  }
  const lookAtAll = (): void => void lookAt(rooms.ids()).catch(() => undefined)
  const stopHearing = [
    db.doorbell.hear('room', (text) => {
      const [from, id, seqs = ''] = text.split(' ')
      if (id === undefined) lookAtAll()
      else if (from !== node) want(id, seqs.split(',').map(Number))
    }),
    db.doorbell.hear('presence', (text) => {
      const [from, id = '', words = ''] = text.split(' ')
      if (from !== node) rooms.presence(id, words)
    }),
  ]
  const looking = floor === null ? undefined : setInterval(lookAtAll, floor)
  looking?.unref()
  return {
    lookAt,
    close() {
      clearInterval(looking)
      for (const stop of stopHearing) stop()
    },
  }
}
