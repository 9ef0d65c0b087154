import type { Root } from 'mdast'
import * as Y from 'yjs'
import { align, type Comparable } from './align.ts'
import { editInline } from './edit-inline.ts'
import { TEXTBLOCKS, type EditorNode } from './editor-node.ts'
import { treeOfEditor } from './editor-to-tree.ts'
import { sharedOf } from './shared-of.ts'
import { editorOfTree } from './tree-to-editor.ts'
import { childrenOfYjs, FRAGMENT } from './yjs-to-editor.ts'

/**
 * Makes the shared document say what a tree says, by the smallest difference, in one transaction. What is the same is not touched, so what people are typing there meanwhile
 * stays: empty paragraphs that they have just made, the space after their last word, marks of comments. A fresh document is filled. Says whether anything was changed.
 */
export function editTree(ydoc: Y.Doc, tree: Root, origin?: unknown): boolean {
  const before = Y.encodeStateVector(ydoc)
  let removed = false
  ydoc.transact((transaction) => {
    editChildren(ydoc.getXmlFragment(FRAGMENT), 'doc', editorOfTree(tree).content ?? [])
    removed = transaction.deleteSet.clients.size > 0
  }, origin)
  return removed || Y.encodeStateVector(ydoc).some((byte, index) => byte !== before[index])
}

function editChildren(shared: Y.XmlFragment, parent: string, next: readonly EditorNode[]): void {
  const old = childrenOfYjs(shared)
  const steps = align(
    old.map((node) => comparable(node, parent)),
    next.map((node) => comparable(node, parent)),
  )
  const stays = steps.some((step) => step.do === 'keep' || step.do === 'edit')
  let at = 0
  for (const step of steps) {
    const child = step.do === 'insert' ? null : shared.get(at)
    if (step.do === 'remove') shared.delete(at, 1)
    else if (step.do === 'insert') {
      const node = next[step.next]
      // An empty paragraph is there to write in where nothing else is.
      if (node === undefined || (comparable(node, parent).key === '' && (stays || next.length > 1))) continue
      shared.insert(at++, [sharedOf(node)])
    } else {
      const node = step.do === 'edit' ? next[step.next] : undefined
      if (node !== undefined && child instanceof Y.XmlElement) editElement(child, old[step.old] ?? node, node)
      at++
    }
  }
}

function editElement(element: Y.XmlElement, old: EditorNode, next: EditorNode): void {
  for (const [name, value] of Object.entries(next.attrs ?? {})) {
    if (value === null) element.removeAttribute(name)
    else if (old.attrs?.[name] !== value) element.setAttribute(name, value as string)
  }
  if (TEXTBLOCKS.has(next.type)) editInline(element, old, next)
  else editChildren(element, next.type, next.content ?? [])
}

function comparable(node: EditorNode, parent: string): Comparable {
  const name = node.type === 'container' ? String(node.attrs?.['name']) : ''
  const key = keyOf(node, parent)
  return { key: key === '' && TEXTBLOCKS.has(node.type) ? '' : `${node.type}${key}`, shape: `${node.type} ${name}` }
}

/** What a node says in the document, as text: two nodes of one key are the same there. Empty for what is not in the document. */
function keyOf(node: EditorNode, parent: string): string {
  const notes = [...JSON.stringify(node).matchAll(/"type":"footnoteReference","attrs":\{[^{}]*?"identifier":"([^"\\]*)"/g)].map(
    ([, identifier = '']) => identifier,
  )
  const definitions = notes.map((identifier): EditorNode => ({ type: 'footnote', attrs: { identifier }, content: [NOTE] }))
  const tree = treeOfEditor({ type: 'doc', content: [inPlace(node, parent), ...definitions] })
  const own = node.type === 'footnote' ? tree.children : tree.children.filter(({ type }) => type !== 'footnoteDefinition')
  return own.length === 0 ? '' : JSON.stringify(own)
}

const NOTE: EditorNode = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] }

/** A part of a list, table or callout cannot be read alone: it is put into one. */
function inPlace(node: EditorNode, parent: string): EditorNode {
  switch (node.type) {
    case 'listItem':
      return { type: parent, content: [node] }
    case 'tableRow':
      return { type: 'table', content: [node] }
    case 'tableHeader':
    case 'tableCell':
      return { type: 'table', content: [{ type: 'tableRow', content: [node] }] }
    case 'title':
      return { type: 'container', attrs: { name: 'callout' }, content: [node] }
    case 'texts':
      return { type: 'paragraph', content: node.content ?? [] }
    default:
      return node
  }
}
