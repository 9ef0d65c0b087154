import { normalise, type Problem } from '@blamefree/core'
import type { BlockContent, Nodes, PhrasingContent, Root, TableRow } from 'mdast'
import { childOf, parameterOf, wordsOf, xmlTree, type XmlElement, type XmlNode } from './xml-tree.ts'

/** Storage format → a tree of ours. A macro that we have no counterpart for becomes its words, with a problem that names it. */
export function readStorage(text: string): { tree: Root; problems: Problem[] } {
  const problems: Problem[] = []
  const children = blocksOf(xmlTree(text), problems)
  return { tree: normalise({ type: 'root', children }), problems }
}

const CALLOUTS: Readonly<Record<string, string>> = { info: 'note', tip: 'tip', note: 'warning', warning: 'danger', panel: 'note' }
const INLINE = new Set(
  'strong b em i del s strike u sub sup code tt a br span ac:link ac:image ac:emoticon ac:inline-comment-marker time small big font'.split(' '),
)
const INLINE_MACROS = new Set(['status', 'anchor', 'jira'])

function blocksOf(nodes: readonly XmlNode[], problems: Problem[]): BlockContent[] {
  const blocks: BlockContent[] = []
  let loose: XmlNode[] = []
  const settle = (): void => {
    const children = inlineOf(loose, problems)
    if (children.some((node) => node.type !== 'text' || node.value.trim() !== '')) blocks.push({ type: 'paragraph', children })
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'end') continue
    if (node.type !== 'element' || INLINE.has(node.name) || INLINE_MACROS.has(node.attributes['ac:name'] ?? '')) loose.push(node)
    else {
      settle()
      blocks.push(...blockOf(node, problems))
    }
  }
  settle()
  return blocks
}

function blockOf(node: XmlElement, problems: Problem[]): BlockContent[] {
  const inside = (): BlockContent[] => blocksOf(node.children, problems)
  switch (node.name) {
    case 'p':
      return [{ type: 'paragraph', children: inlineOf(node.children, problems) }]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', depth: Number(node.name[1]) as 1 | 2 | 3 | 4 | 5 | 6, children: inlineOf(node.children, problems) }]
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'blockquote':
      return [{ type: 'blockquote', children: inside() }]
    case 'pre':
      return [{ type: 'code', value: wordsOf(node.children) }]
    case 'ul':
    case 'ol':
      return [listOf(node, problems)]
    case 'li':
      return [{ type: 'list', ordered: false, children: [{ type: 'listItem', children: inside() }] }]
    case 'ac:task-list':
      return [
        {
          type: 'list',
          ordered: false,
          children: elements(node)
            .filter(({ name }) => name === 'ac:task')
            .map((task) => taskOf(task, problems)),
        },
      ]
    case 'ac:task':
      return [{ type: 'list', ordered: false, children: [taskOf(node, problems)] }]
    case 'table':
      return tableOf(rowsIn(node), problems)
    case 'tr':
      return tableOf([node], problems)
    case 'ac:structured-macro':
      return macroOf(node, problems)
    default:
      return node.name.startsWith('ac:parameter') ? [] : inside()
  }
}

const elements = ({ children }: XmlElement): XmlElement[] => children.filter((child): child is XmlElement => child.type === 'element')

function listOf(node: XmlElement, problems: Problem[]): BlockContent {
  const start = Number(node.attributes['start'] ?? '1')
  const items = elements(node).map((item) => ({
    type: 'listItem' as const,
    children: item.name === 'li' ? blocksOf(item.children, problems) : blocksOf([item], problems),
  }))
  return { type: 'list', ordered: node.name === 'ol', start: Number.isSafeInteger(start) ? start : 1, children: items }
}

function taskOf(task: XmlElement, problems: Problem[]): { type: 'listItem'; checked: boolean; children: BlockContent[] } {
  const status = childOf(task, 'ac:task-status')
  return {
    type: 'listItem',
    checked: status !== null && wordsOf(status.children).trim() === 'complete',
    children: blocksOf(childOf(task, 'ac:task-body')?.children ?? [], problems),
  }
}

function rowsIn(node: XmlElement): XmlElement[] {
  return elements(node).flatMap((child) => (child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsIn(child) : []))
}

function tableOf(rows: readonly XmlElement[], problems: Problem[]): BlockContent[] {
  if (rows.length === 0) return []
  const children = rows.map((row): TableRow => ({
    type: 'tableRow',
    children: elements(row).map((cell) => ({ type: 'tableCell', children: lineOf(blocksOf(cell.children, problems)) })),
  }))
  const align = elements(rows[0] as XmlElement).map((cell) => alignOf(cell.attributes['style'] ?? childOf(cell, 'p')?.attributes['style'] ?? ''))
  return [{ type: 'table', align, children }]
}

function alignOf(style: string): 'left' | 'right' | 'center' | null {
  return (/text-align:\s*(left|right|center)/.exec(style)?.[1] ?? null) as 'left' | 'right' | 'center' | null
}

