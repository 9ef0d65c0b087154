import { refill, type Configuration, type Document, type Incident, type Template } from '@blamefree/core'
import type { Nodes, RootContent } from 'mdast'

/** The blocks that show the facts of now until the post-mortem is published. Prose that a machine filled, and evidence, change only when somebody asks for a refill. */
const LIVE: ReadonlySet<string> = new Set(['key-information', 'timeline', 'follow-ups', 'participants', 'metrics', 'links'])

/** A document whose live blocks show the facts of now, where nobody has edited them. Everything else is as it was. */
export function liveDocument(document: Document, template: Template, incident: Incident, configuration: Configuration): Document {
  const { document: fresh } = refill(document, template, incident, configuration)
  const children = mixed(document.tree.children, fresh.tree.children) as RootContent[]
  return { ...document, tree: { type: 'root', children } }
}

/** Refilling keeps every node in its place, so the two trees can be walked side by side. */
function mixed(old: readonly Nodes[], fresh: readonly Nodes[]): Nodes[] {
  return old.map((node, index) => {
    const next = fresh[index] ?? node
    if (node.type === 'containerDirective' && LIVE.has(node.name)) return next
    if (node.type === 'containerDirective' && (node.name === 'generated' || node.name === 'evidence')) return node
    return 'children' in node && 'children' in next ? ({ ...node, children: mixed(node.children, next.children) } as Nodes) : node
  })
}
