import type { List, ListItem, Nodes } from 'mdast'
import { codeDoku } from './code.ts'
import { inlineDoku, inlineLines, joinLines } from './inline.ts'
import type { Page } from './page.ts'

/** A list → a piece for each item with what lies below it. */
export function listPieces(node: List, page: Page): string[] {
  if (node.ordered === true && (node.start ?? 1) !== 1) page.plainBlocks++
  return node.children.map((item) => itemLines(item, { sign: signOf(node), depth: 1 }, page).join('\n'))
}

const signOf = ({ ordered }: List): string => (ordered === true ? '-' : '*')

interface Bullet {
  readonly sign: string
  readonly depth: number
}

/** An item holds words, code and lists. What comes after a list in it becomes an item of its own. */
function itemLines(item: ListItem, bullet: Bullet, page: Page): string[] {
  const lines: string[] = []
  let words: string[] = []
  let own = boxOf(item)
  let isOpen = true
  const settle = (): void => {
    if (isOpen || words.length > 0) lines.push(`${'  '.repeat(bullet.depth)}${bullet.sign} ${own}${joinLines(words, 2)}`.trimEnd())
    own = ''
    words = []
    isOpen = false
  }
  for (const child of item.children) {
    if (child.type === 'list') {
      settle()
      for (const below of child.children) lines.push(...itemLines(below, { sign: signOf(child), depth: bullet.depth + 1 }, page))
    } else words.push(...wordsOf(child, page))
  }
  settle()
  return lines
}

function wordsOf(block: Nodes, page: Page): string[] {
  if (block.type === 'code') return [codeDoku(block)]
  if (block.type !== 'paragraph') page.plainBlocks++
  return inlineLines([block]).map((children) => inlineDoku(children, page))
}

/** DokuWiki has no boxes: a character shows whether it is done. */
export const boxOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? `${checked ? '\u2611' : '\u2610'} ` : '')
