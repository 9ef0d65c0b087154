import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import { wikiInline } from './wiki-inline.ts'

/**
 * Jira's wiki markup, which API v2 and Jira Data Center speak (jira.atlassian.com "Text Formatting Notation Help") → a tree. Colours, anchors and sizes go; panels
 * and quotes become quotes, `{noformat}` and `{code}` code.
 */
export function wikiTree(text: string): Root {
  return { type: 'root', children: blocks(text.replace(/\r\n?/g, '\n').split('\n'), 0) }
}

const DEEPEST = 8

interface Lines {
  readonly lines: readonly string[]
  at: number
}

function blocks(lines: readonly string[], depth: number): RootContent[] {
  const input: Lines = { lines, at: 0 }
  const found: RootContent[] = []
  while (input.at < lines.length) {
    const line = lines[input.at] ?? ''
    if (line.trim() === '') input.at++
    else found.push(...(fenced(input, line, depth) ?? heading(input, line) ?? table(input, line) ?? list(input, line) ?? paragraph(input)))
  }
  return found
}

const FENCE = /^\s*\{(code|noformat|quote|panel)(?::([^}]*))?\}(.*)$/i

function fenced(input: Lines, line: string, depth: number): RootContent[] | null {
  const match = FENCE.exec(line)
  if (match === null) return null
  const [, name = '', parameters = '', rest = ''] = match
  const closing = new RegExp(`\\{${name}\\}`, 'i')
  const inside: string[] = []
  let here = rest
  for (;;) {
    const end = closing.exec(here)
    inside.push(end === null ? here : here.slice(0, end.index))
    input.at++
    if (end !== null || input.at >= input.lines.length) break
    here = input.lines[input.at] ?? ''
  }
  while (inside.at(-1)?.trim() === '') inside.pop()
  while (inside[0]?.trim() === '') inside.shift()
  if (/^(?:code|noformat)$/i.test(name))
    return [{ type: 'code', lang: /^[a-z0-9#+-]{1,20}$/i.exec(parameters.split('|')[0] ?? '')?.[0] ?? null, value: inside.join('\n') }]
  const title = /(?:^|\|)title=([^|]*)/i.exec(parameters)?.[1]
  const head: RootContent[] = title === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }]
  const children = depth >= DEEPEST ? [] : blocks(inside, depth + 1)
  return [{ type: 'blockquote', children: [...head, ...children] as BlockContent[] }]
}

function heading(input: Lines, line: string): RootContent[] | null {
  const match = /^\s*(?:h([1-6])|(bq))\.\s+(.*)$/.exec(line)
  if (match === null && !/^\s*-{4,}\s*$/.test(line)) return null
  input.at++
  if (match === null) return [{ type: 'thematicBreak' }]
  const children = wikiInline(match[3] ?? '')
  return match[2] === undefined
    ? [{ type: 'heading', depth: Number(match[1]) as 1, children }]
    : [{ type: 'blockquote', children: [{ type: 'paragraph', children }] }]
}

function table(input: Lines, first: string): RootContent[] | null {
  if (!/^\s*\|.*\|\s*$/.test(first)) return null
  const rows: PhrasingContent[][][] = []
  for (; input.at < input.lines.length; input.at++) {
    const line = (input.lines[input.at] ?? '').trim()
    if (!line.startsWith('|')) break
    const inner = line.replace(/^\|{1,2}/, '').replace(/\|{1,2}$/, '')
    rows.push(cellsOf(inner).map(wikiInline))
  }
  const width = Math.min(100, Math.max(1, ...rows.map((row) => row.length)))
  const children = rows.map((row): TableRow => {
    const cells = Array.from({ length: width }, (_, index) => row[index] ?? [])
    return { type: 'tableRow', children: cells.map((content) => ({ type: 'tableCell', children: content })) }
  })
  return [{ type: 'table', align: Array.from({ length: width }, () => null), children }]
}

/** Pipes part cells, but not inside links and images. */
function cellsOf(row: string): string[] {
  return row
    .replace(/\[[^\]|]*\|[^\]]*\]|![^!|]*\|[^!]*!/g, (whole) => whole.replaceAll('|', '\u0000'))
    .split(/\|{1,2}/)
    .map((cell) => cell.replaceAll('\u0000', '|').trim())
}

const ITEM = /^\s*([*#-]{1,6})\s+(.*)$/

function list(input: Lines, first: string): RootContent[] | null {
  if (!ITEM.test(first)) return null
  const root: List[] = []
  const stack: List[] = []
  for (; input.at < input.lines.length; input.at++) {
    const match = ITEM.exec(input.lines[input.at] ?? '')
    if (match === null) {
      if ((input.lines[input.at] ?? '').trim() === '' || FENCE.test(input.lines[input.at] ?? '')) break
      continuation(stack, input.lines[input.at] ?? '')
      continue
    }
    const [, marks = '*', content = ''] = match
    const depth = Math.min(marks.length, stack.length + 1)
    stack.length = Math.min(stack.length, depth)
    const ordered = marks.endsWith('#')
    if (stack.length < depth || stack[depth - 1]?.ordered !== ordered) {
      stack.length = depth - 1
      const fresh: List = { type: 'list', ordered, start: ordered ? 1 : null, spread: false, children: [] }
      const parent = stack.at(-1)?.children.at(-1)
      if (parent === undefined) root.push(fresh)
      else parent.children.push(fresh)
      stack.push(fresh)
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: wikiInline(content) }] }
    stack.at(-1)?.children.push(item)
  }
  return root
}

/** A line without a marker goes on with the item before it. */
function continuation(stack: readonly List[], line: string): void {
  const paragraph = stack.at(-1)?.children.at(-1)?.children[0]
  if (paragraph?.type === 'paragraph') paragraph.children.push({ type: 'break' }, ...wikiInline(line.trim()))
}

function paragraph(input: Lines): RootContent[] {
  const children: PhrasingContent[] = []
  for (; input.at < input.lines.length; input.at++) {
    const line = input.lines[input.at] ?? ''
    const ends = line.trim() === '' || FENCE.test(line) || /^\s*(?:h[1-6]|bq)\.\s/.test(line) || ITEM.test(line) || /^\s*(?:\|.*\||-{4,})\s*$/.test(line)
    if (ends && children.length > 0) break
    children.push(...(children.length > 0 ? [{ type: 'break' as const }] : []), ...wikiInline(line.trim()))
    if (ends) {
      input.at++
      break
    }
  }
  return [{ type: 'paragraph', children }]
}
