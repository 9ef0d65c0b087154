import { instantAt, inlineOf, isRecord, listAt, normalise, numberAt, textAt, valueAt } from '@blamefree/core'
import type { BlockContent, ListItem, Nodes, PhrasingContent, Root, RootContent, TableRow } from 'mdast'

/**
 * Atlassian Document Format (developer.atlassian.com, `@atlaskit/adf-schema`) → a tree. What Markdown has no word for keeps its words: colours, underlines
 * and layouts go, panels become quotes, expands a bold line with what they hide, files their names.
 */
export function adfTree(document: unknown): Root {
  return { type: 'root', children: blocks(listAt(document, 'content'), 0) }
}

/** Whether a value is a document in this format, or looks like one. */
export function isAdf(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value['content'])
}

const DEEPEST = 40

function blocks(nodes: readonly unknown[], depth: number): RootContent[] {
  if (depth > DEEPEST) return []
  const found: RootContent[] = []
  let loose: PhrasingContent[] = []
  const settle = (): void => {
    if (loose.length > 0) found.push({ type: 'paragraph', children: loose })
    loose = []
  }
  for (const node of nodes) {
    const inline = phrase(node)
    if (inline !== null) loose.push(...inline)
    else {
      settle()
      found.push(...block(node, depth + 1))
    }
  }
  settle()
  return found
}

function block(node: unknown, depth: number): RootContent[] {
  const content = listAt(node, 'content')
  const within = (): BlockContent[] => blocks(content, depth) as BlockContent[]
  switch (textAt(node, 'type')) {
    case 'paragraph':
      return [{ type: 'paragraph', children: phrases(content) }]
    case 'caption':
      return [{ type: 'paragraph', children: [{ type: 'emphasis', children: phrases(content) }] }]
    case 'heading':
      return [{ type: 'heading', depth: headingDepth(node), children: phrases(content) }]
    case 'bulletList':
    case 'decisionList':
    case 'taskList':
      return [{ type: 'list', ordered: false, spread: false, children: items(content, depth) }]
    case 'orderedList':
      return [
        { type: 'list', ordered: true, start: Math.max(0, Math.trunc(numberAt(node, 'attrs', 'order') ?? 1)), spread: false, children: items(content, depth) },
      ]
    case 'blockquote':
    case 'panel':
      return [{ type: 'blockquote', children: within() }]
    case 'codeBlock':
      return [{ type: 'code', lang: textAt(node, 'attrs', 'language'), value: content.map(codeText).join('') }]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return table(content, depth)
    case 'expand':
    case 'nestedExpand':
      return [...bold(textAt(node, 'attrs', 'title')), ...within()]
    case 'blockCard':
    case 'embedCard':
      return [{ type: 'paragraph', children: card(node) }]
    case 'mediaSingle':
    case 'mediaGroup':
      return content.flatMap((part) => (textAt(part, 'type') === 'media' ? [{ type: 'paragraph', children: media(part) }] : block(part, depth + 1)))
    default:
      return content.length > 0 ? within() : paragraphOf(textAt(node, 'attrs', 'text'))
  }
}

function codeText(part: unknown): string {
  const text = valueAt(part, 'text')
  return typeof text === 'string' ? text : ''
}

const bold = (text: string | null): RootContent[] =>
  text === null ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: text }] }] }]
const paragraphOf = (text: string | null): RootContent[] => (text === null ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: text }] }])

function headingDepth(node: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, Math.trunc(numberAt(node, 'attrs', 'level') ?? 1))) as 1
}

function items(nodes: readonly unknown[], depth: number): ListItem[] {
  return nodes.flatMap((node): ListItem[] => {
    const type = textAt(node, 'type')
    const children = blocks(listAt(node, 'content'), depth + 1) as BlockContent[]
    // A list of tasks directly inside another is an indented one.
    if (type === 'taskList') return [{ type: 'listItem', spread: false, children: block(node, depth + 1) as BlockContent[] }]
    const checked = type === 'taskItem' ? textAt(node, 'attrs', 'state') === 'DONE' : null
    return [{ type: 'listItem', spread: false, checked, children }]
  })
}

