import { isLabel } from '@blamefree/core'
import type { Nodes, Paragraph, PhrasingContent, Table } from 'mdast'
import { paragraph, words, type AdfMark, type AdfNode } from './adf.ts'
import { altOf, inlineAdf, pictureFile } from './adf-inline.ts'
import { listAdf } from './adf-list.ts'
import { tableAdf } from './adf-table.ts'
import { pictureAdf } from './picture.ts'
import { lose, type Writing } from './writing.ts'

/** Where blocks stand; the schema allows less in each than on the page. */
export type AdfPlace = 'page' | 'expand' | 'panel' | 'quote' | 'item'

/** The title of an expand that holds evidence. */
export const EVIDENCE_TITLE = 'What the record shows'

/** Blocks → ADF. What may not stand in a place is said by what may: a heading in a quote is a paragraph in bold. */
export function blocksAdf(nodes: readonly Nodes[], place: AdfPlace, writing: Writing): AdfNode[] {
  return nodes.flatMap((node) => blockAdf(node, place, writing))
}

const wide = (place: AdfPlace): boolean => place === 'page' || place === 'expand'

function blockAdf(node: Nodes, place: AdfPlace, writing: Writing): AdfNode[] {
  switch (node.type) {
    case 'paragraph':
      return (wide(place) ? picturesAdf(node, writing) : null) ?? filled(inlineAdf(node.children, writing))
    case 'heading':
      return headingAdf(node, place, writing)
    case 'thematicBreak':
      if (wide(place) || place === 'panel') return [{ type: 'rule' }]
      lose(writing, 'thematic-break', 'dropped')
      return []
    case 'code':
      return [codeAdf(node.lang ?? null, node.value)]
    case 'blockquote': {
      const inner = blocksAdf(node.children, wide(place) ? 'quote' : place, writing)
      if (wide(place)) return inner.length === 0 ? [] : [{ type: 'blockquote', content: inner }]
      lose(writing, 'blockquote')
      return inner
    }
    case 'list':
      return listAdf(node, { tasks: place !== 'quote', inner: (nodes) => blocksAdf(nodes, 'item', writing) }, writing)
    case 'table':
      return wide(place) ? tableAdf(node, writing) : rowsAsLines(node, writing)
    case 'containerDirective':
      return containerAdf(node, place, writing)
    default:
      return []
  }
}

/** A paragraph of images alone, each shown by itself; null where something else is in it, or a file has not come along. */
function picturesAdf({ children }: Paragraph, writing: Writing): AdfNode[] | null {
  const shown = children.filter((child) => child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''))
  const pictures = shown.map((child) => {
    const file = child.type === 'image' ? pictureFile(child, writing) : null
    return child.type === 'image' && file !== null ? pictureAdf(file, altOf(child)) : null
  })
  return pictures.length === 0 || pictures.includes(null) ? null : pictures.filter((picture) => picture !== null)
}

const filled = (content: readonly AdfNode[]): AdfNode[] => (content.length === 0 ? [] : [paragraph(content)])

function headingAdf(node: Extract<Nodes, { type: 'heading' }>, place: AdfPlace, writing: Writing): AdfNode[] {
  if (wide(place) || place === 'panel') {
    const content = inlineAdf(node.children, writing)
    return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: node.depth }, content }]
  }
  lose(writing, 'heading')
  return bold(node.children, writing)
}

const STRONG: AdfMark = { type: 'strong' }
const bold = (children: readonly PhrasingContent[], writing: Writing): AdfNode[] => filled(inlineAdf(children, writing, [STRONG]))

function codeAdf(language: string | null, value: string): AdfNode {
  return {
    type: 'codeBlock',
    ...(language === null ? {} : { attrs: { language } }),
    ...(value === '' ? {} : { content: [words(value)] }),
  }
}

/** A table where none may stand: a line for each row. */
function rowsAsLines(node: Table, writing: Writing): AdfNode[] {
  lose(writing, 'table')
  return node.children.flatMap((row, index) => {
    const cells = row.children.map((cell) => inlineAdf(cell.children, writing, index === 0 ? [STRONG] : [])).filter((cell) => cell.length > 0)
    return filled(cells.flatMap((cell, column) => (column === 0 ? cell : [words(' | '), ...cell])))
  })
}

const PANELS: Readonly<Record<string, string>> = { note: 'info', tip: 'success', warning: 'warning', danger: 'error' }
const TITLES: Readonly<Record<string, string>> = { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' }

function containerAdf(node: Extract<Nodes, { type: 'containerDirective' }>, place: AdfPlace, writing: Writing): AdfNode[] {
  if (node.name === 'callout') {
    const given = node.attributes?.['kind'] ?? ''
    const kind = Object.hasOwn(PANELS, given) ? given : 'note'
    const [first, ...rest] = node.children
    const titled = first !== undefined && isLabel(first)
    const title = titled ? bold((first as Paragraph).children, writing) : []
    const inner = blocksAdf(titled ? rest : node.children, wide(place) ? 'panel' : place, writing)
    if (title.length + inner.length === 0) return []
    if (wide(place)) return [{ type: 'panel', attrs: { panelType: PANELS[kind] }, content: [...title, ...inner] }]
    lose(writing, 'callout')
    return [...(titled ? title : [paragraph([words(TITLES[kind] ?? 'Note', [STRONG])])]), ...inner]
  }
  if (node.name === 'evidence') {
    const inner = blocksAdf(node.children, place === 'page' ? 'expand' : place, writing)
    if (inner.length === 0) return []
    if (place === 'page') return [{ type: 'expand', attrs: { title: EVIDENCE_TITLE }, content: inner }]
    lose(writing, 'evidence')
    return [paragraph([words(EVIDENCE_TITLE, [STRONG])]), ...inner]
  }
  if (node.name !== 'timeline') return blocksAdf(node.children, place, writing)
  return node.children.flatMap((child) => (child.type === 'table' && wide(place) ? tableAdf(child, writing, true) : blockAdf(child, place, writing)))
}
