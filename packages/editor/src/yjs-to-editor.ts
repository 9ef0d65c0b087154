import * as Y from 'yjs'
import type { EditorMark, EditorNode } from './editor-node.ts'
import { treeOfEditor } from './editor-to-tree.ts'
import type { Root } from 'mdast'

/** The name of the shared fragment that holds the document: the one that TipTap's collaboration uses when nobody names another. */
export const FRAGMENT = 'default'

/** Nobody nests deeper than this by hand; what does is not read further. */
const DEEPEST = 150

/** The shared document as a tree, normalised. Reads only: unlike an editor it removes nothing that does not fit the schema. */
export function treeOfYjs(ydoc: Y.Doc): Root {
  return treeOfEditor(editorOfYjs(ydoc.getXmlFragment(FRAGMENT)))
}

/** A shared fragment or element as the editor's JSON, child for child, but for texts: each has as many text nodes as it has runs of marks. */
export function editorOfYjs(shared: Y.XmlFragment): EditorNode {
  return elementOf(shared, 0)
}

/** The children of a shared fragment or element, one node a child; a shared text is a node `texts` of its runs. */
export function childrenOfYjs(shared: Y.XmlFragment): EditorNode[] {
  return shared.toArray().map((child) => (child instanceof Y.XmlElement ? elementOf(child, 1) : { type: 'texts', content: textsOf(child as Y.XmlText) }))
}

function elementOf(shared: Y.XmlFragment, depth: number): EditorNode {
  const type = shared instanceof Y.XmlElement ? shared.nodeName : 'doc'
  const attrs = shared instanceof Y.XmlElement ? (shared.getAttributes() as Record<string, unknown>) : {}
  const content =
    depth > DEEPEST ? [] : shared.toArray().flatMap((child) => (child instanceof Y.XmlElement ? [elementOf(child, depth + 1)] : textsOf(child as Y.XmlText)))
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) }
}

interface Run {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function textsOf(text: Y.XmlText): EditorNode[] {
  const runs = text.toDelta() as Run[]
  return runs.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const marks = Object.entries(attributes).map(markOf)
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks: marks.toSorted(outermostFirst) } : {}) }]
  })
}

/** A mark that may lie over itself is shared under its name and a hash of its attributes: `comment--a1b2c3d4`. */
function markOf([name, value]: [string, unknown]): EditorMark {
  const type = /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(name)?.[1] ?? name
  const attrs = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }
}

const ORDER = ['link', 'bold', 'italic', 'strike', 'code', 'comment']
const outermostFirst = (a: EditorMark, b: EditorMark): number => ORDER.indexOf(a.type) - ORDER.indexOf(b.type)
