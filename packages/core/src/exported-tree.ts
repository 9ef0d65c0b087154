import type { Nodes, Root } from 'mdast'
import type { RenderOptions } from './destination.ts'
import { normalise } from './normalise.ts'

/**
 * What of a document is exported: allowed constructs only, without guidance unless it is asked for, and without evidence where it is not wanted.
 * Footnotes that only the parts left out refer to go with them. The first thing that a destination does with a tree.
 */
export function exportedTree(tree: Root, options: Pick<RenderOptions, 'guidance' | 'evidence'> = {}): Root {
  const whole = normalise(tree)
  const unwanted = new Set([...(options.guidance === true ? [] : ['guidance']), ...(options.evidence === false ? ['evidence'] : [])])
  const leaving = { unwanted, inside: false }
  const kept = without(whole, leaving)
  if (kept === whole) return whole
  const rest = withoutOrphans(kept, whole)
  return leaving.inside ? normalise(rest) : rest
}

/** The tree without the footnotes that only what it has lost referred to. */
function withoutOrphans(kept: Root, whole: Root): Root {
  if (!kept.children.some(({ type }) => type === 'footnoteDefinition')) return kept
  const before = references(whole)
  const after = references(kept)
  const orphan = (node: Nodes): boolean => node.type === 'footnoteDefinition' && before.has(node.identifier) && !after.has(node.identifier)
  return { ...kept, children: kept.children.filter((child) => !orphan(child)) }
}

interface Leaving {
  readonly unwanted: ReadonlySet<string>
  /** Whether something was left out of an item or a quote: it may be empty now, or of one paragraph. */
  inside: boolean
}

/** The node without the containers that are not wanted: itself where there is none in it. */
function without<N extends Nodes>(node: N, leaving: Leaving): N {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'table' || node.type === 'heading') return node
  const children: Nodes[] = []
  let same = true
  for (const child of node.children as Nodes[]) {
    const goes = child.type === 'containerDirective' && leaving.unwanted.has(child.name)
    leaving.inside ||= goes && node.type !== 'root' && node.type !== 'containerDirective'
    const kept = goes ? null : without(child, leaving)
    same &&= kept === child
    if (kept !== null) children.push(kept)
  }
  return same ? node : { ...node, children }
}

function references(tree: Root): Set<string> {
  const found = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}
