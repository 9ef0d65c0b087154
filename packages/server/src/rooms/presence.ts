import { applyAwarenessUpdate, encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import type { Database } from '../store/database.ts'
import { ringPresence } from '../store/room-log.ts'

/** Who is in a room, told to the other processes. */
export interface Presence {
  /** Somebody here came, moved or left. */
  changed(id: string, awareness: Awareness, clients: readonly number[]): void
  /** A room was opened here: whoever has it open elsewhere says who is there. */
  ask(id: string): void
  /** Another process says who is there, or asks. */
  hear(awareness: Awareness | undefined, id: string, text: string): void
  close(): void
}

/** Marks what came from another process, so that it is not told to others again. */
export const FROM_PEER = { source: 'local', context: 'peer' } as const

/** How long movements are gathered, in milliseconds. */
const GATHER = 150
/** What one ring may hold: PostgreSQL takes 8,000 bytes, and the names before it need some. */
const RING = 7000

/** `node`: the name that others hear; null where there are no others. */
export function openPresence(db: Database, node: string | null): Presence {
  const gathered = new Map<string, { readonly awareness: Awareness; readonly clients: Set<number> }>()
  let timer: NodeJS.Timeout | undefined
  const ring = (id: string, text: string): void => void ringPresence(db, `${node ?? ''} ${id} ${text}`).catch(() => undefined)
  const tell = (): void => {
    timer = undefined
    for (const [id, { awareness, clients }] of gathered) for (const update of pieces(awareness, [...clients])) ring(id, update)
    gathered.clear()
  }
  return {
    changed(id, awareness, clients) {
      if (node === null) return
      const known = gathered.get(id) ?? { awareness, clients: new Set<number>() }
      for (const client of clients) known.clients.add(client)
      gathered.set(id, known)
      timer ??= setTimeout(tell, GATHER)
    },
    ask(id) {
      if (node !== null) ring(id, '?')
    },
    hear(awareness, id, text) {
      if (awareness === undefined) return
      if (text === '?') this.changed(id, awareness, [...awareness.getStates().keys()])
      else applyAwarenessUpdate(awareness, Buffer.from(text, 'base64'), FROM_PEER)
    },
    close: () => clearTimeout(timer),
  }
}

function pieces(awareness: Awareness, clients: readonly number[]): string[] {
  const known = clients.filter((client) => awareness.meta.has(client))
  if (known.length === 0) return []
  const text = Buffer.from(encodeAwarenessUpdate(awareness, known)).toString('base64')
  if (text.length <= RING) return [text]
  const half = Math.floor(known.length / 2)
  return known.length === 1 ? [] : [...pieces(awareness, known.slice(0, half)), ...pieces(awareness, known.slice(half))]
}
