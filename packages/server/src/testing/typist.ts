import { NO_FACTS, parseMarkdown, plainText, printMarkdown, type Document } from '@blamefree/core'
import { FRAGMENT, SCHEMA_VERSION, treeOfYjs } from '@blamefree/editor'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import type { Database } from '../store/database.ts'
import { newId } from '../store/identity.ts'
import { until } from './until.ts'

/** An incident with a post-mortem, straight into the tables. Gives the post-mortem's id. */
export async function newPostMortem(
  { sql }: Pick<Database, 'sql'>,
  markdown: string,
  { isPrivate = false, named = [] as readonly string[] } = {},
): Promise<string> {
  const [incident, id] = [newId(), newId()]
  const { tree } = parseMarkdown(markdown)
  const document: Document = { schemaVersion: 1, title: 'Post-mortem', template: null, zone: 'UTC', language: 'en', tree }
  await sql
    .insertInto('incident')
    .values({
      id: incident,
      slug: incident,
      title: 'It broke',
      private: isPrivate,
      happened_at: '2026-01-01T00:00:00.000Z',
      facts: JSON.stringify({ ...NO_FACTS, schemaVersion: 1, id: incident, zone: null }),
    })
    .execute()
  for (const member_id of named) await sql.insertInto('incident_access').values({ incident_id: incident, member_id }).execute()
  await sql
    .insertInto('post_mortem')
    .values({ id, incident_id: incident, title: 'Post-mortem', status: 'draft', document: JSON.stringify(document), plain: plainText(tree), facts_revision: 1 })
    .execute()
  return id
}

/** Somebody with the editor open, without the editor. */
export interface Typist {
  readonly text: Y.Doc
  readonly provider: HocuspocusProvider
  readonly socket: HocuspocusProviderWebsocket
  /** Why they were not let in; empty while nobody has said so. */
  readonly refused: string[]
  /** The codes with which their socket was closed. */
  readonly closed: number[]
  /** Words at the end of the paragraph that begins with some words. */
  type(paragraph: string, words: string): void
  /** Puts the caret there, where the others see it. */
  point(paragraph: string): void
  markdown(): string
  /** Resolves when the text is there. */
  synced(): Promise<void>
  /** Resolves when the server has acknowledged everything. */
  saved(): Promise<void>
  leave(): void
}

/** Where somebody goes in and as whom. */
export interface Entrance {
  readonly port: number
  readonly postMortem: string
  readonly token: string
  /** A session's, as browsers send it by themselves. */
  readonly cookie?: string
  readonly schema?: number
  readonly name?: string
}

export function typist({ port, postMortem, token, cookie, schema = SCHEMA_VERSION, name = postMortem }: Entrance): Typist {
  const text = new Y.Doc()
  const refused: string[] = []
  const closed: number[] = []
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}/live/${postMortem}?schema=${schema}`,
    delay: 100,
    minDelay: 50,
    maxDelay: 500,
    ...(cookie === undefined ? {} : { WebSocketPolyfill: socketWith(cookie) }),
  })
  socket.on('disconnect', ({ event }: { event: { code: number } }) => closed.push(event.code))
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: text,
    token,
    onAuthenticationFailed: ({ reason }) => refused.push(reason),
  })
  provider.attach()
  const paragraphOf = (begin: string): Y.XmlText => {
    const found = paragraphsOf(text).find((one) => plain(one).startsWith(begin))
    assert.ok(found !== undefined, `nobody wrote ${begin}`)
    return found
  }
  return {
    text,
    provider,
    socket,
    refused,
    closed,
    type(paragraph, words) {
      const found = paragraphOf(paragraph)
      found.insert(found.length, words)
    },
    point(paragraph) {
      const found = paragraphOf(paragraph)
      const at: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(found, found.length))
      provider.awareness?.setLocalStateField('cursor', { anchor: at, head: at })
    },
    markdown: () => printMarkdown(treeOfYjs(text)),
    synced: () => until(() => provider.isSynced),
    saved: () => until(() => provider.isSynced && provider.unsyncedChanges === 0),
    leave() {
      provider.destroy()
      // A socket whose server has just gone connects again even after it was destroyed, for ever.
      socket.connect = () => Promise.resolve(undefined)
      socket.destroy()
      text.destroy()
    },
  }
}

function socketWith(cookie: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- Node's takes headers; the types of browsers, with which the web's benchmarks are checked, do not know that
      super(url, { headers: { cookie } } as unknown as string[])
    }
  }
}

function paragraphsOf(text: Y.Doc): Y.XmlText[] {
  const inside = (one: Y.XmlFragment): Y.XmlText[] => one.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : inside(child as Y.XmlElement)))
  return inside(text.getXmlFragment(FRAGMENT))
}

const plain = (text: Y.XmlText): string => (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
