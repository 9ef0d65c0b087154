import type { Document } from '@blamefree/core'
import { editTree, SCHEMA_VERSION, treeOfYjs } from '@blamefree/editor'
import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import type { Principal } from '../people/principal.ts'
import type { Database } from '../store/database.ts'
import { appendUpdate, lockText, readRoom, writeRoomState, type LockedText, type StoredRoom } from '../store/room-log.ts'
import { noteWriters, recordWriters, writeText } from '../store/room-text.ts'
import type { Tables } from '../store/tables.ts'
import { replay } from './replay.ts'

/** A post-mortem's text after it was written down. */
export interface KeptText {
  readonly tree: Document['tree']
  /** The post-mortem's revision. */
  readonly revision: number
  /** The generation of the room's state, and the numbers of the updates that are in it now. */
  readonly generation: number
  readonly holds: readonly number[]
}

/**
 * Writes down what people have typed: the log becomes part of the state, and the post-mortem's row says what they see, all in one transaction. From the log alone, so
 * it does not matter which process does it. Null when there is no such post-mortem, or nobody has opened it yet.
 */
export async function keepRoom(db: Database, postMortem: string): Promise<KeptText | null> {
  return await db.tx(async (tx) => {
    const before = await lockText(tx, postMortem)
    const stored = await readRoom({ sql: tx }, postMortem)
    if (before === null || stored === null || stored.generation === 0) return null
    return await keep(tx, { postMortem, before, stored, text: replay(stored) })
  })
}

/**
 * Changes the text of a post-mortem for somebody, whether its room is open or not: by the smallest difference, durable when it returns, and heard by every process, so that
 * whoever has it open sees it and what they are typing stays. `change` is given the text as people see it.
 */
export async function editRoom(
  db: Database,
  { postMortem, person }: { postMortem: string; person: Principal },
  change: (tree: Document['tree']) => Document['tree'] | Promise<Document['tree']>,
): Promise<KeptText | null> {
  return await db.tx(async (tx) => {
    const before = await lockText(tx, postMortem)
    const stored = await readRoom({ sql: tx }, postMortem)
    if (before === null || stored === null) return null
    const text = stored.generation === 0 ? fresh(before.document) : replay(stored)
    const tree = await change(treeOfYjs(text))
    const { update } = updateOf(text, () => editTree(text, tree))
    if (update !== null && stored.generation > 0) await appendUpdate(tx, { postMortem, data: update, actor: person.memberId, remark: true })
    return await keep(tx, { postMortem, before, stored, text, actors: update === null ? [] : [person.memberId] })
  })
}

/** What becomes of a document: another, which was made from what the row says; or made of it as people see it at that moment. */
export type NextDocument = Document | ((shown: Document) => Document)

/**
 * For whoever is about to write a post-mortem's row, which has to be locked: the document to write, with what people have typed meanwhile, which becomes what they see.
 * `next` null: the row's own. Null when there is nothing to write: it was null, and nobody has typed. Whoever has typed is noted for the next version.
 */
export async function mergeIntoRoom(
  tx: Transaction<Tables>,
  { postMortem, next, actor }: { postMortem: string; next: NextDocument | null; actor: string | null },
): Promise<Document | null> {
  const [before, stored] = [await lockText(tx, postMortem), await readRoom({ sql: tx }, postMortem)]
  if (before === null || stored === null || stored.generation === 0)
    return typeof next === 'function' && before !== null ? next(before.document) : (next as Document | null)
  if (next === null && stored.updates.length === 0) return null
  const { text, document, update } = typeof next === 'function' ? madeOf(before, stored, next) : merged(before, stored, next)
  if (update !== null) await appendUpdate(tx, { postMortem, data: update, actor, remark: true })
  await writeRoomState(tx, { postMortem, schemaVersion: SCHEMA_VERSION, state: Y.encodeStateAsUpdate(text), holds: stored.updates.map(({ seq }) => seq) })
  const actors = writersOf(stored)
  if (actors.length > 0) {
    await noteWriters(tx, postMortem, actors)
    await recordWriters(tx, { postMortem, incident: before.incident, actors, revision: before.revision + 1 })
  }
  return { ...document, tree: treeOfYjs(text) }
}

