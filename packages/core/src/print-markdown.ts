import type { Code, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast'
import { isLabel } from './normalise.ts'
import { printAttributes, printInline } from './print-inline.ts'

/** A normalised tree → our Markdown (GFM with directives), which parses to the same tree. */
export function printMarkdown(tree: Root): string {
  const text = printBlocks(tree.children, false)
  return text === '' ? '' : `${text}\n`
}

function printBlocks(children: readonly RootContent[], tight: boolean, otherFirst = false): string {
  const parts: string[] = []
  let other = otherFirst
  for (const [index, child] of children.entries()) {
    const before = children[index - 1]
    // Two lists of a kind side by side are told apart by their markers.
    if (before !== undefined) other = child.type === 'list' && before.type === 'list' && (before.ordered === true) === (child.ordered === true) && !other
    parts.push(printBlock(child, other))
  }
  return parts.join(tight ? '\n' : '\n\n')
}

function printBlock(node: RootContent, otherMarker: boolean): string {
  switch (node.type) {
    case 'paragraph':
      return printInline(node.children, 'block')
    case 'heading': {
      const text = printInline(node.children, 'heading')
      return text === '' ? '#'.repeat(node.depth) : `${'#'.repeat(node.depth)} ${text}`
    }
    case 'thematicBreak':
      return '***'
    case 'blockquote':
      return printBlocks(node.children, false)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n')
    case 'code':
      return printCode(node)
    case 'list':
      return printList(node, otherMarker)
    case 'table':
      return printTable(node)
    case 'containerDirective':
      return printContainer(node)
    case 'footnoteDefinition':
      return `[^${node.identifier}]: ${indent(printBlocks(node.children, false), 4)}`
    default:
      return ''
  }
}

function printCode(node: Code): string {
  const longest = (node.value.match(/^ *`{3,}/gm) ?? []).reduce((most, run) => Math.max(most, run.trim().length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${node.lang ?? ''}\n${node.value === '' ? '' : `${node.value}\n`}${fence}`
}

function printList(node: List, otherMarker: boolean): string {
  const items = node.children.map((item, index) => {
    const marker = node.ordered === true ? `${(node.start ?? 1) + index}${otherMarker ? ')' : '.'}` : otherMarker ? '+' : '-'
    return printItem(item, marker)
  })
  return items.join(node.spread === true ? '\n\n' : '\n')
}

function printItem(item: ListItem, marker: string): string {
  const [first] = item.children
  // Lists straight inside one another (`- - -`) would be a thematic break, so their markers alternate.
  let content = printBlocks(item.children, item.spread !== true, marker === '-')
  if (typeof item.checked === 'boolean') {
    const box = item.checked ? '[x]' : '[ ]'
    if (first?.type === 'paragraph') content = `${box} ${content}`
    else content = content === '' ? `${box} &#x20;` : `${box} &#x20;\n\n${content}`
  }
  return content === '' ? marker : `${marker} ${indent(content, marker.length + 1)}`
}

function indent(text: string, by: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`)
}

function printTable(node: Table): string {
  const [header, ...rows] = node.children.map((row) => `| ${row.children.map((cell) => printInline(cell.children, 'cell')).join(' | ')} |`)
  const rule = `| ${(node.align ?? []).map((align) => RULES[align ?? 'none']).join(' | ')} |`
  return [header ?? '', rule, ...rows].join('\n')
}

const RULES = { none: '---', left: ':--', right: '--:', center: ':-:' } as const

function printContainer(node: Extract<Nodes, { type: 'containerDirective' }>): string {
  const fence = ':'.repeat(2 + height(node))
  const [first] = node.children
  const labelled = first?.type === 'paragraph' && isLabel(first)
  const label = labelled ? `[${printInline(first.children, 'label')}]` : ''
  const content = printBlocks(labelled ? node.children.slice(1) : node.children, false)
  const opening = `${fence}${node.name}${label}${printAttributes(node.attributes)}`
  return content === '' ? `${opening}\n${fence}` : `${opening}\n${content}\n${fence}`
}

/** How many containers deep it goes, itself counted: an outer fence is longer than every fence within. */
function height(node: Nodes): number {
  if (!('children' in node)) return 0
  let most = 0
  for (const child of node.children) most = Math.max(most, height(child))
  return node.type === 'containerDirective' ? most + 1 : most
}
