import * as Y from 'yjs'
import type { StoredRoom } from '../store/room-log.ts'

/** A stored room as a shared text. All of it in one transaction: merging many small updates beforehand takes far longer than applying them. */
export function replay(stored: StoredRoom): Y.Doc {
  const text = new Y.Doc()
  replayInto(text, stored)
  return text
}

/** Applies a stored room to a text that is there already. Gives the numbers of updates that cannot be read, which are passed over. */
export function replayInto(text: Y.Doc, { state, updates }: Pick<StoredRoom, 'state' | 'updates'>, origin?: unknown): number[] {
  const unreadable: number[] = []
  text.transact(() => {
    if (state !== null) Y.applyUpdate(text, state, origin)
    for (const { seq, data } of updates) {
      try {
        Y.applyUpdate(text, data, origin)
      } catch {
        unreadable.push(seq)
      }
    }
  }, origin)
  return unreadable
}