/** What stands in a cell as one line: its blocks with breaks between them. */
function lineOf(blocks: readonly Nodes[]): PhrasingContent[] {
  const line: PhrasingContent[] = []
  for (const block of blocks) {
    const words: PhrasingContent[] =
      block.type === 'paragraph' || block.type === 'heading'
        ? block.children
        : block.type === 'code'
          ? [{ type: 'inlineCode', value: block.value }]
          : 'children' in block
            ? lineOf(block.children)
            : []
    if (words.length > 0) line.push(...(line.length > 0 ? [{ type: 'break' } as const] : []), ...words)
  }
  return line
}

function macroOf(node: XmlElement, problems: Problem[]): BlockContent[] {
  const name = node.attributes['ac:name'] ?? ''
  const rich = childOf(node, 'ac:rich-text-body')
  const plain = childOf(node, 'ac:plain-text-body')
  if (name === 'code' || name === 'noformat') return [{ type: 'code', lang: parameterOf(node, 'language'), value: wordsOf(plain?.children ?? []) }]
  const inside = rich === null ? [] : blocksOf(rich.children, problems)
  if (name === 'expand' || name === 'evidence') {
    const title = parameterOf(node, 'title')
    if (title === 'What the record shows') return [{ type: 'containerDirective', name: 'evidence', attributes: {}, children: inside }]
    return [
      ...(title === null ? [] : [{ type: 'paragraph' as const, children: [{ type: 'strong' as const, children: [{ type: 'text' as const, value: title }] }] }]),
      ...inside,
    ]
  }
  const kind = CALLOUTS[name]
  if (kind !== undefined) {
    const title = parameterOf(node, 'title')
    const label: BlockContent[] = title === null ? [] : [{ type: 'paragraph', data: { directiveLabel: true }, children: [{ type: 'text', value: title }] }]
    return [{ type: 'containerDirective', name: 'callout', attributes: { kind }, children: [...label, ...inside] }]
  }
  problems.push({ code: 'confluence/macro', message: `The macro “${name}” has no counterpart: only its words were taken over.`, weight: 'warning' })
  return plain === null ? inside : [{ type: 'code', value: wordsOf(plain.children) }]
}

const MARKS: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
}

function inlineOf(nodes: readonly XmlNode[], problems: Problem[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'end') return []
    if (node.type !== 'element') return [{ type: 'text', value: node.value.replace(/[\s\u00a0]+/g, ' ') }]
    const mark = MARKS[node.name]
    if (mark !== undefined) return [{ type: mark, children: inlineOf(node.children, problems) }]
    switch (node.name) {
      case 'br':
        return [{ type: 'break' }]
      case 'code':
      case 'tt':
        return [{ type: 'inlineCode', value: wordsOf(node.children) }]
      case 'a':
        return [{ type: 'link', url: node.attributes['href'] ?? '', title: node.attributes['title'] ?? null, children: inlineOf(node.children, problems) }]
      case 'time':
        return [{ type: 'text', value: node.attributes['datetime'] ?? wordsOf(node.children) }]
      case 'ac:image':
        return [imageOf(node)]
      case 'ac:emoticon':
        return [{ type: 'text', value: node.attributes['ac:emoji-fallback'] ?? '' }]
      case 'ac:link':
        return linkOf(node, problems)
      case 'ac:structured-macro':
        return node.attributes['ac:name'] === 'status'
          ? [{ type: 'text', value: parameterOf(node, 'title') ?? '' }]
          : node.attributes['ac:name'] === 'jira'
            ? [{ type: 'text', value: parameterOf(node, 'key') ?? '' }]
            : [{ type: 'text', value: wordsOf(node.children) }]
      default:
        return inlineOf(node.children, problems)
    }
  })
}

function imageOf(node: XmlElement): PhrasingContent {
  const attachment = childOf(node, 'ri:attachment')?.attributes['ri:filename']
  const url = childOf(node, 'ri:url')?.attributes['ri:value']
  return { type: 'image', url: url ?? attachment ?? '', alt: node.attributes['ac:alt'] ?? '', title: node.attributes['ac:title'] ?? null }
}

/** A link of Confluence's own: its words, or the name of what it leads to. */
function linkOf(node: XmlElement, problems: Problem[]): PhrasingContent[] {
  const body = childOf(node, 'ac:link-body') ?? childOf(node, 'ac:plain-text-link-body')
  if (body !== null)
    return inlineOf(
      body.children.map((child) => (child.type === 'cdata' ? { type: 'text', value: child.value } : child)),
      problems,
    )
  const target = elements(node)[0]
  const user = target?.attributes['ri:account-id'] ?? target?.attributes['ri:userkey'] ?? target?.attributes['ri:username']
  if (user !== undefined) {
    problems.push({
      code: 'confluence/mention',
      message: 'Somebody who is mentioned there has become the id that Confluence knows them by.',
      weight: 'warning',
    })
    return [{ type: 'text', value: `@${user}` }]
  }
  return [{ type: 'text', value: target?.attributes['ri:content-title'] ?? target?.attributes['ri:filename'] ?? '' }]
}
