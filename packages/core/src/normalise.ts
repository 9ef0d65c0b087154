import type { BlockContent, Definition, FootnoteDefinition, List, ListItem, Nodes, Root, RootContent, Table, TableCell } from 'mdast'
import { cleanCode } from './clean-text.ts'
import { DIRECTIVES } from './document.ts'
import { cleanAttributes, type InlineContext, type Report } from './inline-rules.ts'
import { normaliseInline } from './normalise-inline.ts'
import { plainText } from './plain-text.ts'

/**
 * Any mdast tree → the restricted tree that a document holds, with fresh nodes: no raw HTML, positions or definitions, known directives only,
 * links of safe schemes only, marks in one order, merged text, rectangular tables, footnotes at the end. What is not allowed becomes text, or
 * goes with a word to `report`. Idempotent.
 */
export function normalise(tree: Root, report: Report = () => undefined): Root {
  const definitions = new Map<string, Definition>()
  const notes: FootnoteDefinition[] = []
  collect(tree, definitions, notes)
  const footnotes = new Map<string, string>()
  const taken = new Set<string>()
  for (const note of notes) if (!footnotes.has(note.identifier) && !isEmpty(note)) footnotes.set(note.identifier, freeName(note.identifier, taken))
  const context: Context = { inline: { report, definitions, footnotes, place: 'block' }, depth: 0 }
  const children: RootContent[] = blocks(tree.children, context)
  const done = new Set<string>()
  for (const note of notes) {
    const identifier = footnotes.get(note.identifier)
    if (identifier === undefined || done.has(identifier)) continue
    done.add(identifier)
    const content = blocks(note.children, { ...context, depth: 1 })
    children.push({ type: 'footnoteDefinition', identifier, label: identifier, children: content.length > 0 ? content : [NO_WORDS] })
  }
  return { type: 'root', children }
}

interface Context {
  readonly inline: InlineContext
  readonly depth: number
}

const DEEPEST = 24
const CONTAINERS: readonly string[] = DIRECTIVES.container
const INLINE = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'textDirective',
])
const NO_WORDS: BlockContent = { type: 'paragraph', children: [{ type: 'text', value: '\u2026' }] }

function collect(tree: Root, definitions: Map<string, Definition>, notes: FootnoteDefinition[]): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition') {
      const name = node.identifier.toLowerCase()
      if (!definitions.has(name)) definitions.set(name, node)
    } else if (node.type === 'footnoteDefinition') notes.push(node)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index] as Nodes
      // Asked for as a property, which is quicker than `in`, of hundred thousands of nodes.
      if ((child as { children?: unknown }).children !== undefined || child.type === 'definition') waiting.push(child)
    }
  }
}

function isEmpty(note: FootnoteDefinition): boolean {
  return note.children.length === 0
}

function freeName(identifier: string, taken: Set<string>): string {
  const wanted = /^[a-z0-9][a-z0-9-]{0,39}$/.test(identifier) ? identifier : 'note'
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`
  taken.add(name)
  return name
}

function blocks(children: readonly Nodes[], context: Context): BlockContent[] {
  const result: BlockContent[] = []
  let loose: Nodes[] = []
  const settle = (): void => {
    if (loose.length > 0) pushParagraph(loose, context, result)
    loose = []
  }
  for (const node of children) {
    if (INLINE.has(node.type)) loose.push(node)
    else {
      settle()
      if (context.depth > DEEPEST && 'children' in node && node.type !== 'paragraph') {
        context.inline.report('depth', node)
        pushParagraph([{ type: 'text', value: plainText(node) }], context, result)
      } else pushBlock(node, context, result)
    }
  }
  settle()
  return result
}

function pushParagraph(children: readonly Nodes[], { inline }: Context, result: BlockContent[]): void {
  const content = normaliseInline(children, inline)
  if (content.length > 0) result.push({ type: 'paragraph', children: content })
}

function pushBlock(node: Nodes, context: Context, result: BlockContent[]): void {
  const deeper = { ...context, depth: context.depth + 1 }
  switch (node.type) {
    case 'paragraph':
      pushParagraph(node.children, context, result)
      return
    case 'heading':
      result.push({ type: 'heading', depth: depthOf(node.depth), children: normaliseInline(node.children, { ...context.inline, place: 'line' }) })
      return
    case 'thematicBreak':
      result.push({ type: 'thematicBreak' })
      return
    case 'code':
      result.push({
        type: 'code',
        lang: /^[^\s`~&\\<>\ud800-\udfff\u0000-\u001f]{1,40}$/.test(node.lang ?? '') ? (node.lang ?? null) : null,
        meta: null,
        value: cleanCode(node.value),
      })
      return
    case 'blockquote': {
      const children = blocks(node.children, deeper)
      if (children.length > 0) result.push({ type: 'blockquote', children })
      return
    }
    case 'list':
      pushList(node, deeper, result)
      return
    case 'listItem':
      pushList({ type: 'list', children: [node] }, deeper, result)
      return
    case 'table':
      pushTable(node, context, result)
      return
    case 'containerDirective':
      pushContainer(node, deeper, result)
      return
    case 'definition':
    case 'footnoteDefinition':
      return
    default:
      pushOther(node, deeper, result)
  }
}

