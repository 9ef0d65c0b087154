import * as Y from 'yjs'
import { TEXTBLOCKS } from './editor-node.ts'
import { sharedOf } from './shared-of.ts'
import { FRAGMENT } from './yjs-to-editor.ts'

/** Words that went with their block, although whoever took the block away or made another kind of it had not seen them. */
export interface Stray {
  readonly words: string
  /** What stood before and after them in their block. */
  readonly before: string
  readonly after: string
  /** What stands where their block stood, among the text's blocks of the first level: the one that it was in, or else the one before and the one after. */
  readonly beside: readonly Y.ID[]
}

/** The origin of what is put back: nobody's own change, so that undo leaves it alone. */
const PUT_BACK = Symbol('put-back')

/** So many characters around a stray tell its place, and fewer do only where a block begins with them. */
const CONTEXT = { most: 24, least: 8 } as const
/** What is typed to make another kind of a block, and is gone then. */
const MARK = /^(?:[-+*>]|#{1,6}|\d{1,3}[.)]|\[[ x]?\]) ?/
/** So many characters just before a stray may be missing in the block that stands there now: they are strays themselves, of somebody else, on their way. */
const ON_THEIR_WAY = 24

/** Finds the strays of what comes from the server. */
export interface StrayWatch {
  /** Called with each update before it is taken in: in it is said what was taken away knowingly. */
  hear(update: Uint8Array): void
}

/**
 * Watches over the words of a shared document. A block that somebody makes a list item, a heading or a quote of, or joins to another, is for Yjs taken away and made anew, with the words that they saw: what
 * another person wrote in it meanwhile, a moment ago or for an hour offline, would be gone for everybody. Of all who have the text open just one finds a stray: whoever changed the block, or, where the
 * server heard of that first, whoever wrote. `server`: the origin of what comes from there. The document must keep what is taken away (`gc: false`).
 * Not found is what is on its way in the moment in which a connection breaks, and meets a change that has not come back yet.
 */
export function watchStrays(ydoc: Y.Doc, server: unknown, found: (strays: readonly Stray[]) => void): StrayWatch {
  const fragment = ydoc.getXmlFragment(FRAGMENT)
  /** What went together with a block, whose last words it tells. */
  const ends = new WeakMap<Y.XmlText, DeleteSet>()
  let heard: Uint8Array[] = []
  ydoc.on('afterTransaction', (transaction: Y.Transaction) => {
    const updates = heard
    if (transaction.origin === server) heard = []
    if (transaction.deleteSet.clients.size === 0) return
    const texts = goneTexts(transaction)
    for (const text of texts) if (!ends.has(text)) ends.set(text, transaction.deleteSet)
    if (texts.size === 0 || transaction.origin !== server) return
    const known = updates.map((update) => Y.decodeUpdate(update).ds)
    const strays = [...texts].flatMap((text) => {
      const beside = besideOf(text, fragment)
      const told = [transaction.deleteSet, ends.get(text) ?? transaction.deleteSet] as const
      return beside === null ? [] : runsOf(text, told, known).map((run) => ({ ...run, beside }))
    })
    if (strays.length > 0) found(strays)
  })
  return { hear: (update) => void heard.push(update) }
}

/** The texts of blocks that have gone of which words went in this change. */
function goneTexts(transaction: Y.Transaction): ReadonlySet<Y.XmlText> {
  const texts = new Set<Y.XmlText>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText && itemOf(struct.parent)?.deleted === true)
      texts.add(struct.parent)
  })
  return texts
}

/** Puts strays back: where the words around them stand now, or else in a paragraph of their own right there. */
export function putBack(ydoc: Y.Doc, strays: readonly Stray[]): void {
  ydoc.transact(() => {
    for (const stray of strays) put(ydoc.getXmlFragment(FRAGMENT), stray)
  }, PUT_BACK)
}

type Run = Omit<Stray, 'beside'>
/** Which places of the shared document went. */
type DeleteSet = Y.Transaction['deleteSet']

