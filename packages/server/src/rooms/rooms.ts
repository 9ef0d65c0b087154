import type { Document } from '@blamefree/core'
import type { Server } from 'node:http'
import type { House } from '../house.ts'
import type { Log } from '../log.ts'
import type { Principal } from '../people/principal.ts'
import { newId } from '../store/identity.ts'
import { keepPausedVersions } from '../store/post-mortem-versions.ts'
import { readRoom, waitingRooms } from '../store/room-log.ts'
import { withoutConsole } from './console-door.ts'
import { openDoor, type Caretaker, type Socket } from './door.ts'
import { editRoom, keepRoom, type KeptText } from './keep-room.ts'
import { openLiveTexts, type LiveTexts } from './live-texts.ts'
import { concerned, lookAround } from './look-around.ts'
import { hearPeers } from './peers.ts'
import { passagesInRoom } from './passages-in-room.ts'
import { openPresence } from './presence.ts'
import { openWriteAheadLog } from './write-ahead-log.ts'

/** The rooms in which people write post-mortems together. */
export interface Rooms {
  /** Takes WebSockets in on a server of HTTP, at `/live/<post-mortem>?schema=<number>`. */
  attach(server: Server): void
  /**
   * Changes a text for somebody, whether it is open or not: by the smallest difference, durable when it returns; whoever types there loses no character. Null when there is no such
   * post-mortem. Whether the person may is the caller's to ask.
   */
  edit(postMortem: string, person: Principal, change: (tree: Document['tree']) => Document['tree'] | Promise<Document['tree']>): Promise<KeptText | null>
  /** Writes what people have typed into the post-mortem's row now. Null when there is no such post-mortem, or nobody has opened it yet. */
  settle(postMortem: string): Promise<KeptText | null>
  /** The words that each thread of comments on a text is about now, by the thread's id. A thread of which nothing is left is not there. */
  passages(postMortem: string): Promise<ReadonlyMap<string, string>>
  /** For figures: how many texts are open here, by how many connections, and how many updates wait for the log. */
  figures(): { readonly texts: number; readonly connections: number; readonly waiting: number }
  /** Sends everybody off, so that a server can stop; they come back by themselves. */
  disconnect(): void
  close(): Promise<void>
}

/** Milliseconds. */
const EVERY = {
  /** Whether everybody in a room may still be there, besides when something about it was announced. */
  lookAround: 60_000,
  /** Rooms whose log somebody left behind, by being killed or while the database was away. */
  sweep: 30_000,
  /** What other processes have written, besides when they ring. */
  peers: 3000,
} as const

/** Seconds: a version is kept when people who wrote together have paused, or have written for long. */
const VERSION_AFTER = { idle: 600, most: 3600 } as const

export function openRooms(house: Pick<House, 'db' | 'authentication' | 'log' | 'outbox' | 'publicUrl'>): Rooms {
  const { db, log } = house
  // The embedded database is this process's alone, so there is nobody to ring for.
  const node = db.kind === 'embedded' ? null : newId().slice(-12)
  const wal = openWriteAheadLog(db, log, node)
  const presence = openPresence(db, node)
  let closed = false
  const keep = async (id: string): Promise<KeptText | null> => {
    const kept = await keepRoom(db, id)
    if (kept !== null) live.memories.keep(id, kept)
    return kept
  }
  const live: LiveTexts = openLiveTexts({
    house,
    wal,
    presence,
    opened: (id) => void peers.lookAt([id]).catch(() => undefined),
    // What could not be written down is still in the log, and the sweep comes by.
    keep: (id) => (closed ? Promise.resolve() : keep(id)).then(ignore, failed(log, 'a text could not be written down; it is tried again')),
  })
  const { documents } = live.hocuspocus
  const openHere = live.memories.asOpenRooms({
    reread: (id) => reread(db, live, id),
    presence: (id, text) => presence.hear(documents.get(id)?.awareness, id, text),
  })
  const peers = hearPeers(db, openHere, { node: node ?? 'alone', floor: node === null ? null : EVERY.peers })
  const door = openDoor(house, (socket, request) => caretaker(live, log, { socket, request }))
  const stopRounds = makeRounds(house, live, keep)
  return {
    attach: (server) => door.attach(server),
    edit: (postMortem, person, change) => editRoom(db, { postMortem, person }, change),
    settle: keep,
    passages: (postMortem) => passagesInRoom(db, postMortem, { text: documents.get(postMortem), rooms: openHere }),
    figures: () => ({ texts: documents.size, connections: live.hocuspocus.getConnectionsCount(), waiting: wal.waiting }),
    disconnect: () => door.close(),
    async close() {
      await stopRounds()
      door.close()
      peers.close()
      presence.close()
      for (const id of documents.keys()) await keep(id).catch(ignore)
      wal.close()
      closed = true
      // Whatever has not been closed by its sockets' ends has timers that would keep the process alive.
      for (const text of documents.values()) text.destroy()
    },
  }
}

const ignore = (): void => undefined
const failed =
  (log: House['log'], message: string) =>
  (error: unknown): void =>
    log.error({ error: error instanceof Error ? error : null }, message)

/** Looks, from time to time and when something was announced, after the rooms and whoever is in them. */
function makeRounds(
  house: Pick<House, 'db' | 'authentication' | 'log' | 'outbox'>,
  live: LiveTexts,
  keep: (id: string) => Promise<unknown>,
): () => Promise<void> {
  let stopped = false
  const sweep = async (olderThan: number): Promise<void> => {
    for (const id of await waitingRooms(house.db, olderThan)) if (!stopped) await keep(id)
    if (!stopped) await keepPausedVersions(house.db, VERSION_AFTER)
  }
  const swept = (olderThan: number): Promise<void> => sweep(olderThan).catch(failed(house.log, 'the log of the rooms could not be swept'))
  // Whoever was killed before us has left what people typed in the log: it is seen everywhere at once, not after the first round.
  const first = swept(0)
  const timers = [
    setInterval(() => void swept(EVERY.sweep / 1000), EVERY.sweep),
    setInterval(() => void lookAround(house, live, 'everybody'), EVERY.lookAround),
  ]
  for (const timer of timers) timer.unref()
  const stopHearing = house.outbox.hear((events) => {
    for (const whom of concerned(events)) void lookAround(house, live, whom)
  })
  return async () => {
    stopped = true
    for (const timer of timers) clearInterval(timer)
    stopHearing()
    await first
  }
}

async function reread(db: House['db'], { hocuspocus, memories }: LiveTexts, id: string): Promise<void> {
  const text = hocuspocus.documents.get(id)
  const stored = text === undefined ? null : await readRoom(db, id)
  if (text !== undefined && stored !== null) memories.load(text, stored)
}

function caretaker({ hocuspocus }: LiveTexts, log: Log, { socket, request }: { readonly socket: Socket; readonly request: Request }): Caretaker {
  const client = withoutConsole(log, () => hocuspocus.handleConnection(socket, request))
  return {
    frame: (data) => withoutConsole(log, () => client.handleMessage(data)),
    closed: (event) => withoutConsole(log, () => client.handleClose(event)),
  }
}