interface Merged {
  readonly text: Y.Doc
  readonly document: Document
  readonly update: Uint8Array | null
}

/** What was made from the row, and what people have typed since. The state is what the row says: both are only ever written together. */
function merged({ document }: LockedText, stored: StoredRoom, next: Document | null): Merged {
  const base = replay({ ...stored, updates: [] })
  const update = next === null ? null : updateOf(base, () => editTree(base, next.tree)).update
  const text = replay(stored)
  if (update !== null) Y.applyUpdate(text, update)
  return { text, document: next ?? document, update }
}

/** What is made of the text as it is, with everything that people have typed. */
function madeOf({ document }: LockedText, stored: StoredRoom, make: (shown: Document) => Document): Merged {
  const text = replay(stored)
  const next = make({ ...document, tree: treeOfYjs(text) })
  return { text, document: next, update: updateOf(text, () => editTree(text, next.tree)).update }
}

/** Who has typed what is logged since the state; null for ourselves. */
const writersOf = ({ updates }: StoredRoom): (string | null)[] => updates.flatMap(({ actor }) => (actor === undefined ? [] : [actor]))

/**
 * Changes what is on a text and no part of the document (marks of comments), in the transaction of whoever writes down why. Gives what `change` gives; null when there is no such
 * post-mortem.
 */
export async function remarkInRoom<Value>(
  tx: Transaction<Tables>,
  { postMortem, actor }: { postMortem: string; actor: string | null },
  change: (text: Y.Doc) => Value,
): Promise<Value | null> {
  const before = await lockText(tx, postMortem)
  const stored = await readRoom({ sql: tx }, postMortem)
  if (before === null || stored === null) return null
  const text = stored.generation === 0 ? fresh(before.document) : replay(stored)
  const { update, value } = updateOf(text, () => text.transact(() => change(text)))
  if (update === null) return value
  if (stored.generation > 0) await appendUpdate(tx, { postMortem, data: update, actor, remark: true })
  else await writeRoomState(tx, { postMortem, schemaVersion: SCHEMA_VERSION, state: Y.encodeStateAsUpdate(text), holds: [] })
  return value
}

/** A room's first state, from the document in the row. Only one is ever made: two would say everything twice. */
export async function seedRoom(db: Database, postMortem: string): Promise<void> {
  await db.tx(async (tx) => {
    const before = await lockText(tx, postMortem)
    const stored = await readRoom({ sql: tx }, postMortem)
    if (before === null || stored === null || stored.generation > 0) return
    await writeRoomState(tx, { postMortem, schemaVersion: SCHEMA_VERSION, state: Y.encodeStateAsUpdate(fresh(before.document)), holds: [] })
  })
}

interface Keeping {
  readonly postMortem: string
  readonly before: LockedText
  readonly stored: StoredRoom
  readonly text: Y.Doc
  readonly actors?: readonly (string | null)[]
}

async function keep(tx: Transaction<Tables>, { postMortem, before, stored, text, actors = [] }: Keeping): Promise<KeptText> {
  const holds = stored.updates.map(({ seq }) => seq)
  const tree = treeOfYjs(text)
  const untouched = stored.generation > 0 && holds.length === 0 && actors.length === 0
  const generation = untouched
    ? stored.generation
    : await writeRoomState(tx, { postMortem, schemaVersion: SCHEMA_VERSION, state: Y.encodeStateAsUpdate(text), holds })
  const revision = await writeText(tx, { postMortem, before, tree, actors: [...writersOf(stored), ...actors] })
  return { tree, revision, generation, holds }
}

function fresh({ tree }: Document): Y.Doc {
  const text = new Y.Doc()
  editTree(text, tree)
  return text
}

/** What a piece of work gives, and what it adds to a text in its one transaction; null for nothing. */
function updateOf<Value>(text: Y.Doc, work: () => Value): { readonly update: Uint8Array | null; readonly value: Value } {
  let update: Uint8Array | null = null
  const hear = (made: Uint8Array): void => void (update = made)
  text.on('update', hear)
  const value = work()
  text.off('update', hear)
  return { update, value }
}
