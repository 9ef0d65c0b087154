import type { Nodes, PhrasingContent, Root } from 'mdast'
import { plainText } from '../plain-text.ts'
import type { Redactor } from './redactor.ts'
import { nodesWithRolesOnce } from './roles-once.ts'
import { without, type Span } from './span.ts'

/** Told of everything that is taken out: its kind, and the heading that it stood under. */
export type Take = (kind: string, place: string) => void

/** A tree without what an audience may not have, with fresh nodes. Not yet normalised. */
export function redactTree(tree: Root, redactor: Redactor, take: Take): Root {
  const walk: Walk = { redactor, take, place: '' }
  return { type: 'root', children: blocks(tree.children, walk) as Root['children'] }
}

interface Walk {
  readonly redactor: Redactor
  readonly take: Take
  place: string
}

/** Containers that only the team reads. The lists of links and people would say nothing without their links and names. */
const FOR_THE_TEAM = new Set(['evidence', 'guidance', 'links', 'participants'])

function blocks(nodes: readonly Nodes[], walk: Walk): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    if (node.type === 'heading') walk.place = without(plainText(node), walk.redactor.find(plainText(node)))
    if (node.type === 'containerDirective' && walk.redactor.audience === 'customer' && FOR_THE_TEAM.has(node.name)) {
      walk.take(node.name, walk.place)
      // A heading that had nothing else below it would promise what is not there.
      const before = result.at(-1)
      if (before?.type === 'heading' && endsSection(nodes, node, before.depth)) result.pop()
    } else result.push(block(node, walk))
  }
  return result
}

function endsSection(nodes: readonly Nodes[], node: Nodes, depth: number): boolean {
  const next = nodes[nodes.indexOf(node) + 1]
  return next === undefined || next.type === 'footnoteDefinition' || (next.type === 'heading' && next.depth <= depth)
}

function block(node: Nodes, walk: Walk): Nodes {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return { ...node, children: inline(node.children, walk) }
    case 'code':
      return { ...node, lang: node.lang === null || node.lang === undefined ? null : text(node.lang, walk), value: text(node.value, walk) }
    case 'html':
      return { ...node, value: text(node.value, walk) }
    case 'footnoteDefinition':
      return { ...node, identifier: identifier(node.identifier, walk), label: identifier(node.identifier, walk), children: blocks(node.children, walk) as [] }
    case 'containerDirective':
      return { ...node, attributes: attributes(node.attributes, walk), children: blocks(node.children, walk) as [] }
    default:
      return 'children' in node ? ({ ...node, children: blocks(node.children, walk) } as Nodes) : node
  }
}

/** A text without what must go. */
export function text(value: string, { redactor, take, place }: Walk): string {
  const spans = redactor.find(value)
  for (const { kind } of spans) take(kind, place)
  return spans.length === 0 ? value : without(value, spans)
}

/** Inline content as one text, so that a token broken by stress or code is found whole. */
function inline(nodes: readonly PhrasingContent[], walk: Walk): PhrasingContent[] {
  const leaves: Leaf[] = []
  let whole = ''
  const gather = (children: readonly Nodes[]): void => {
    for (const node of children) {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') {
        leaves.push({ node, start: whole.length, end: whole.length + node.value.length })
        whole += node.value
      } else if (node.type === 'break') whole += '\n'
      else if ('children' in node && !replaced(node, walk)) gather(node.children)
      else if (node.type !== 'footnoteReference') whole += '\uFFFC'
    }
  }
  gather(nodes)
  const spans = walk.redactor.find(whole)
  for (const { kind } of spans) walk.take(kind, walk.place)
  const changed = new Map<Nodes, string>()
  let first = 0
  for (const { node, start, end } of leaves) {
    while (first < spans.length && (spans[first]?.end ?? 0) <= start) first++
    const own: Span[] = []
    for (let index = first; index < spans.length; index++) {
      const span = spans[index]
      if (span === undefined || span.start >= end) break
      // What stands instead stands once: where the span begins.
      own.push({ ...span, start: Math.max(0, span.start - start), end: Math.min(end - start, span.end - start), put: span.start >= start ? span.put : '' })
    }
    if (own.length > 0) changed.set(node, without(node.value, own))
  }
  const left = rebuilt(nodes, { walk, changed })
  return walk.redactor.audience === 'customer' ? nodesWithRolesOnce(left, walk.redactor.once) : left
}

