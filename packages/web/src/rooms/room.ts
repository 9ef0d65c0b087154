import { FRAGMENT, keepTexts, putBack, SCHEMA_VERSION, watchStrays, type Stray } from '@blamefree/editor'
import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { betweenKeys } from './between-keys.ts'
import { textsName } from './forget-texts.ts'

/** How a text that is being written stands. */
export interface RoomState {
  /** `opening` until there is something to show; `write` and `read` say what this person may. */
  readonly access: 'opening' | 'write' | 'read'
  /** `saved` only when the server has all of it in its log. `kept`: offline, and kept in this browser. `waiting`: connected, but the server cannot save at the moment. */
  readonly saving: 'opening' | 'saving' | 'saved' | 'kept' | 'waiting'
  /** Why the server does not let this page in: `schema-older`, `schema-newer`, `signed-out`, `absent` … */
  readonly refused: string | null
}

/**
 * Milliseconds after which a connection that answers nothing is made anew or said to be waiting, after which a text that the server closed is opened again, and after which words that
 * somebody's change would have taken along are put back.
 */
const PATIENCE = { answer: 8000, most: 60_000, again: 500, strays: 300 } as const

/** The messages of the protocol that have to do with the text; their first step is a question. */
const SYNCING: ReadonlySet<number> = new Set([0, 4])

/** A message of the server, to be read from its beginning. */
interface SaidByServer {
  readVarString(): string
  readVarUint(): number
  readVarUint8Array(): Uint8Array
}

/** What our side says of a connection that it gives up, among the codes that are free. */
const UNANSWERED = 4408

/** A post-mortem's text, shared with everybody who has it open. What is typed is kept in this browser as well, so that nothing is lost while the server is away. */
export class Room {
  /** What is taken away is kept as long as the page is open: `watchStrays` needs it. */
  readonly text: Y.Doc = new Y.Doc({ gc: false })
  readonly fragment: Y.XmlFragment = this.text.getXmlFragment(FRAGMENT)
  readonly provider: HocuspocusProvider
  readonly #socket: HocuspocusProviderWebsocket
  readonly #kept: IndexeddbPersistence
  readonly #watchers = new Set<() => void>()
  readonly #heard = betweenKeys<MessageEvent>((messages) => this.#takeIn(messages))
  readonly #take: (message: MessageEvent) => void
  #state: RoomState = { access: 'opening', saving: 'opening', refused: null }
  #connected = false
  #waiting = false
  /** The server itself said that it cannot save, and has not saved since. */
  #saidSo = false
  #answerWithin: number = PATIENCE.answer
  #wasLetIn = false
  #patience: ReturnType<typeof setTimeout> | undefined
  #strays: readonly Stray[] = []

