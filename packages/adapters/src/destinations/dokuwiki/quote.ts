import { isLabel, plainText } from '@blamefree/core'
import type { List, Nodes } from 'mdast'
import { BOXES, type BoxKind } from './boxes.ts'
import { codeDoku } from './code.ts'
import { escapeDoku, lineStart } from './escape-doku.ts'
import { inlineDoku, inlineLines, joinLines } from './inline.ts'
import { boxOf } from './list.ts'
import type { Page } from './page.ts'

/** Blocks as a quote, which is one piece; none where there are no words in it. */
export function quotePiece(nodes: readonly Nodes[], page: Page): string[] {
  const lines = quoteLines(nodes, '>', page)
  return lines.length === 0 ? [] : [lines.join('\n')]
}

/** A callout, or evidence, as a quote with a title: DokuWiki has no boxes. */
export function boxPiece(node: Extract<Nodes, { type: 'containerDirective' }>, page: Page): string[] {
  const lines = boxLines(node, '>', page)
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function boxLines(node: Extract<Nodes, { type: 'containerDirective' }>, sign: string, page: Page): string[] {
  if (node.name === 'evidence' && node.children.length === 0) return []
  const [first, ...rest] = node.children
  const label = first !== undefined && isLabel(first) ? plainText(first).replace(/\s+/g, ' ').trim() : ''
  const kind = kindOf(node.name, node.attributes?.['kind'])
  const { icon, title } = BOXES[kind]
  const lines = quoteLines(first !== undefined && isLabel(first) ? rest : node.children, sign, page)
  return [`${sign} ${icon} **${escapeDoku(label === '' ? title : label, { after: '*' })}**`, ...lines]
}

const kindOf = (name: string, kind: string | null | undefined): BoxKind =>
  name === 'evidence' ? 'evidence' : kind === 'tip' || kind === 'warning' || kind === 'danger' ? kind : 'note'

/** Each block on lines of its own, set apart by an empty one; lists have a character before each item. */
function quoteLines(nodes: readonly Nodes[], sign: string, page: Page): string[] {
  const lines: string[] = []
  for (const node of shown(nodes)) {
    const made = linesOf(node, sign, page)
    if (made.length === 0) continue
    if (lines.length > 0) lines.push(sign)
    lines.push(...made)
  }
  return lines
}

/** The blocks with those that live blocks show. */
const shown = (nodes: readonly Nodes[]): readonly Nodes[] =>
  nodes.flatMap((node) => (node.type === 'containerDirective' && node.name !== 'callout' && node.name !== 'evidence' ? shown(node.children) : [node]))

function linesOf(node: Nodes, sign: string, page: Page): string[] {
  switch (node.type) {
    case 'blockquote':
      return quoteLines(node.children, `${sign}>`, page)
    case 'containerDirective':
      return boxLines(node, `${sign}>`, page)
    case 'code':
      return [`${sign} ${codeDoku(node)}`]
    case 'list':
      return listLines(node, `${sign} `, page)
    default: {
      if (node.type !== 'paragraph') page.plainBlocks++
      const lines = inlineLines([node]).map((children) => inlineDoku(children, page))
      const words = joinLines(lines, 1)
      // Releases after “Librarian” look for tables in a quote, too.
      return words === '' ? [] : [`${sign} ${lineStart(words)}`]
    }
  }
}

/** A list within a quote: each item a line, with a character or its number before it, and further to the right by a wide space the deeper it lies. */
function listLines(node: List, before: string, page: Page): string[] {
  return node.children.flatMap((item, index) => {
    const number = node.ordered === true ? `${index + 1}.` : '\u2022'
    const below = item.children.flatMap((child) => (child.type === 'list' ? listLines(child, `${before}\u2003`, page) : []))
    const words = inlineLines(item.children.filter(({ type }) => type !== 'list')).map((children) => inlineDoku(children, page))
    return [`${before}${number} ${boxOf(item)}${joinLines(words, 2)}`.trimEnd(), ...below]
  })
}
