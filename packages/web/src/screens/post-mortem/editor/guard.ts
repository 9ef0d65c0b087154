import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, Plugin, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isBound, isProtected } from './bound.ts'

/**
 * Keeps people's words out of what shows facts: nothing is typed or joined into a live block, guidance or evidence, and the caret stands before, after or on them. They can be
 * taken out and put in as a whole. What others do comes through the shared text and is not held up.
 */
export const Guard = Extension.create({
  name: 'guard',
  priority: 1100,
  addKeyboardShortcuts() {
    const to = (place: 'start' | 'end') => () =>
      this.editor
        .chain()
        .setTextSelection(place === 'start' ? 1 : this.editor.state.doc.content.size)
        .scrollIntoView()
        .run()
    return { 'Mod-End': to('end'), 'Mod-Home': to('start') }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (tr) => !tr.docChanged || isChangeOrigin(tr) || !writesInto(tr),
      appendTransaction: (_transactions, before, after) => outOf(before, after),
      props: {
        // A block that is chosen is not typed over: what is typed begins a paragraph after it.
        handleTextInput(view, _from, _to, text) {
          const { selection, schema, tr } = view.state
          if (!(selection instanceof NodeSelection) || !isProtected(selection.node)) return false
          view.dispatch(afterBlock(tr, selection.to, schema.nodes['paragraph']?.create(null, schema.text(text)), text.length))
          return true
        },
        handleKeyDown(view, event) {
          const way = WAYS[event.key]
          if (way !== undefined && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) return stepOver(view, way)
          const { selection, schema, tr } = view.state
          if (event.key !== 'Enter' || !(selection instanceof NodeSelection) || !isProtected(selection.node)) return false
          view.dispatch(afterBlock(tr, selection.to, schema.nodes['paragraph']?.create(), 0))
          return true
        },
      },
    }),
  ],
})

const WAYS: Readonly<Record<string, readonly ['up' | 'down' | 'left' | 'right', 1 | -1]>> = {
  ArrowDown: ['down', 1],
  ArrowRight: ['right', 1],
  ArrowUp: ['up', -1],
  ArrowLeft: ['left', -1],
}

/** Where the next block is protected, the caret goes onto it (a live block) or over it: browsers stop at what cannot be edited. */
function stepOver(view: EditorView, [edge, way]: readonly ['up' | 'down' | 'left' | 'right', 1 | -1]): boolean {
  const { selection, doc, tr } = view.state
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.depth !== 1 || !view.endOfTextblock(edge)) return false
  let at = way === 1 ? selection.$head.after() : selection.$head.before()
  const next = (): Node | null => (way === 1 ? doc.nodeAt(at) : doc.resolve(at).nodeBefore)
  let node = next()
  if (node === null || !isProtected(node)) return false
  while (node !== null && isProtected(node) && !isBound(node)) {
    at += way * node.nodeSize
    node = next()
  }
  if (node === null) return true
  const from = way === 1 ? at : at - node.nodeSize
  view.dispatch(tr.setSelection(isBound(node) ? NodeSelection.create(doc, from) : Selection.near(doc.resolve(at), way)).scrollIntoView())
  return true
}

function afterBlock(tr: Transaction, at: number, paragraph: Node | undefined, written: number): Transaction {
  if (paragraph === undefined) return tr
  return tr
    .insert(at, paragraph)
    .setSelection(TextSelection.create(tr.doc, at + 1 + written))
    .scrollIntoView()
}

/** Whether a transaction changes what a protected container holds, rather than taking it out or putting it in. */
function writesInto(tr: Transaction): boolean {
  const before = containersIn(tr.before)
  const after = containersIn(tr.doc)
  const kept = new Set(after.map(({ content }) => content))
  const gone = before.filter((node) => !kept.has(node.content) && isProtected(node) && !after.some((other) => other.content.eq(node.content)))
  const count = (nodes: readonly Node[], { attrs }: Node): number => nodes.filter((other) => other.attrs['name'] === attrs['name']).length
  return gone.some((node) => count(after, node) >= count(before, node))
}

function containersIn(doc: Node): Node[] {
  const found: Node[] = []
  doc.descendants((node) => {
    if (node.type.name === 'container') found.push(node)
    return !node.isTextblock && node.type.name !== 'table'
  })
  return found
}

/** Takes a caret that stands in a protected container out of it. */
function outOf(before: EditorState, after: EditorState): Transaction | null {
  const { selection, doc, tr } = after
  if (!(selection instanceof TextSelection) || selection.eq(before.selection)) return null
  const depth = protectedDepth(selection.$head)
  if (depth === null || !selection.empty) return null
  const node = selection.$head.node(depth)
  const [from, to] = [selection.$head.before(depth), selection.$head.after(depth)]
  if (isBound(node)) return tr.setSelection(NodeSelection.create(doc, from))
  const forward = before.selection.head <= from
  const next = forward ? Selection.findFrom(doc.resolve(to), 1, true) : Selection.findFrom(doc.resolve(from), -1, true)
  const other = next ?? (forward ? Selection.findFrom(doc.resolve(from), -1, true) : Selection.findFrom(doc.resolve(to), 1, true))
  return other === null ? null : tr.setSelection(other)
}

function protectedDepth($at: ResolvedPos): number | null {
  for (let depth = 1; depth <= $at.depth; depth++) if (isProtected($at.node(depth))) return depth
  return null
}
