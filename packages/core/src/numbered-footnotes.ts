import type { FootnoteDefinition, Nodes, Root } from 'mdast'

/** A footnote with the number that readers see. */
export interface NumberedFootnote {
  readonly number: number
  readonly definition: FootnoteDefinition
}

/** The footnotes of a tree by identifier, numbered from 1 in the order in which the text refers to them; those that nothing refers to come last. */
export function numberedFootnotes(tree: Root): Map<string, NumberedFootnote> {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const child of tree.children) if (child.type === 'footnoteDefinition') definitions.set(child.identifier, child)
  const order = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') order.add(node.identifier)
    else if (node.type !== 'footnoteDefinition' && 'children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const identifier of definitions.keys()) order.add(identifier)
  const notes = new Map<string, NumberedFootnote>()
  for (const identifier of order) {
    const definition = definitions.get(identifier)
    if (definition !== undefined) notes.set(identifier, { number: notes.size + 1, definition })
  }
  return notes
}