/** The words of a block that has gone which nobody took away knowingly, run by run. `told`: what went in this change, and together with the block. */
function runsOf(text: Y.XmlText, told: readonly [gone: DeleteSet, end: DeleteSet], known: readonly DeleteSet[]): Run[] {
  let whole = ''
  const strays: { from: number; to: number }[] = []
  // oxlint-disable-next-line no-underscore-dangle -- the library's own name for the first of them
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !isIn(told, item.id, 0)) continue
    const { str } = item.content
    const isGone = Y.isDeleted(told[0], item.id)
    for (let index = 0; index < str.length; index++) {
      if (!isGone || isIn(known, item.id, index)) continue
      const at = whole.length + index
      const last = strays.at(-1)
      if (last?.to === at) last.to = at + 1
      else strays.push({ from: at, to: at + 1 })
    }
    whole += str
  }
  return strays.map(({ from, to }) => ({ words: whole.slice(from, to), before: whole.slice(0, from), after: whole.slice(to) }))
}

const isIn = (sets: readonly DeleteSet[], { client, clock }: Y.ID, index: number): boolean =>
  sets.some((set) => Y.isDeleted(set, Y.createID(client, clock + index)))

/** What stands where a block that has gone stood; null when it was no part of the text. */
function besideOf(text: Y.XmlText, fragment: Y.XmlFragment): Y.ID[] | null {
  let item = itemOf(text)
  while (item !== null && item.parent !== fragment) item = item.parent instanceof Y.AbstractType ? itemOf(item.parent) : null
  if (item === null) return null
  if (!item.deleted) return [item.id]
  let [left, right] = [item.left, item.right]
  while (left?.deleted === true) ({ left } = left)
  while (right?.deleted === true) ({ right } = right)
  return [left, right].flatMap((one) => (one === null ? [] : [one.id]))
}

function put(fragment: Y.XmlFragment, stray: Stray): void {
  const blocks = fragment.toArray()
  const indexes = stray.beside.map((id) => blocks.findIndex((block) => Y.compareIDs(itemOf(block)?.id ?? null, id))).filter((index) => index !== -1)
  for (const index of indexes) {
    for (const text of textsIn(blocks[index])) {
      const at = placeIn(wordsOf(text), stray)
      if (at === null) continue
      text.insert(at, stray.words)
      return
    }
  }
  if (stray.words.trim() === '') return
  const paragraph = sharedOf({ type: 'paragraph', content: [{ type: 'text', text: stray.words }] })
  fragment.insert(indexes[0] === undefined ? blocks.length : indexes[0] + 1, [paragraph])
}

/** Where strays belong in the words of a block, by what stood around them; null where it does not tell. */
function placeIn(words: string, { before, after }: Stray): number | null {
  if (before === '') return words === '' || (after !== '' && words.startsWith(after.slice(0, CONTEXT.most))) ? 0 : null
  for (let missing = 0; missing < Math.min(before.length, ON_THEIR_WAY); missing++) {
    const said = before.slice(0, before.length - missing)
    if (said.length < CONTEXT.least) {
      const begin = [said, said.replace(MARK, '')].find((one) => (one === '' ? words === '' : words.startsWith(one)))
      return begin?.length ?? null
    }
    // The nearer ones count: what began the block may have been a mark.
    for (let size = Math.min(said.length, CONTEXT.most); size >= CONTEXT.least; size--) {
      const at = words.lastIndexOf(said.slice(-size))
      if (at !== -1) return at + size
    }
  }
  return null
}

/** The texts of the blocks of words in something shared, in reading order; not those of containers, which may be the machine's. */
function textsIn(shared: unknown): Y.XmlText[] {
  if (!(shared instanceof Y.XmlElement) || shared.nodeName === 'container') return []
  if (!TEXTBLOCKS.has(shared.nodeName)) return shared.toArray().flatMap(textsIn)
  return shared.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : []))
}

/** A shared text's words, a character for each of its places. */
const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as readonly { readonly insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')

// oxlint-disable-next-line no-underscore-dangle -- the library's own name for where something shared is
const itemOf = ({ _item: item }: { readonly _item: Y.Item | null }): Y.Item | null => item
