import { normalise } from '@blamefree/core'
import type { AlignType, BlockContent, ListItem, Nodes, PhrasingContent, Root, TableCell } from 'mdast'
import { marksAround, parsedAttribute, type EditorMark, type EditorNode } from './editor-node.ts'

/**
 * What the editor has, as a document's tree. Takes anything: what does not fit the schema (from another version, from a hostile client) becomes text or its children, and the
 * result is normalised. Marks of comments are no part of it.
 */
export function treeOfEditor(doc: EditorNode): Root {
  return normalise({ type: 'root', children: blocksOf(doc) })
}

const childrenOf = (node: EditorNode): readonly EditorNode[] => node.content ?? []

function blocksOf(node: EditorNode): BlockContent[] {
  return childrenOf(node).flatMap((child, index) => blockOf(child, index === 0)) as BlockContent[]
}

function blockOf(node: EditorNode, first: boolean): Nodes[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlineOf(node) }]
    case 'title':
      return [{ type: 'paragraph', ...(first ? { data: { directiveLabel: true } as object } : {}), children: inlineOf(node) }]
    case 'heading':
      return [{ type: 'heading', depth: Number(node.attrs?.['level']) as 1, children: inlineOf(node) }]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(node) }]
    case 'bulletList':
    case 'orderedList':
      return [{ type: 'list', ordered: node.type === 'orderedList', start: Number(node.attrs?.['start'] ?? 1), children: childrenOf(node).map(itemOf) }]
    case 'codeBlock':
      return [{ type: 'code', lang: stringOr(node.attrs?.['language'], null), value: wordsOf(node) }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return [tableOf(node)]
    case 'container':
      return [{ type: 'containerDirective', name: stringOr(node.attrs?.['name'], ''), attributes: attributesOf(node), children: blocksOf(node) }]
    case 'footnote':
      return [{ type: 'footnoteDefinition', identifier: stringOr(node.attrs?.['identifier'], '1'), children: blocksOf(node) }]
    default:
      return isInline(node) ? inlineOf({ type: 'paragraph', content: [node] }) : blocksOf(node)
  }
}

const INLINE = new Set(['text', 'hardBreak', 'image', 'footnoteReference', 'directive'])
const isInline = ({ type }: EditorNode): boolean => INLINE.has(type)

function itemOf(node: EditorNode): ListItem {
  const checked = node.attrs?.['checked']
  return { type: 'listItem', checked: typeof checked === 'boolean' ? checked : null, children: node.type === 'listItem' ? blocksOf(node) : oneBlock(node) }
}

const oneBlock = (node: EditorNode): BlockContent[] => blockOf(node, false) as BlockContent[]

function tableOf(node: EditorNode): Nodes {
  const rows = childrenOf(node).map((row) => childrenOf(row))
  const align = (rows[0] ?? []).flatMap((cell) => [stringOr(cell.attrs?.['align'], null) as AlignType, ...spanned(cell, null)])
  const children = rows.map((cells) => ({
    type: 'tableRow' as const,
    children: cells.flatMap((cell): TableCell[] => [
      { type: 'tableCell', children: cellOf(cell) },
      ...spanned<TableCell>(cell, { type: 'tableCell', children: [] }),
    ]),
  }))
  return { type: 'table', align, children }
}

/** A document has no cells that span columns: what a cell covers besides its own column is empty. */
function spanned<Value>(cell: EditorNode, value: Value): Value[] {
  const span = Number(cell.attrs?.['colspan'] ?? 1)
  return Array.from({ length: span > 1 && span <= 100 ? Math.trunc(span) - 1 : 0 }, () => value)
}

function cellOf(cell: EditorNode): PhrasingContent[] {
  return childrenOf(cell).flatMap((block, index) => {
    const inline = inlineOf(block)
    return index > 0 && inline.length > 0 ? [{ type: 'break' as const }, ...inline] : inline
  })
}

function inlineOf(node: EditorNode): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let before: readonly EditorMark[] = []
  for (const child of childrenOf(node)) {
    const marks = child.type === 'hardBreak' && typeof child.attrs?.['around'] !== 'string' ? before : marksAround(child)
    const leaf = leafOf(child)
    if (leaf !== null) result.push(marked(leaf, marks))
    before = marks
  }
  return result
}

function leafOf(node: EditorNode): PhrasingContent | null {
  switch (node.type) {
    case 'text':
      return { type: (node.marks ?? []).some(({ type }) => type === 'code') ? 'inlineCode' : 'text', value: node.text ?? '' }
    case 'hardBreak':
      return { type: 'break' }
    case 'image':
      return {
        type: 'image',
        url: stringOr(node.attrs?.['src'], ''),
        alt: stringOr(node.attrs?.['alt'], ''),
        title: stringOr(node.attrs?.['title'], null),
      }
    case 'footnoteReference': {
      const identifier = stringOr(node.attrs?.['identifier'], '1')
      return { type: 'footnoteReference', identifier, label: identifier }
    }
    case 'directive':
      return { type: 'textDirective', name: stringOr(node.attrs?.['name'], ''), attributes: attributesOf(node), children: labelOf(node) }
    default: {
      const value = wordsOf(node)
      return value === '' ? null : { type: 'text', value }
    }
  }
}

const WRAPPERS: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = { bold: 'strong', italic: 'emphasis', strike: 'delete' }

function marked(leaf: PhrasingContent, marks: readonly EditorMark[]): PhrasingContent {
  return marks.reduceRight<PhrasingContent>((inner, { type, attrs }) => {
    const wrapper = WRAPPERS[type]
    if (wrapper !== undefined) return { type: wrapper, children: [inner] }
    return type === 'link' ? { type, url: stringOr(attrs?.['href'], ''), title: stringOr(attrs?.['title'], null), children: [inner] } : inner
  }, leaf)
}

function attributesOf(node: EditorNode): Record<string, string> {
  const attributes = parsedAttribute(node.attrs?.['attributes'])
  return attributes === null || Array.isArray(attributes) ? {} : (attributes as Record<string, string>)
}

/** Only plain words and marks of them are read from a label; a label is JSON that anybody may have written. */
function labelOf(node: EditorNode): PhrasingContent[] {
  const label = parsedAttribute(node.attrs?.['label'])
  return Array.isArray(label) ? label.flatMap((part) => labelNode(part, 0)) : []
}

function labelNode(part: unknown, depth: number): PhrasingContent[] {
  if (typeof part !== 'object' || part === null || depth > 20) return []
  const { type, value, children } = part as { type?: unknown; value?: unknown; children?: unknown }
  if ((type === 'text' || type === 'inlineCode') && typeof value === 'string') return [{ type, value }]
  const inner = Array.isArray(children) ? children.flatMap((child) => labelNode(child, depth + 1)) : []
  return type === 'strong' || type === 'emphasis' || type === 'delete' ? [{ type, children: inner }] : inner
}

function wordsOf(node: EditorNode): string {
  return (node.text ?? '') + childrenOf(node).map(wordsOf).join('')
}

function stringOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other
}
