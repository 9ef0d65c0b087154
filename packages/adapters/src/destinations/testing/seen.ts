import { constructsOf, plainText, type Artifact, type Construct, type Document } from '@blamefree/core'
import type { FootnoteDefinition, Nodes } from 'mdast'

/** What somebody who opens a finished file sees in it. */
export interface Seen {
  /** Every word that it shows. White space does not count. */
  readonly words: string
  /** What stands at each construct, in the document's order: the words in bold, a link's words and address, a table's cells. `seenInDocument` shows the shapes. */
  readonly constructs: Partial<Record<Construct, readonly string[]>>
}

/**
 * Reads a format back, for the contract suite. Lies in the destination's `testing/reader.ts` and is named in `testing/readers.ts`. Throws when the file is broken or
 * holds what no document may (raw HTML, scripts).
 */
export interface FormatReader {
  read(artifact: Artifact): Seen | Promise<Seen>
  /** Everything that is in the file, as text, where its bytes are packed: what must not leave is looked for in it. */
  unpacked?(artifact: Artifact): string
  /** Constructs that cannot be told apart in the finished file although they survive: only their words are checked. Say why beside each. */
  readonly blind?: readonly Construct[]
  /** Another program does the reading or the rendering: the suite is run with the slow ones, and with this many random documents. */
  readonly slow?: { readonly runs: number; readonly skip: string | false }
}

/** What a reader must see where nothing is lost. */
export function seenInDocument(document: Document): Seen {
  const constructs: Partial<Record<Construct, string[]>> = {}
  const notes = new Map<string, FootnoteDefinition>()
  for (const child of document.tree.children) if (child.type === 'footnoteDefinition') notes.set(child.identifier, child)
  const visit = (node: Nodes): void => {
    for (const construct of constructsOf(node)) (constructs[construct] ??= []).push(...shown(construct, node, notes))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(document.tree)
  return { words: `${document.title} ${plainText(document.tree)}`, constructs }
}

function shown(construct: Construct, node: Nodes, notes: ReadonlyMap<string, FootnoteDefinition>): string[] {
  const words = oneLine(plainText(node))
  switch (node.type) {
    case 'link':
      return [`${words} → ${node.url}`]
    case 'footnoteReference':
      return [oneLine(plainText(notes.get(node.identifier) ?? node))]
    case 'table':
      if (construct === 'table-alignment') return [(node.align ?? []).map((align) => align ?? 'none').join(' ')]
      return [node.children.map((row) => row.children.map((cell) => oneLine(plainText(cell))).join(' | ')).join(' / ')]
    case 'list': {
      const items = node.children.map((item) => ({ checked: item.checked, text: oneLine(plainText(item)) }))
      if (construct === 'task-list')
        return items.filter(({ checked }) => typeof checked === 'boolean').map(({ checked, text }) => `${checked === true ? '[x]' : '[ ]'} ${text}`)
      return [`${node.ordered === true ? `${node.start ?? 1}: ` : ''}${items.map(({ text }) => text).join(' / ')}`]
    }
    case 'containerDirective':
      return [node.name === 'callout' ? `${node.attributes?.['kind'] ?? 'note'}: ${words}` : words]
    case 'code':
      return [node.value]
    default:
      return [words]
  }
}

/** Words with single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
