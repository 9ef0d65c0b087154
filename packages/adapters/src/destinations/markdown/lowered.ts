import { isLabel, normalise, safeUrl } from '@blamefree/core'
import type { RenderOptions } from '@blamefree/core'
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { CALLOUTS } from './callouts.ts'

/**
 * An exported tree without directives, but for callouts at the top, which GitHub has: names, times and events are their words (an event links to the record), live
 * blocks are what they show, evidence and callouts inside other things are quotes with a title.
 */
export function lowered(tree: Root, { incident }: RenderOptions): Root {
  const addresses = new Map(incident?.events.map(({ id, origin }) => [id, origin.url === null ? null : safeUrl(origin.url)]))
  const lower = (nodes: readonly Nodes[], top: boolean): Nodes[] => nodes.flatMap((node) => lowerNode(node, top))
  const lowerNode = (node: Nodes, top: boolean): Nodes[] => {
    if (node.type === 'textDirective') return words(node, addresses)
    if (node.type === 'containerDirective') {
      if (node.name === 'callout')
        return [top ? ({ ...node, children: lower(node.children, false) } as Nodes) : quotedCallout(node, lower(node.children, false))]
      if (node.name === 'evidence') return node.children.length === 0 ? [] : [quote('What the record shows', lower(node.children, false))]
      return lower(node.children, top)
    }
    return 'children' in node ? [{ ...node, children: lower(node.children, false) } as Nodes] : [node]
  }
  return normalise({ type: 'root', children: lower(tree.children, true) as Root['children'] })
}

type Directive<Type> = Extract<Nodes, { type: Type }>

function words(node: Directive<'textDirective'>, addresses: ReadonlyMap<string, string | null>): PhrasingContent[] {
  const address = node.name === 'event' ? addresses.get(node.attributes?.['id'] ?? '') : null
  return typeof address === 'string' && node.children.length > 0 ? [{ type: 'link', url: address, title: null, children: node.children }] : node.children
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
