import { sealOf } from '@blamefree/core'
import { treeOfEditor, type EditorNode } from '@blamefree/editor'
import type { Node } from '@tiptap/pm/model'
import { LIVE } from '../live-names.ts'
import { parsedAttributes } from './directive.ts'
import { isContainer } from './sections.ts'

const known = new WeakMap<Node, boolean>()

/**
 * Whether a live block shows the facts: nobody has edited what it holds, or it was put in just now and is still empty. What somebody edited is theirs, and is a text like any other.
 */
export function isBound(node: Node): boolean {
  if (!isContainer(node, ...LIVE)) return false
  let bound = known.get(node)
  if (bound === undefined) {
    bound = node.textContent === '' || sealIn(node) === sumOf(node)
    known.set(node, bound)
  }
  return bound
}

const sealIn = (node: Node): string | undefined => parsedAttributes(node.attrs['attributes'])['seal']

function sumOf(node: Node): string | null {
  const [container] = treeOfEditor({ type: 'doc', content: [node.toJSON() as EditorNode] }).children
  return container?.type === 'containerDirective' ? sealOf(container) : null
}

/** What nobody types in: a live block that shows the facts, guidance, and evidence. */
export function isProtected(node: Node): boolean {
  return isContainer(node, 'guidance', 'evidence') || isBound(node)
}
