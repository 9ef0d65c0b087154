import {
  exportedTree,
  footerInline,
  isLabel,
  normalise,
  plainText,
  printMarkdown,
  shortHash,
  type Document,
  type PageOptions,
  type RenderOptions,
} from '@blamefree/core'
import type { Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'

/** How directives become plain Markdown, callouts at the top excepted: another destination's heart, which the registry gives. */
export type Lower = (tree: Root, options: RenderOptions) => Root

/** The most characters that we put into a canvas (a bound of ours: Slack names none), the most cells of a table there, and the deepest heading. */
export const LONGEST_CANVAS = 100_000
export const MOST_CELLS = 300
const DEEPEST_HEADING = 3

/** A canvas' Markdown, and the sum of what it says, its last line aside. */
export interface RenderedCanvas {
  readonly markdown: string
  readonly sum: string
}

/** The whole document in what a canvas shows: longer tables in several, footnotes as numbers, callouts as quotes, images as links. */
export function renderCanvas(document: Document, options: PageOptions, lower: Lower): RenderedCanvas {
  const tree = exportedTree(document.tree, { evidence: options.evidence ?? false })
  const lowered = lower(tree, options.incident === undefined ? {} : { incident: options.incident })
  const notes = new Map(lowered.children.filter((node) => node.type === 'footnoteDefinition').map(({ identifier }, index) => [identifier, index + 1]))
  const adapted = lowered.children.flatMap((node) => adapt(node, notes)) as RootContent[]
  const copy: RootContent[] = options.audience === undefined ? [] : [italic([{ type: 'text', value: `Copy for: ${options.audience}` }])]
  const children = [...copy, ...adapted]
  const last = options.footer === null ? [] : [italic(footerInline(options.footer, false))]
  return {
    markdown: printMarkdown(normalise({ type: 'root', children: [...children, ...last] })),
    sum: shortHash(`${document.title}\n${printMarkdown(normalise({ type: 'root', children }))}`).slice(0, 10),
  }
}

function adapt(node: Nodes, notes: ReadonlyMap<string, number>, inLink = false): Nodes[] {
  const number = (identifier: string): PhrasingContent => ({ type: 'text', value: `[${notes.get(identifier) ?? '?'}]` })
  if (node.type === 'footnoteReference') return [number(node.identifier)]
  if (node.type === 'image') {
    const words: PhrasingContent[] = [{ type: 'text', value: node.alt ?? 'Image' }]
    return inLink || !/^https?:/.test(node.url) ? words : [{ type: 'link', url: node.url, title: null, children: words }]
  }
  if (!('children' in node)) return [node]
  const children = node.children.flatMap((child) => adapt(child, notes, inLink || node.type === 'link'))
  const adapted = { ...node, children } as Nodes
  if (adapted.type === 'table') return portionsOf(adapted)
  if (adapted.type === 'heading') return [{ ...adapted, depth: adapted.depth > DEEPEST_HEADING ? DEEPEST_HEADING : adapted.depth }]
  if (adapted.type === 'containerDirective') return [quoted(adapted)]
  if (adapted.type !== 'footnoteDefinition') return [adapted]
  const [first, ...rest] = adapted.children
  return first?.type === 'paragraph'
    ? [{ ...first, children: [number(adapted.identifier), { type: 'text', value: ' ' }, ...first.children] }, ...rest]
    : children
}

/** A table in as many as its cells need, each with the head. */
function portionsOf(table: Table): Table[] {
  const [head, ...rows] = table.children
  if (head === undefined) return []
  const most = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, head.children.length)) - 1)
  const count = Math.max(1, Math.ceil(rows.length / most))
  return Array.from({ length: count }, (_, index) => ({ ...table, children: [head, ...rows.slice(index * most, (index + 1) * most)] }))
}

function quoted(node: Extract<Nodes, { type: 'containerDirective' }>): Nodes {
  const [first, ...rest] = node.children
  const labelled = first?.type === 'paragraph' && isLabel(first)
  const title: PhrasingContent[] = labelled ? first.children : [{ type: 'text', value: 'Note' }]
  const words = plainText(title) === '' ? [{ type: 'text' as const, value: 'Note' }] : title
  return {
    type: 'blockquote',
    children: [{ type: 'paragraph', children: [{ type: 'strong', children: words }] }, ...(labelled ? rest : node.children)],
  }
}

const italic = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children: [{ type: 'emphasis', children }] })
