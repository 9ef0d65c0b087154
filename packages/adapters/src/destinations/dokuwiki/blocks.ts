import { plainText } from '@blamefree/core'
import type { Heading, Nodes } from 'mdast'
import { codeDoku } from './code.ts'
import { inlineDoku } from './inline.ts'
import { lineStart } from './escape-doku.ts'
import { listPieces } from './list.ts'
import type { Page } from './page.ts'
import { boxPiece, quotePiece } from './quote.ts'
import { tablePieces } from './table.ts'

/** Blocks → pieces of DokuWiki: a paragraph, a heading, an item, a row each. `joinPieces` sets them apart. */
export function blockPieces(nodes: readonly Nodes[], page: Page): string[] {
  const pieces: string[] = []
  let before: string | null = null
  for (const node of nodes) {
    const made = pieceOf(node, page)
    // An empty line between two lists or two tables, which would be one otherwise.
    if (before === node.type && (node.type === 'list' || node.type === 'table') && made[0] !== undefined) made[0] = `\n${made[0]}`
    for (const piece of made) pieces.push(piece)
    if (made.length > 0) before = lastType(node)
  }
  return pieces
}

/** What the last thing is that a node shows: live blocks are what is in them. */
function lastType(node: Nodes): string {
  const last = node.type === 'containerDirective' && node.name !== 'callout' && node.name !== 'evidence' ? node.children.at(-1) : undefined
  return last === undefined ? node.type : lastType(last)
}

function pieceOf(node: Nodes, page: Page): string[] {
  switch (node.type) {
    case 'paragraph': {
      const words = inlineDoku(node.children, page)
      return words === '' ? [] : [lineStart(words)]
    }
    case 'heading':
      return headingPieces(node, page)
    case 'thematicBreak':
      return ['----']
    case 'blockquote':
      return quotePiece(node.children, page)
    case 'code':
      return [codeDoku(node)]
    case 'list':
      return listPieces(node, page)
    case 'table':
      return tablePieces(node, page)
    case 'containerDirective':
      return node.name === 'callout' || node.name === 'evidence' ? boxPiece(node, page) : blockPieces(node.children, page)
    default:
      return []
  }
}

/** How many signs a heading has: the largest is the page’s title. */
const SIGNS: readonly number[] = [5, 5, 5, 4, 3, 2, 2]

/** Nothing in a heading means anything, so it is its words. */
function headingPieces(node: Heading, page: Page): string[] {
  const words = plainText(node).replace(/\s+/g, ' ').trim()
  if (words === '') return []
  if (node.children.some(({ type }) => type !== 'text' && type !== 'textDirective')) page.plainLabels++
  const signs = '='.repeat(SIGNS[node.depth] ?? 2)
  return [`${signs} ${words} ${signs}`]
}
