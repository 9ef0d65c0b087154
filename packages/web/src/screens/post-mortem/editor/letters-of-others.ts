import type { Node } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { ANCHORED } from './stay-put.ts'

type Change = Y.YEvent<Y.XmlText>

/**
 * Puts letters that others type or take away into the text where they did so. By itself the binding to the shared text makes the whole document anew for each of their letters, and puts
 * it in the place of the old one: then nothing is known to be the same as before, and everything that rests on a place in the text is lost or made again. Whatever else others do, and
 * the first thing that they do after blocks have come, gone or moved, is still the binding's.
 */
export function lettersOfOthers(): Plugin {
  return new Plugin({
    state: {
      // The binding begins to listen when there is a view, which is after this.
      init: (_config, state) => narrow(bindingOf(state)),
      apply: () => undefined,
    },
  })
}

const bindingOf = (state: EditorState): ProsemirrorBinding => (ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }).binding

/** What hears of changes of the shared text. */
type Listener = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void

const narrowed = new WeakSet<ProsemirrorBinding>()

function narrow(binding: ProsemirrorBinding): void {
  if (narrowed.has(binding)) return
  narrowed.add(binding)
  // oxlint-disable-next-line no-underscore-dangle -- the library's own name for its listener
  const whole = binding._observeFunction as Listener
  /** Whether blocks were changed here since the binding has last made everything anew: it does not know for sure what is where. */
  let moved = false
  const listen: Listener = (events, transaction) => {
    const changes = events.flatMap((event) => (event.target instanceof Y.XmlText ? [event as unknown as Change] : []))
    const onlyWords = changes.length === events.length
    let own = true
    binding.mux(() => void (own = false))
    if (own || binding.prosemirrorView === null) moved ||= !onlyWords
    else if (moved || !onlyWords || transaction.origin instanceof Y.UndoManager || !putIn(binding, changes, transaction)) {
      whole(events, transaction)
      moved = false
    }
  }
  // oxlint-disable-next-line no-underscore-dangle
  binding._observeFunction = listen
}

/** Puts changes of words into the text; false, and nothing is done, when they are more than letters. */
function putIn(binding: ProsemirrorBinding, events: readonly Change[], { changed, changedParentTypes }: Y.Transaction): boolean {
  const view = binding.prosemirrorView as EditorView
  const { snapshot, prevSnapshot } = ySyncPluginKey.getState(view.state) as { snapshot: unknown; prevSnapshot: unknown }
  if (snapshot !== null || prevSnapshot !== null) return false
  const tr = view.state.tr.setMeta('addToHistory', false).setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: false })
  const places: Place[] = []
  for (const { target, delta } of events) {
    const place = placeOf(target, binding.type, tr.doc)
    if (place === null || !type(tr, place.at + 1, delta) || !isSame(nodeAt(tr.doc, place), target)) return false
    places.push(place)
  }
  for (const shared of [...changed.keys(), ...changedParentTypes.keys()]) binding.mapping.delete(shared as Y.AbstractType<unknown>)
  for (const place of places) remember(binding, place, tr.doc)
  // The browser keeps what one looks at where it is; to ask where the caret is would have everything laid out.
  // oxlint-disable-next-line no-underscore-dangle
  if (!ANCHORED && binding.beforeTransactionSelection !== null && binding._isLocalCursorInView()) tr.scrollIntoView()
  binding.mux(() => view.dispatch(tr))
  return true
}

/** Where a block of words is. */
interface Place {
  /** Its position. */
  readonly at: number
  /** Itself after everything that it is in, in the shared text; and which child each of them is of the one before. */
  readonly elements: readonly Y.XmlElement[]
  readonly path: readonly number[]
}

/** The place of the block that has these words and nothing else; null where the shared text and the document do not go together. */
function placeOf(words: Y.XmlText, root: Y.XmlFragment, doc: Node): Place | null {
  const elements: Y.XmlElement[] = []
  for (let up = words.parent; up !== root; up = up.parent) {
    if (!(up instanceof Y.XmlElement)) return null
    elements.unshift(up)
  }
  const path: number[] = []
  let [parent, node, at]: [Y.XmlFragment, Node, number] = [root, doc, -1]
  for (const element of elements) {
    const index = parent.toArray().indexOf(element)
    if (index === -1 || parent.length !== node.childCount) return null
    at += 1
    for (let before = 0; before < index; before++) at += node.child(before).nodeSize
    ;[parent, node] = [element, node.child(index)]
    if (node.type.name !== element.nodeName) return null
    path.push(index)
  }
  return node.isTextblock && parent.length === 1 ? { at, elements, path } : null
}

const nodeAt = (doc: Node, { path }: Place): Node => path.reduce((node, index) => node.child(index), doc)

/** Does at a position what others did to words that begin there; false when it is more than plain letters that come and go. */
function type(tr: Transaction, from: number, delta: Change['delta']): boolean {
  let at = from
  for (const { retain, insert, delete: gone, attributes } of delta) {
    if (attributes !== undefined && Object.keys(attributes).length > 0) return false
    if (retain !== undefined) at += retain
    else if (gone !== undefined) tr.delete(at, at + gone)
    else if (typeof insert === 'string') {
      tr.insert(at, tr.doc.type.schema.text(insert))
      at += insert.length
    } else return false
  }
  return true
}

/** Whether a block has just these words, piece by piece. */
function isSame(block: Node, words: Y.XmlText): boolean {
  const pieces = words.toDelta() as readonly { readonly insert: unknown }[]
  return pieces.length === block.childCount && pieces.every(({ insert }, index) => insert === block.child(index).text)
}

/** Tells the binding what a block, and what it is in, are now. */
function remember({ mapping }: ProsemirrorBinding, { elements, path }: Place, doc: Node): void {
  let node = doc
  for (const [depth, element] of elements.entries()) {
    node = node.child(path[depth] ?? 0)
    mapping.set(element, node)
  }
}