function pushOther(node: Nodes, context: Context, result: BlockContent[]): void {
  if (node.type === 'html') {
    const rest = node.value.replace(/<!--[^]*?(?:-->|$)/g, '').trim()
    if (rest !== node.value.trim()) context.inline.report('comment', node)
    if (rest === '' || /^<br\s*\/?>$/i.test(rest)) return
    context.inline.report('html', node)
    pushParagraph([{ type: 'text', value: rest }], context, result)
    return
  }
  context.inline.report(node.type === 'leafDirective' ? 'directive' : 'node', node)
  if (node.type === 'leafDirective') pushParagraph([{ type: 'text', value: `::${node.name}` }], context, result)
  else if ('children' in node) result.push(...blocks(node.children, context))
  else if ('value' in node && node.type !== 'yaml') pushParagraph([{ type: 'text', value: node.value }], context, result)
}

function depthOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, Math.trunc(depth) || 1)) as 1 | 2 | 3 | 4 | 5 | 6
}

function pushContainer(node: Extract<Nodes, { type: 'containerDirective' }>, context: Context, result: BlockContent[]): void {
  if (!CONTAINERS.includes(node.name)) {
    context.inline.report('directive', node)
    result.push(...blocks(node.children, context))
    return
  }
  const [first] = node.children
  const label =
    node.name === 'callout' && first?.type === 'paragraph' && isLabel(first) ? normaliseInline(first.children, { ...context.inline, place: 'label' }) : []
  const children = blocks(label.length > 0 ? node.children.slice(1) : node.children, context)
  if (label.length > 0) children.unshift({ type: 'paragraph', data: { directiveLabel: true }, children: label })
  result.push({ type: 'containerDirective', name: node.name, attributes: cleanAttributes(node.attributes), children })
}

/** Whether a paragraph is the label of the container it stands first in (a callout's title). */
export function isLabel(node: Nodes): boolean {
  return node.type === 'paragraph' && (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true
}

function pushList(node: List, context: Context, result: BlockContent[]): void {
  const items: ListItem[] = []
  for (const item of node.children as Nodes[]) {
    const whole = item.type === 'listItem'
    const children = blocks(whole ? item.children : [item], context)
    if (children.length === 0 && !whole) continue
    items.push({ type: 'listItem', spread: !isTight(children), checked: whole && typeof item.checked === 'boolean' ? item.checked : null, children })
  }
  if (items.length === 0) return
  const ordered = node.ordered === true
  const start = ordered ? Math.min(999_999_999 - items.length, Math.max(0, Math.trunc(node.start ?? 1) || 0)) : null
  result.push({ type: 'list', ordered, start, spread: items.some((item) => item.spread === true), children: items })
}

/** Whether an item can be written without blank lines: one block, or a paragraph and one list that can interrupt it. */
function isTight(children: readonly BlockContent[]): boolean {
  const [first, second] = children
  if (children.length < 2) return true
  if (children.length > 2 || first?.type !== 'paragraph' || second?.type !== 'list') return false
  return (second.ordered !== true || second.start === 1) && second.children[0]?.children[0]?.type === 'paragraph'
}

function pushTable(node: Table, context: Context, result: BlockContent[]): void {
  const inline: InlineContext = { ...context.inline, place: 'cell' }
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  if (width === 0) return
  const rows = node.children.map((row) => {
    const cells: TableCell[] = row.children.map((cell) => ({ type: 'tableCell', children: normaliseInline(cell.children, inline) }))
    while (cells.length < width) cells.push({ type: 'tableCell', children: [] })
    return { type: 'tableRow' as const, children: cells }
  })
  const align = Array.from({ length: width }, (_, index) => alignOf(node.align?.[index]))
  result.push({ type: 'table', align, children: rows })
}

function alignOf(align: string | null | undefined): 'left' | 'right' | 'center' | null {
  return align === 'left' || align === 'right' || align === 'center' ? align : null
}
