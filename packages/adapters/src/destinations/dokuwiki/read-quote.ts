import { heldLines } from '@blamefree/core'
import type { BlockContent, List, RootContent } from 'mdast'
import { BOXES, type BoxKind } from './boxes.ts'
import { dokuRanges } from './doku-ranges.ts'
import { inlineOf, type Reading } from './read-inline.ts'
import { itemOf } from './read-list.ts'
import { blocksOfLine } from './read-lines.ts'

interface Line {
  readonly depth: number
  /** Without its signs; white space before it kept, which tells how deep an item lies. */
  readonly words: string
}

/** How deep quotes in quotes are looked into. */
const DEEPEST = 24

/** Lines that begin with `>` → a quote, or the callout or evidence that one of ours is. */
export function quoteOf(text: string, reading: Reading): RootContent[] {
  const lines = heldLines(text, dokuRanges(text)).map(({ text: line }): Line => {
    const [, signs = '', words = ''] = /^(>*)[ \t]?([^]*)$/.exec(line) ?? []
    return { depth: Math.min(signs.length, DEEPEST), words: words.trimEnd() }
  })
  return [boxed(blocksAt(lines, 1, reading), lines[0]?.depth === 1 ? lines : [])]
}

/** A quote whose first line is the title of a box. */
function boxed(blocks: BlockContent[], lines: readonly Line[]): BlockContent {
  const title = lines[0]?.words ?? ''
  const found = (Object.entries(BOXES) as [BoxKind, { icon: string; title: string }][]).find(
    ([, { icon }]) => title.startsWith(`${icon} **`) && title.endsWith('**'),
  )
  if (found === undefined) return { type: 'blockquote', children: blocks }
  const [kind, { icon, title: usual }] = found
  const [first, ...rest] = blocks
  const words = title.slice(icon.length + 3, -2)
  // The title stands on a line of its own, and what follows it may be in the same paragraph.
  const body: BlockContent[] =
    first?.type === 'paragraph' && first.children.some(({ type }) => type === 'break') ? [{ ...first, children: behindBreak(first.children) }, ...rest] : rest
  if (kind === 'evidence') return { type: 'containerDirective', name: 'evidence', attributes: {}, children: body }
  const label: BlockContent[] = words === usual ? [] : [{ type: 'paragraph', data: { directiveLabel: true }, children: inlineOf(words) }]
  return { type: 'containerDirective', name: 'callout', attributes: { kind }, children: [...label, ...body] }
}

const behindBreak = <Node extends { readonly type: string }>(nodes: readonly Node[]): Node[] => nodes.slice(nodes.findIndex(({ type }) => type === 'break') + 1)

function blocksAt(lines: readonly Line[], depth: number, reading: Reading): BlockContent[] {
  const blocks: BlockContent[] = []
  let at = 0
  while (at < lines.length) {
    let end = at + 1
    const line = lines[at] as Line
    if (line.depth > depth) {
      while (end < lines.length && (lines[end]?.depth ?? 0) > depth) end++
      const inner = lines.slice(at, end)
      blocks.push(boxed(blocksAt(inner, depth + 1, reading), inner[0]?.depth === depth + 1 ? inner : []))
    } else if (line.words.trim() !== '') {
      while (end < lines.length && lines[end]?.depth === line.depth && lines[end]?.words.trim() !== '') end++
      blocks.push(...blocksOf(lines.slice(at, end), reading))
    }
    at = end
  }
  return blocks
}

const BULLET = /^(\u2003*)(\u2022|\d+\.)(?:\s+([^]*))?$/

/** Lines without an empty one between them: items of lists, or one paragraph with breaks. */
function blocksOf(lines: readonly Line[], reading: Reading): BlockContent[] {
  const blocks: BlockContent[] = []
  let words: string[] = []
  let items: string[] = []
  const settle = (): void => {
    if (items.length > 0) blocks.push(...listsOf(items, 0, reading))
    if (words.length > 0) blocks.push(...blocksOfLine(words.join('\\\\ '), reading))
    items = []
    words = []
  }
  for (const { words: text } of lines) {
    const isItem = BULLET.test(text)
    if (isItem ? words.length > 0 : items.length > 0) settle()
    ;(isItem ? items : words).push(isItem ? text : text.trim())
  }
  settle()
  return blocks
}

function listsOf(items: readonly string[], depth: number, reading: Reading): List[] {
  const lists: List[] = []
  let at = 0
  while (at < items.length) {
    const [, , sign = '', words = ''] = BULLET.exec(items[at] ?? '') ?? []
    let end = at + 1
    while (end < items.length && depthOf(items[end]) > depth) end++
    const ordered = sign !== '\u2022'
    const last = lists.at(-1)
    const goesOn = last !== undefined && last.ordered === ordered && (!ordered || sign !== '1.')
    const list: List = goesOn ? last : { type: 'list', ordered, start: 1, children: [] }
    if (!goesOn) lists.push(list)
    list.children.push(itemOf(words.trim(), listsOf(items.slice(at + 1, end), depth + 1, reading), reading))
    at = end
  }
  return lists
}

const depthOf = (text = ''): number => /^\u2003*/.exec(text)?.[0].length ?? 0
