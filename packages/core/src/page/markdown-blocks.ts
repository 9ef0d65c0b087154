import type { Nodes, Root, RootContent, Table } from 'mdast'
import { parseWithPositions } from '../markdown.ts'
import { shortenedTables, shortenTables, type ShortenedTable } from '../markdown/long-tables.ts'
import { plainText } from '../plain-text.ts'
import { isFooterText } from './footer-inline.ts'
import type { PageBlock } from './page-destination.ts'

/**
 * A Markdown file as pieces that are compared and merged one by one: each line of the front matter, each heading, paragraph, list item and row of a table. A table's
 * head and its rule are one piece. Every piece is its lines as they are written.
 */
export function splitMarkdown(text: string): PageBlock[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const head = /^---[ \t]*\n([^]*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)
  const blocks: PageBlock[] = head === null ? [] : frontMatterBlocks(head[1] ?? '')
  let section = ''
  const read = readBlocks(source)
  for (const node of read.tree.children) {
    if (node.type === 'heading') section = plainText(node)
    for (const piece of pieces(node, read)) blocks.push(isFooter(node) ? { text: piece, section, kind: 'footer' } : { text: piece, section })
  }
  return blocks
}

interface ReadBlocks {
  /** Of the text without the rows of long tables, where there are any. */
  readonly tree: Root
  readonly source: string
  readonly rows: ReadonlyMap<Table, ShortenedTable<string>>
}

/** The rows of tables are their lines: the parser need not look at them. */
function readBlocks(source: string): ReadBlocks {
  const short = shortenTables(source, (line) => line, /^[ \t]*$/)
  const tree = parseWithPositions(short.text)
  const rows = shortenedTables(tree, short)
  return rows === null ? { tree: parseWithPositions(source), source, rows: new Map() } : { tree, source: short.text, rows }
}

/** The pieces as a file again: what belongs to one list, table or front matter stands line on line, everything else is set apart by an empty line. */
export function joinMarkdown(blocks: readonly PageBlock[]): string {
  const closing = frontMatterEnd(blocks)
  let text = ''
  let before: string | null = null
  for (const [index, block] of blocks.entries()) {
    if (before !== null) text += index <= closing || together(before, block.text) ? '\n' : '\n\n'
    text += block.text
    before = block.text
  }
  return text === '' ? '' : `${text}\n`
}

const FENCE = '---'

/** A key with what is indented under it, or a list under it, is one piece. */
function frontMatterBlocks(source: string): PageBlock[] {
  const entries: string[] = []
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue
    if (entries.length > 0 && /^[\s-]/.test(line)) entries.push(`${entries.pop() ?? ''}\n${line}`)
    else entries.push(line)
  }
  return [FENCE, ...entries, FENCE].map((text) => ({ text, section: '' }))
}

/** The place of the line that closes the front matter; -1 where there is none. */
function frontMatterEnd(blocks: readonly PageBlock[]): number {
  if (blocks[0]?.text !== FENCE) return -1
  const end = blocks.findIndex(({ text }, index) => index > 0 && text === FENCE)
  return blocks.slice(1, Math.max(end, 1)).every(({ text }) => /^(?:#|[^\s:#][^:]*:)/.test(text)) ? end : -1
}

function pieces(node: RootContent, { source, rows: taken }: ReadBlocks): string[] {
  const lines = (part: Nodes): string => source.slice(lineStart(source, startOf(part)), endOf(part))
  if (node.type === 'table') {
    const rows = [...lines(node).split('\n'), ...(taken.get(node)?.rows ?? []).map((row) => row ?? '')]
    if (rows.every((row) => /^\s*\|/.test(row))) return [rows.slice(0, 2).join('\n'), ...rows.slice(2)]
  }
  if (node.type === 'list') {
    const last = node.children.length - 1
    return node.children.map((item, index) => `${lines(item).replace(/\s+$/, '')}${node.spread === true && index < last ? '\n' : ''}`)
  }
  return [lines(node)]
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0
const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1

const isFooter = (node: RootContent): boolean => node.type === 'paragraph' && isFooterText(plainText(node))

/** Whether two pieces are neighbours in one list or table. */
function together(before: string, after: string): boolean {
  const marker = markerOf(after)
  if (marker !== null) return marker === markerOf(before)
  return /^\s*\|[^\n]*$/.test(after) && /^\s*\|/.test(before)
}

/** The sign that makes a line a list item, without its number; null for everything else. */
function markerOf(text: string): string | null {
  const [, bullet, delimiter] = /^ {0,3}(?:([-+*])|\d{1,9}([.)]))(?:\s|$)/.exec(text) ?? []
  return bullet ?? delimiter ?? null
}
