import type * as Y from 'yjs'
import type { KeptText } from './keep-room.ts'
import type { OpenRooms } from './peers.ts'
import { replayInto } from './replay.ts'
import type { StoredRoom } from '../store/room-log.ts'

/** What this process remembers of a text that it has open, besides the text. */
export interface RoomMemory {
  generation: number
  /** The numbers of the logged updates that the text has. */
  readonly seen: Set<number>
  /** About how large the text is in the store, in bytes. */
  bytes: number
  /** Which member a client id belongs to. */
  owners: ReadonlyMap<number, string>
}

/** Changes that come from the log and not from a connection: they are written down by whoever logged them. */
export const FROM_LOG = { source: 'local', skipStoreHooks: true } as const

/** The memories of the texts that are open. A text that is closed and opened again is another. */
export interface RoomMemories {
  of(text: Y.Doc): RoomMemory
  /** Brings a stored room into a text, new or open. */
  load(text: Y.Doc, stored: StoredRoom): void
  /** A text was written down: these updates are in the state of this generation. */
  keep(id: string, kept: Pick<KeptText, 'generation' | 'holds'>): void
  /** What other processes ask of the open rooms. */
  asOpenRooms(rest: Pick<OpenRooms, 'reread' | 'presence'>): OpenRooms
}

export function keepMemories(open: ReadonlyMap<string, Y.Doc>, unreadable: (seq: number) => void): RoomMemories {
  const memories = new WeakMap<Y.Doc, RoomMemory>()
  const of = (text: Y.Doc): RoomMemory => {
    const memory = memories.get(text) ?? { generation: 0, seen: new Set<number>(), bytes: 0, owners: new Map<number, string>() }
    memories.set(text, memory)
    return memory
  }
  const load = (text: Y.Doc, stored: StoredRoom): void => {
    for (const seq of replayInto(text, stored, FROM_LOG)) unreadable(seq)
    const memory = of(text)
    memory.generation = stored.generation
    memory.seen.clear()
    for (const { seq } of stored.updates) memory.seen.add(seq)
    memory.bytes = (stored.state?.length ?? 0) + stored.updates.reduce((sum, { data }) => sum + data.length, 0)
  }
  return {
    of,
    load,
    keep(id, { generation, holds }) {
      const text = open.get(id)
      if (text === undefined) return
      const memory = of(text)
      // Only a text that has every update of it has seen the state; another is read again when somebody looks.
      if (generation === memory.generation + 1 && holds.every((seq) => memory.seen.has(seq))) memory.generation = generation
      for (const seq of holds) memory.seen.delete(seq)
    },
    asOpenRooms: (rest) => ({
      ...rest,
      ids: () => [...open.keys()],
      generation: (id) => {
        const text = open.get(id)
        return text === undefined ? 0 : of(text).generation
      },
      missing: (id, seqs) => {
        const text = open.get(id)
        return text === undefined ? [] : seqs.filter((seq) => !of(text).seen.has(seq))
      },
      receive(id, updates) {
        const text = open.get(id)
        if (text === undefined) return
        for (const seq of replayInto(text, { state: null, updates: updates.map(({ seq, data }) => ({ seq, data: Buffer.from(data), actor: null })) }, FROM_LOG))
          unreadable(seq)
        for (const { seq, data } of updates) {
          of(text).seen.add(seq)
          of(text).bytes += data.length
        }
      },
    }),
  }
}
