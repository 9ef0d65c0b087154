import { printMarkdown } from '@blamefree/core'
import type { Nodes } from 'mdast'

type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>

/**
 * What somebody wrote in place of what was there, with the blocks that are still the same, word for word, known as the same again: a container whose attributes an editor
 * dropped gets those that it had, its seal among them. So what nobody touched can still be filled anew, and what somebody touched is theirs.
 */
export function keepIdentity(before: readonly Nodes[], after: readonly Nodes[]): Nodes[] {
  const known = new Map<string, ContainerDirective>()
  gather(before, known)
  return known.size === 0 ? [...after] : after.map((node) => restored(node, known))
}

function gather(nodes: readonly Nodes[], known: Map<string, ContainerDirective>): void {
  for (const node of nodes) {
    if (node.type === 'containerDirective') known.set(keyOf(node), node)
    if ('children' in node) gather(node.children, known)
  }
}

function restored(node: Nodes, known: ReadonlyMap<string, ContainerDirective>): Nodes {
  if (node.type !== 'containerDirective' || node.attributes?.['seal'] !== undefined) return node
  const old = known.get(keyOf(node))
  return old === undefined || !agrees(node, old) ? node : { ...node, attributes: { ...old.attributes } }
}

/** Nothing that was written now says otherwise. */
function agrees({ attributes }: ContainerDirective, old: ContainerDirective): boolean {
  return Object.entries(attributes ?? {}).every(([name, value]) => old.attributes?.[name] === value)
}

/** A container by its name and its content. */
function keyOf({ name, children }: ContainerDirective): string {
  return `${name}\n${printMarkdown({ type: 'root', children })}`
}