interface Leaf {
  readonly node: Extract<Nodes, { value: string }>
  readonly start: number
  readonly end: number
}

const replaced = (node: Nodes, { redactor }: Walk): boolean => node.type === 'textDirective' && node.name === 'person' && redactor.audience === 'customer'

function rebuilt(nodes: readonly Nodes[], given: { walk: Walk; changed: ReadonlyMap<Nodes, string> }): PhrasingContent[] {
  const { walk, changed } = given
  return nodes.flatMap((node): PhrasingContent[] => {
    const value = changed.get(node)
    if (value !== undefined) return value === '' ? [] : [{ ...node, value } as PhrasingContent]
    if (node.type === 'link') return link(node, rebuilt(node.children, given), walk)
    if (node.type === 'image') return image(node, walk)
    if (node.type === 'footnoteReference') return [{ ...node, identifier: identifier(node.identifier, walk), label: identifier(node.identifier, walk) }]
    if (node.type === 'textDirective') {
      if (!replaced(node, walk)) return [{ ...node, attributes: attributes(node.attributes, walk), children: rebuilt(node.children, given) }]
      walk.take('name', walk.place)
      return [{ type: 'text', value: walk.redactor.roleOf(node.attributes?.['id'] ?? null, plainText(node)) ?? '' }]
    }
    return 'children' in node ? [{ ...node, children: rebuilt(node.children, given) } as PhrasingContent] : [node as PhrasingContent]
  })
}

/** A link stays where its address is for them and holds nothing that must go; else its words do. */
function link(node: Extract<Nodes, { type: 'link' }>, children: PhrasingContent[], walk: Walk): PhrasingContent[] {
  const why = unfit(node.url, walk)
  if (why === null) return [{ ...node, title: node.title === null || node.title === undefined ? null : text(node.title, walk), children }]
  walk.take(why, walk.place)
  return children.length === 0 ? [{ type: 'text', value: '[link]' }] : children
}

function image(node: Extract<Nodes, { type: 'image' }>, walk: Walk): PhrasingContent[] {
  const alt = text(node.alt ?? '', walk)
  const why = /^https?:/i.test(node.url) ? unfit(node.url, walk) : walk.redactor.find(node.url)[0]?.kind
  if (why === null || why === undefined) return [{ ...node, alt, title: node.title === null || node.title === undefined ? null : text(node.title, walk) }]
  walk.take(why, walk.place)
  return [{ type: 'text', value: alt || '[image]' }]
}

function unfit(url: string, { redactor }: Walk): string | null {
  const held = [...redactor.find(url), ...redactor.find(decoded(url))].find(({ kind }) => kind !== 'link')
  return held?.kind ?? (redactor.isForThem(url) ? null : 'link')
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Directive attributes: for customers only those that show something; for everybody none that holds what must go. */
function attributes(given: Readonly<Record<string, string | null | undefined>> | null | undefined, walk: Walk): Record<string, string> {
  const kept: [string, string][] = []
  for (const [name, value] of Object.entries(given ?? {})) {
    if (typeof value !== 'string') continue
    const spans = walk.redactor.find(value)
    for (const { kind } of spans) walk.take(kind, walk.place)
    const keyed = spans.length === 0 && walk.redactor.find(`${name}=${value}`).length > 0
    if (keyed) walk.take('key', walk.place)
    const shown = walk.redactor.audience !== 'customer' || SHOWN.has(name)
    if (shown && spans.length === 0 && !keyed) kept.push([name, value])
  }
  return Object.fromEntries(kept)
}

const SHOWN = new Set(['kind', 'at', 'events', 'columns', 'of'])

const identifier = (name: string, { redactor }: Walk): string =>
  redactor.find(name).length === 0 && redactor.find(name.toUpperCase()).length === 0 ? name : 'note'
