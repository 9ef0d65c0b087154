import { isLabel, normalise, safeUrl } from '@blamefree/core'
import type { RenderOptions } from '@blamefree/core'
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { CALLOUTS } from './callouts.ts'

/**
 * An exported tree without directives, but for callouts at the top, which GitHub has: names, times and events are their words (an event links to the record), live
 * blocks are what they show, evidence and callouts inside other things are quotes with a title. The tree is normalised, and what needs no change in it is not copied.
 */
export function lowered(tree: Root, { incident }: RenderOptions): Root {
  const lowering: Lowering = {
    addresses: new Map(incident?.events.map(({ id, origin }) => [id, origin.url === null ? null : safeUrl(origin.url)])),
    plain: true,
  }
  const children = lowerAll(tree.children, 'root', lowering)
  const whole: Root = { type: 'root', children: children as Root['children'] }
  return lowering.plain ? whole : normalise(whole)
}

interface Lowering {
  /** Where the record of an event is, by the event's id. */
  readonly addresses: ReadonlyMap<string, string | null>
  /** Whether everything was so simple that what it became is normal already. */
  plain: boolean
}

/** Where nodes stand. A live block at the root is taken away, and what it shows stands at the root then. */
type Place = 'root' | 'inside' | 'mark'

/** The list itself where nothing in it has to change. */
function lowerAll(nodes: readonly Nodes[], place: Place, lowering: Lowering): readonly Nodes[] {
  let made: Nodes[] | null = null
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Nodes
    const lower = lowerNode(node, place, lowering)
    if (made === null && lower === node) continue
    made ??= nodes.slice(0, index)
    if (Array.isArray(lower)) for (const one of lower as readonly Nodes[]) append(made, one, lowering)
    else append(made, lower as Nodes, lowering)
  }
  return made ?? nodes
}

/** Words that come to stand beside words are one text. */
function append(nodes: Nodes[], node: Nodes, lowering: Lowering): void {
  const before = nodes.at(-1)
  if (node.type === 'link' && before?.type === 'link') lowering.plain = false
  if (node.type === 'text' && before?.type === 'text') nodes[nodes.length - 1] = { type: 'text', value: before.value + node.value }
  else nodes.push(node)
}

function lowerNode(node: Nodes, place: Place, lowering: Lowering): Nodes | readonly Nodes[] {
  if (node.type === 'textDirective') return words(node, place, lowering)
  if (node.type === 'containerDirective') return lowerContainer(node, place, lowering)
  if (!('children' in node)) return node
  const children = lowerAll(node.children, MARKS.has(node.type) ? 'mark' : 'inside', lowering)
  return children === node.children ? node : ({ ...node, children } as Nodes)
}

const MARKS: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link'])

function lowerContainer(node: Directive<'containerDirective'>, place: Place, lowering: Lowering): Nodes | readonly Nodes[] {
  const top = place === 'root'
  // Inside of other things a block that is taken away may leave an item or a quote that has to be looked at again.
  if (!top) lowering.plain = false
  if (node.name === 'callout') {
    const children = lowerAll(node.children, 'inside', lowering)
    return top ? ({ ...node, children } as Nodes) : quotedCallout(node, children)
  }
  if (node.name === 'evidence') return node.children.length === 0 ? [] : quote('What the record shows', lowerAll(node.children, 'inside', lowering))
  return lowerAll(node.children, place, lowering)
}

type Directive<Type> = Extract<Nodes, { type: Type }>

function words(node: Directive<'textDirective'>, place: Place, lowering: Lowering): readonly PhrasingContent[] {
  const address = node.name === 'event' ? lowering.addresses.get(node.attributes?.['id'] ?? '') : null
  const linked = typeof address === 'string' && node.children.length > 0
  const [only] = node.children
  // Anything but words without white space at their ends, and a link inside of another mark, wants to be looked at again.
  if (node.children.length !== 1 || only?.type !== 'text' || only.value === '' || only.value !== only.value.trim() || (linked && place === 'mark'))
    lowering.plain = false
  return linked ? [{ type: 'link', url: address, title: null, children: node.children }] : node.children
}

function quotedCallout(node: Directive<'containerDirective'>, children: readonly Nodes[]): Nodes {
  const [first] = children
  return first !== undefined && isLabel(first)
    ? { type: 'blockquote', children: [strong((first as Paragraph).children), ...(children.slice(1) as Blockquote['children'])] }
    : quote(CALLOUTS[node.attributes?.['kind'] ?? '']?.title ?? 'Note', children)
}

function quote(title: string, children: readonly Nodes[]): Nodes {
  return { type: 'blockquote', children: [strong([{ type: 'text', value: title }]), ...(children as Blockquote['children'])] }
}

/** A paragraph in bold: a title where a heading would be out of place. */
export function strong(children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: [...children] }] }
}
