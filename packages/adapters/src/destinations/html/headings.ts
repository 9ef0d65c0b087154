import { plainText } from '@blamefree/core'
import type { Heading, Nodes, Root } from 'mdast'

/** A heading as the page has it: the level that leaves none out below the title, and an id to link to. */
export interface PageHeading {
  readonly level: 2 | 3 | 4 | 5 | 6
  readonly id: string
  readonly text: string
}

/** The page's headings, in order, by their nodes. */
export function headingsOf(tree: Root): ReadonlyMap<Heading, PageHeading> {
  const headings = new Map<Heading, PageHeading>()
  const taken = new Set<string>()
  let open: number[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      open = [...open.filter((depth) => depth < node.depth), node.depth]
      const text = plainText(node)
      headings.set(node, { level: Math.min(6, open.length + 1) as PageHeading['level'], id: freeId(text, taken), text })
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table') for (const child of node.children) visit(child)
  }
  visit(tree)
  return headings
}

function freeId(text: string, taken: Set<string>): string {
  const wanted = `s-${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .toWellFormed()
    .replace(/^-+|-+$/g, '')}`
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}
