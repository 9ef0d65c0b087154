import { plainText } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'

/** A heading of a document, as its page shows it. */
export interface Heading {
  readonly node: Nodes
  /** Unique on the page: from its words, numbered where they come again. */
  readonly id: string
  readonly words: string
  /** 2 to 6: the page's own title is the first level. */
  readonly level: number
}

/** The headings with words, in order; those in blocks of facts too. */
export function headingsOf(tree: Root): Heading[] {
  const found: Heading[] = []
  const used = new Map<string, number>()
  const visit = (node: Nodes): void => {
    if (node.type === 'containerDirective' && node.name === 'guidance') return
    if (node.type === 'heading') {
      const words = plainText(node).trim()
      if (words === '') return
      const plain =
        words
          .toLowerCase()
          .normalize('NFKD')
          .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
          .replaceAll(/^-|-$/g, '') || 'part'
      const count = (used.get(plain) ?? 0) + 1
      used.set(plain, count)
      found.push({ node, id: count === 1 ? plain : `${plain}-${count}`, words, level: Math.min(6, Math.max(2, node.depth)) })
      return
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}
