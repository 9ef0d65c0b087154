import { Hocuspocus, type beforeHandleAwarenessPayload, type beforeSyncPayload, type onAuthenticatePayload } from '@hocuspocus/server'
import { applyUpdate } from 'yjs'
import type { House } from '../house.ts'
import { claimClients, readRoom } from '../store/room-log.ts'
import { admit, present, type Visitor } from './admission.ts'
import { isKnown, newClients, TEXT_LIMIT } from './check-update.ts'
import { ROOM_ADDRESS } from './door.ts'
import { seedRoom } from './keep-room.ts'
import { lookAgain } from './look-around.ts'
import { FROM_PEER, type Presence } from './presence.ts'
import { Refused } from './refused.ts'
import { FROM_LOG, keepMemories, type RoomMemories } from './room-memory.ts'
import type { WriteAheadLog } from './write-ahead-log.ts'

/** What the texts that are open in this process need. */
export interface LiveNeeds {
  readonly house: Pick<House, 'db' | 'authentication' | 'log'>
  readonly wal: WriteAheadLog
  readonly presence: Presence
  /** Called when a text was opened. */
  readonly opened: (id: string) => void
  /** Writes a text down; called a moment after people have paused, and when the last has left. Never fails. */
  readonly keep: (id: string) => Promise<void>
}

/** The texts that people have open through this process, and the protocol that they speak. */
export interface LiveTexts {
  readonly hocuspocus: Hocuspocus<Visitor>
  readonly memories: RoomMemories
}

/** Milliseconds: a pause after which what was typed is written into the post-mortem's row, and how long that may be put off by typing on. */
const PAUSE = { after: 2000, atMost: 20_000 } as const
/** What somebody may say of themselves (their caret), as JSON, in characters. */
const PRESENCE_LIMIT = 4000

export function openLiveTexts(needs: LiveNeeds): LiveTexts {
  const { house, wal, presence } = needs
  const hocuspocus = new Hocuspocus<Visitor>()
  const memories = keepMemories(hocuspocus.documents, (seq) => house.log.error({ seq }, 'a logged update cannot be read; it is passed over'))
  wal.onAway(() => {
    for (const text of hocuspocus.documents.values()) text.broadcastStateless('{"kind":"waiting"}')
  })
  hocuspocus.configure({
    quiet: true,
    timeout: 60_000,
    debounce: PAUSE.after,
    maxDebounce: PAUSE.atMost,
    maxPendingDocuments: 1,
    maxUnauthenticatedQueueSize: 256 * 1024,
    maxUnauthenticatedQueueMessages: 50,
    onAuthenticate: (payload) => enter(needs, payload),
    async onLoadDocument({ document, documentName }) {
      await present(house)
      const first = await readRoom(house.db, documentName)
      if (first?.generation === 0) await seedRoom(house.db, documentName)
      const stored = first?.generation === 0 ? await readRoom(house.db, documentName) : first
      if (stored === null) throw new Refused('absent', 4404)
      memories.load(document, stored)
      memories.of(document).owners = await claimClients(house.db, documentName, [], null)
    },
    async afterLoadDocument({ documentName }) {
      needs.opened(documentName)
      presence.ask(documentName)
    },
    // Whoever was signed out between being let in and being in the room was not looked at.
    connected: async ({ connection }) => void (await lookAgain(house, connection)),
    beforeSync: (payload) => logFirst({ ...needs, hocuspocus, memories }, payload),
    beforeHandleAwareness: signed,
    async onAwarenessUpdate({ document, documentName, added, updated, removed, transactionOrigin }) {
      if (transactionOrigin !== FROM_PEER) presence.changed(documentName, document.awareness, [...added, ...updated, ...removed])
    },
    onStoreDocument: ({ documentName }) => needs.keep(documentName),
  })
  return { hocuspocus, memories }
}

async function enter(
  { house }: LiveNeeds,
  { token, documentName, request, requestHeaders, connectionConfig }: onAuthenticatePayload<Visitor>,
): Promise<Visitor> {
  const { pathname, searchParams } = new URL(request.url)
  const [, postMortem = ''] = ROOM_ADDRESS.exec(pathname) ?? []
  if (documentName !== postMortem.toLowerCase()) throw new Refused('other-document')
  const visitor = await admit(house, { postMortem: documentName, schema: searchParams.get('schema'), headers: requestHeaders, token })
  connectionConfig.readOnly = visitor.readOnly
  return visitor
}

interface Logging extends LiveNeeds, LiveTexts {}

/**
 * Before an update is in the text, is sent to others, or is acknowledged, it is in the log. This is awaited for each message of a connection, in order. It throws only for what
 * nobody may write; when the database is away it waits.
 */
async function logFirst(
  { house, wal, hocuspocus, memories }: Logging,
  { type, payload, document, documentName, connection, context }: beforeSyncPayload<Visitor>,
): Promise<void> {
  const asks = type === 0
  if (asks || connection.readOnly || payload.length <= 2) return
  const clients = newClients(document, payload)
  // The answer to our own question holds all that was ever deleted, so it is looked into.
  if (type === 1 && isKnown(document, payload)) return
  const memory = memories.of(document)
  if (memory.bytes + payload.length > TEXT_LIMIT) throw new Refused('text-too-large', 4413)
  const member = context.person.memberId
  if (type === 2 && [...clients].some((client) => !memory.owners.has(client))) {
    await present(house)
    memory.owners = await claimClients(house.db, documentName, [...clients], member)
  }
  if ([...clients].some((client) => (memory.owners.get(client) ?? member) !== member)) throw new Refused('not-your-client')
  const seq = await wal.append({ postMortem: documentName, data: payload, actor: member })
  memory.seen.add(seq)
  memory.bytes += payload.length
  // While it waited the last one may have left, and the text may have been opened anew.
  const now = (await hocuspocus.loadingDocuments.get(documentName)?.catch(() => undefined)) ?? hocuspocus.documents.get(documentName)
  if (now !== undefined && now !== document) {
    memories.of(now).seen.add(seq)
    applyUpdate(now, payload, FROM_LOG)
  }
}

/** Nobody speaks for somebody else: who a caret belongs to is said by us. */
async function signed({ states, context }: beforeHandleAwarenessPayload<Visitor>): Promise<void> {
  const person = context?.person
  if (person === undefined) return
  for (const [client, state] of states) {
    if (JSON.stringify(state).length > PRESENCE_LIMIT) states.delete(client)
    else states.set(client, { ...state, user: { ...(state['user'] as object | undefined), id: person.memberId, name: person.name } })
  }
}
