import type { RenderOptions } from '@blamefree/core'
import type { FootnoteDefinition, Heading, Nodes, Root } from 'mdast'
import { headingsOf, type PageHeading } from './headings.ts'

/** What the parts of a page must know of the whole while they are written. */
export interface Page {
  readonly headings: ReadonlyMap<Heading, PageHeading>
  /** Footnotes in the order in which they are first referred to, with their numbers from 1. */
  readonly notes: ReadonlyMap<string, { readonly number: number; readonly definition: FootnoteDefinition }>
  /** How often a footnote has been referred to so far. */
  readonly referred: Map<string, number>
  /** Where an event's record opens, by the event's id. */
  readonly records: ReadonlyMap<string, string>
  readonly assets: NonNullable<RenderOptions['assets']>
  /** Images that no file came for. */
  lostImages: number
  tables: number
}

/** What is known of a page before it is written. */
export function pageOf(tree: Root, { assets = {}, incident }: RenderOptions): Page {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const child of tree.children) if (child.type === 'footnoteDefinition') definitions.set(child.identifier, child)
  const order = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') order.add(node.identifier)
    else if (node.type !== 'footnoteDefinition' && 'children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const identifier of definitions.keys()) order.add(identifier)
  const notes = new Map<string, { number: number; definition: FootnoteDefinition }>()
  for (const identifier of order) {
    const definition = definitions.get(identifier)
    if (definition !== undefined) notes.set(identifier, { number: notes.size + 1, definition })
  }
  const records = new Map<string, string>()
  for (const { id, origin } of incident?.events ?? []) if (origin.url !== null) records.set(id, origin.url)
  return { headings: headingsOf(tree), notes, referred: new Map(), records, assets, lostImages: 0, tables: 0 }
}