  /** Opens it, for a member: texts that are kept are kept by member. */
  constructor(postMortem: string, member: string) {
    keepTexts(this.text)
    const address = new URL(`/live/${postMortem}?schema=${SCHEMA_VERSION}`, location.href.replace(/^http/, 'ws'))
    this.#kept = new IndexeddbPersistence(textsName(member, `${postMortem}-${SCHEMA_VERSION}`), this.text)
    this.#socket = new HocuspocusProviderWebsocket({ url: address.href, delay: 500, minDelay: 300, factor: 1.6, maxDelay: 5000, preserveTrailingSlash: true })
    this.provider = new HocuspocusProvider({ websocketProvider: this.#socket, name: postMortem, document: this.text, token: 'session' })
    this.#take = this.provider.onMessage.bind(this.provider)
    this.provider.onMessage = (message) => this.#heard.push(message)
    this.#listen()
    this.#keepWords()
    this.provider.attach()
  }

  state(): RoomState {
    return this.#state
  }

  /** Calls when the state is another; gives what ends that. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => void this.#watchers.delete(changed)
  }

  close(): void {
    clearTimeout(this.#patience)
    removeEventListener('online', this.#look)
    removeEventListener('offline', this.#look)
    this.#watchers.clear()
    this.#heard.stop()
    this.provider.destroy()
    // A socket whose server has just gone connects again even after it was destroyed.
    this.#socket.connect = () => Promise.resolve(undefined)
    this.#socket.destroy()
    void this.#kept.destroy()
    this.text.destroy()
  }

  #listen(): void {
    const { provider } = this
    provider.on('status', ({ status }: { status: string }) => {
      this.#connected = status === 'connected'
      this.#look()
    })
    provider.on('authenticated', () => {
      this.#wasLetIn = true
      this.#look()
    })
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => this.#refuse(reason))
    provider.on('synced', this.#look)
    provider.on('unsyncedChanges', () => this.#expectAnswer())
    provider.on('stateless', ({ payload }: { payload: string }) => {
      this.#saidSo ||= payload.includes('"waiting"')
      this.#waiting ||= this.#saidSo
      this.#look()
    })
    provider.on('close', () => this.#openAgain())
    this.#kept.on('synced', this.#look)
    addEventListener('online', this.#look)
    addEventListener('offline', this.#look)
  }

  /** What was written in a block that somebody changed in the same moment is put back. A little later: what others put back of the same words is there by then. */
  #keepWords(): void {
    const { text, provider } = this
    const watch = watchStrays(text, provider, (strays) => {
      this.#strays = [...this.#strays, ...strays]
      setTimeout(() => {
        const waiting = this.#strays
        this.#strays = []
        if (waiting.length > 0 && !text.isDestroyed && provider.authorizedScope !== 'readonly') putBack(text, waiting)
      }, PATIENCE.strays)
    })
    provider.on('message', ({ message }: { message: SaidByServer }) => {
      message.readVarString()
      if (SYNCING.has(message.readVarUint()) && message.readVarUint() > 0) watch.hear(message.readVarUint8Array())
    })
  }

  /**
   * What the server says is taken in together, as one change, between the keys that are pressed here: twenty who type say a hundred things a second, and an editor that showed each
   * by itself would fall ever farther behind, with the keys of whoever types here waiting in the same line.
   */
  #takeIn(messages: readonly MessageEvent[]): void {
    Y.transact(
      this.text,
      () => {
        for (const message of messages) {
          try {
            this.#take(message)
          } catch (error) {
            // One that cannot be read is not to take the others along.
            reportError(error)
          }
        }
      },
      this.provider,
      false,
    )
  }

  #look = (): void => {
    const { provider } = this
    const { access } = this.#state
    const readable = this.fragment.length > 0 && (provider.synced || access !== 'opening' || !this.#connected)
    const may = provider.authorizedScope === 'readonly' ? 'read' : 'write'
    this.#become({ access: readable ? may : access, saving: this.#saving(readable), refused: this.#state.refused })
  }

  #saving(readable: boolean): RoomState['saving'] {
    if (!this.#connected || !navigator.onLine) return readable || this.#wasLetIn ? 'kept' : 'opening'
    if (this.provider.unsyncedChanges === 0 && this.provider.synced) return 'saved'
    if (this.#waiting) return 'waiting'
    return this.#state.access === 'opening' ? 'opening' : 'saving'
  }

  #become(next: RoomState): void {
    const { access, saving, refused } = this.#state
    if (next.access === access && next.saving === saving && next.refused === refused) return
    this.#state = next
    for (const watcher of this.#watchers) watcher()
  }

  #refuse(reason: string): void {
    if (reason === 'absent') void this.#kept.clearData()
    this.#socket.disconnect()
    this.#become({ ...this.#state, refused: reason })
  }

  #expectAnswer(): void {
    clearTimeout(this.#patience)
    this.#waiting = false
    if (this.provider.unsyncedChanges === 0) {
      this.#saidSo = false
      this.#answerWithin = PATIENCE.answer
    } else {
      const asked = Date.now()
      this.#patience = setTimeout(() => this.#unanswered(asked), this.#answerWithin)
    }
    this.#look()
  }

  /** A server that waits for its database says so. One that has said nothing at all is at the other end of a connection that is no more. */
  #unanswered(asked: number): void {
    const { status, lastMessageReceived: last } = this.#socket
    if (!this.#saidSo && status === WebSocketStatus.Connected && last > 0 && last < asked) {
      // A server that is only slow is not asked for everything again and again.
      this.#answerWithin = Math.min(2 * this.#answerWithin, PATIENCE.most)
      // Asked to close, such a connection would wait for an answer once more.
      this.#socket.onClose({ event: { code: UNANSWERED, reason: 'unanswered' } })
      return
    }
    this.#waiting = true
    this.#look()
  }

  /** The server closed this text and not the socket; the provider by itself would wait for ever. */
  #openAgain(): void {
    if (this.#state.refused !== null || this.#socket.status !== WebSocketStatus.Connected) return
    setTimeout(() => {
      this.#socket.disconnect()
      void this.#socket.connect()
    }, PATIENCE.again)
  }
}
