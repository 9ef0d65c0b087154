import type { Nodes } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { DIRECTIVES } from '../document.ts'
import { shortHash } from '../short-hash.ts'

/** The containers that a machine fills. */
const FILLED: ReadonlySet<string> = new Set(DIRECTIVES.container.filter((name) => name !== 'callout' && name !== 'guidance'))

/** Whether a container is one that a machine fills: a live block, evidence, generated prose. */
export function isFilled({ name }: ContainerDirective): boolean {
  return FILLED.has(name)
}

/**
 * The sum of what stands in a container: its `seal` attribute once filled. While the two are equal nobody has touched it. The same through Markdown, JSON and back,
 * in whatever order keys come.
 */
export function sealOf(node: ContainerDirective): string {
  const parts: string[] = []
  for (const child of node.children) digest(child, parts)
  return shortHash(parts.join('\u0001'))
}

/** Puts the seal on every filled container of a normalised tree, the outermost of each. Changes the tree. */
export function sealAll(children: readonly Nodes[]): void {
  for (const node of children) {
    if (node.type === 'containerDirective' && isFilled(node)) node.attributes = { ...node.attributes, seal: sealOf(node) }
    else if (node.type === 'containerDirective' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') sealAll(node.children)
  }
}

function digest(node: Nodes, parts: string[]): void {
  parts.push(node.type)
  if ('value' in node) parts.push(node.value)
  if ('depth' in node) parts.push(String(node.depth))
  if ('ordered' in node) parts.push(node.ordered === true ? 'ordered' : '')
  if ('checked' in node) parts.push(String(node.checked ?? ''))
  if ('url' in node) parts.push(node.url)
  if ('name' in node) parts.push(node.name)
  if ('attributes' in node) {
    for (const [key, value] of Object.entries(node.attributes ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))) if (key !== 'seal') parts.push(key, value ?? '')
  }
  if ('children' in node) {
    for (const child of node.children) digest(child, parts)
    parts.push('\u0002')
  }
}
