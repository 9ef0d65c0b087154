import { isLabel } from '@blamefree/core'
import type { List, Nodes, Paragraph, Table } from 'mdast'
import { addressText, escapeStart, escapeText } from './inline/print-runs.ts'
import { inlineText, type InlineWriting } from './inline/runs-of-tree.ts'

/** What blocks are written with. */
export interface BlockWriting extends InlineWriting {
  /** The address that an image is written with; null where it can only be its description. */
  image(url: string): string | null
}

/** A table with more rows below its head is several, each with the head: Notion makes a table in one piece, and takes so many blocks at a time. With the head they are full hundreds, which is what the block endpoints take. */
export const MOST_ROWS = 399

/** Blocks → lines of Notion-flavoured Markdown (its first version): a line is a block, and what belongs to one stands below it, a tab deeper. */
export function blockLines(nodes: readonly Nodes[], writing: BlockWriting): string[] {
  return nodes.flatMap((node) => linesOf(node, writing))
}

function linesOf(node: Nodes, writing: BlockWriting): string[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphLines(node, writing)
    case 'heading':
      return [`${'#'.repeat(Math.min(node.depth, 4))} ${inlineText(node.children, writing)}`.trimEnd()]
    case 'thematicBreak':
      return ['---']
    case 'code':
      return codeLines(node.lang ?? '', node.value)
    case 'blockquote':
      return leading('>', node.children, writing)
    case 'list':
      return listLines(node, writing)
    case 'table':
      return tableLines(node, writing)
    case 'containerDirective':
      return containerLines(node, writing)
    case 'footnoteDefinition':
      return leading(escapeText(`[${writing.notes.get(node.identifier) ?? '?'}]`), node.children, writing)
    default:
      return []
  }
}

/** An image stands alone: a paragraph around it becomes the blocks before and after. */
function paragraphLines(node: Paragraph, writing: BlockWriting): string[] {
  const lines: string[] = []
  let words: Paragraph['children'] = []
  const settle = (): void => {
    const text = inlineText(words, writing).trim()
    if (text !== '') lines.push(escapeStart(text))
    words = []
  }
  for (const child of node.children) {
    const address = child.type === 'image' ? writing.image(child.url) : null
    if (child.type !== 'image' || address === null) {
      words.push(child)
      continue
    }
    settle()
    lines.push(`![${escapeText(child.alt ?? '')}](${addressText(address)})`)
  }
  settle()
  return lines
}

function codeLines(language: string, value: string): string[] {
  const longest = Math.max(2, ...(value.match(/^`{3,}/gm) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...value.split('\n'), fence]
}

/** A block whose first paragraph stands behind a sign, and the rest below it. */
function leading(sign: string, children: readonly Nodes[], writing: BlockWriting): string[] {
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') return [sign, ...indented(blockLines(children, writing))]
  const [own = '', ...images] = paragraphLines(first, writing)
  const isImage = own.startsWith('![')
  return [isImage ? sign : `${sign} ${own}`.trimEnd(), ...indented([...(isImage ? [own] : []), ...images, ...blockLines(rest, writing)])]
}

function listLines(node: List, writing: BlockWriting): string[] {
  return node.children.flatMap((item, index) => {
    const sign = typeof item.checked === 'boolean' ? `- [${item.checked ? 'x' : ' '}]` : node.ordered === true ? `${(node.start ?? 1) + index}.` : '-'
    return leading(sign, item.children, writing)
  })
}

function tableLines(node: Table, writing: BlockWriting): string[] {
  const [head, ...rows] = node.children.map((row) => ['<tr>', ...row.children.map((cell) => `<td>${inlineText(cell.children, writing)}</td>`), '</tr>'])
  const parts = Math.max(1, Math.ceil(rows.length / MOST_ROWS))
  return Array.from({ length: parts }, (_, part) => [
    '<table header-row="true">',
    ...(head ?? []),
    ...rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS).flat(),
    '</table>',
  ]).flat()
}

const CALLOUTS: Readonly<Record<string, string>> = {
  note: 'icon="ℹ️" color="blue_bg"',
  tip: 'icon="💡" color="green_bg"',
  warning: 'icon="⚠️" color="yellow_bg"',
  danger: 'icon="🚨" color="red_bg"',
}

function containerLines(node: Extract<Nodes, { type: 'containerDirective' }>, writing: BlockWriting): string[] {
  if (node.children.length === 0) return []
  if (node.name === 'evidence') return ['<details>', '<summary>What the record shows</summary>', ...indented(blockLines(node.children, writing)), '</details>']
  if (node.name !== 'callout') return blockLines(node.children, writing)
  const [first, ...rest] = node.children
  const titled: readonly Nodes[] =
    first?.type === 'paragraph' && isLabel(first) ? [{ type: 'paragraph', children: [{ type: 'strong', children: first.children }] }, ...rest] : node.children
  return [`<callout ${CALLOUTS[node.attributes?.['kind'] ?? ''] ?? CALLOUTS['note']}>`, ...indented(blockLines(titled, writing)), '</callout>']
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `\t${line}`)