function table(rows: readonly unknown[], depth: number): RootContent[] {
  const cells = rows.map((row) =>
    listAt(row, 'content').flatMap((cell) => {
      const children = inlineOf(normalise({ type: 'root', children: blocks(listAt(cell, 'content'), depth + 1) }))
      const more = Math.min(50, Math.max(1, Math.trunc(numberAt(cell, 'attrs', 'colspan') ?? 1))) - 1
      return [children, ...Array.from({ length: more }, (): PhrasingContent[] => [])]
    }),
  )
  const width = Math.min(200, Math.max(0, ...cells.map((row) => row.length)))
  if (width === 0) return []
  const children = cells.map((row): TableRow => {
    const filled = Array.from({ length: width }, (_, index) => row[index] ?? [])
    return { type: 'tableRow', children: filled.map((content) => ({ type: 'tableCell', children: content })) }
  })
  return [{ type: 'table', align: Array.from({ length: width }, () => null), children }]
}

const phrases = (nodes: readonly unknown[]): PhrasingContent[] => nodes.flatMap((node) => phrase(node) ?? phrasesWithin(node, 0))

/** A block where only words may stand: its words. */
function phrasesWithin(node: unknown, depth: number): PhrasingContent[] {
  return depth > DEEPEST ? [] : listAt(node, 'content').flatMap((part) => phrase(part) ?? phrasesWithin(part, depth + 1))
}

/** An inline node; null for one that is none. */
function phrase(node: unknown): PhrasingContent[] | null {
  const attribute = (name: string): string | null => textAt(node, 'attrs', name)
  switch (textAt(node, 'type')) {
    case 'text':
      return marked(node)
    case 'hardBreak':
      return [{ type: 'break' }]
    case 'mention':
      return words(attribute('text') ?? attribute('id'), '@')
    case 'emoji':
      return words(attribute('text') ?? attribute('shortName'))
    case 'date':
      return words(instantAt(numberAt(node, 'attrs', 'timestamp') ?? 0)?.slice(0, 10) ?? null)
    case 'status':
      return attribute('text') === null ? [] : [{ type: 'strong', children: words(attribute('text')) }]
    case 'inlineCard':
      return card(node)
    case 'mediaInline':
      return media(node)
    case 'inlineExtension':
      return words(attribute('text'))
    case 'placeholder':
      return []
    default:
      return null
  }
}

function words(text: string | null, mark = ''): PhrasingContent[] {
  return text === null ? [] : [{ type: 'text', value: text.startsWith(mark) ? text : `${mark}${text}` }]
}

function card(node: unknown): PhrasingContent[] {
  const url = textAt(node, 'attrs', 'url') ?? textAt(node, 'attrs', 'data', 'url')
  return url === null ? [] : [{ type: 'link', title: null, url, children: [{ type: 'text', value: url }] }]
}

function media(node: unknown): PhrasingContent[] {
  const alt = textAt(node, 'attrs', 'alt') ?? 'file'
  const url = textAt(node, 'attrs', 'url')
  return url !== null && /^https?:/i.test(url) ? [{ type: 'image', url, alt, title: null }] : [{ type: 'emphasis', children: words(`Attachment: ${alt}`) }]
}

function marked(node: unknown): PhrasingContent[] {
  const value = valueAt(node, 'text')
  if (typeof value !== 'string' || value === '') return []
  const marks = listAt(node, 'marks')
  const has = (type: string): boolean => marks.some((mark) => textAt(mark, 'type') === type)
  let content: Nodes = has('code') ? { type: 'inlineCode', value } : { type: 'text', value }
  if (has('strike')) content = { type: 'delete', children: [content] }
  if (has('em')) content = { type: 'emphasis', children: [content] }
  if (has('strong')) content = { type: 'strong', children: [content] }
  const href = marks.map((mark) => (textAt(mark, 'type') === 'link' ? textAt(mark, 'attrs', 'href') : null)).find((url) => url !== null)
  return [href === undefined || href === null ? content : { type: 'link', url: href, title: null, children: [content] }]
}
