import { markPassage, passagesOf, unmarkThread, type Place } from '@blamefree/editor'
import type { Transaction } from 'kysely'
import type * as Y from 'yjs'
import type { Database } from '../store/database.ts'
import { lookAtRooms, readRoom } from '../store/room-log.ts'
import type { Tables } from '../store/tables.ts'
import { remarkInRoom } from './keep-room.ts'
import type { OpenRooms } from './peers.ts'
import { replay } from './replay.ts'

/** A thread of comments on a text, and whoever marks it there. */
export interface ThreadInRoom {
  readonly postMortem: string
  readonly thread: string
  /** The member's id. They need not be allowed to write in the text. */
  readonly actor: string | null
}

/**
 * Puts a thread on a passage of a text, in the transaction that writes the thread; whoever has the text open sees the mark when it commits. Gives the passage's words; null when there
 * is no such passage (any more).
 */
export async function markInRoom(tx: Transaction<Tables>, { thread, ...of }: ThreadInRoom, place: Place): Promise<string | null> {
  return await remarkInRoom(tx, of, (text) => {
    unmarkThread(text, thread)
    return markPassage(text, thread, place)
  })
}

/** Takes a thread's marks off a text. */
export async function unmarkInRoom(tx: Transaction<Tables>, { thread, ...of }: ThreadInRoom): Promise<void> {
  await remarkInRoom(tx, of, (text) => unmarkThread(text, thread))
}

/** The words that each thread is about now, by the thread's id: from the text that is open here, where it has everything that is written, or else from the store. */
export async function passagesInRoom(
  db: Database,
  postMortem: string,
  { text, rooms }: { readonly text: Y.Doc | undefined; readonly rooms: Pick<OpenRooms, 'generation' | 'missing'> },
): Promise<ReadonlyMap<string, string>> {
  if (text !== undefined) {
    const [stands] = await lookAtRooms(db, [postMortem])
    if (stands?.generation === rooms.generation(postMortem) && rooms.missing(postMortem, stands.seqs).length === 0) return passagesOf(text)
  }
  const stored = await readRoom(db, postMortem)
  return stored === null || stored.generation === 0 ? new Map() : passagesOf(replay(stored))
}
