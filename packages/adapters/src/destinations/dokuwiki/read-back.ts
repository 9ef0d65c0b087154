import { normalise, type Problem } from '@blamefree/core'
import type { BlockContent, FootnoteDefinition, Root, RootContent } from 'mdast'
import { inlineOf, type Reading } from './read-inline.ts'
import { codeOf, paragraphs } from './read-lines.ts'
import { listsOf } from './read-list.ts'
import { quoteOf } from './read-quote.ts'
import { tableOf } from './read-table.ts'
import { ITEM, ROW } from './separator.ts'
import { headingWords, splitDoku } from './split.ts'

/** A page of DokuWiki → a tree of ours. What extensions add and what else has no counterpart becomes its words, with a problem that names it. */
export function readDoku(text: string): { tree: Root; problems: Problem[] } {
  const reading: Reading = { problems: [], notes: [] }
  const blocks = blocksOf(text, reading)
  return { tree: normalise({ type: 'root', children: [...blocks, ...notesOf(reading)] }), problems: reading.problems }
}

function blocksOf(text: string, reading: Reading): RootContent[] {
  const pieces = splitDoku(text).map((block) => ({ apart: block.text.startsWith('\n'), text: block.text.replace(/^\n+/, '') }))
  const blocks: RootContent[] = []
  /** The pieces from one on that are of a kind, with no empty line between them. */
  const run = (from: number, kind: RegExp): string[] => {
    let end = from + 1
    while (end < pieces.length && kind.test(pieces[end]?.text ?? '') && pieces[end]?.apart === false) end++
    return pieces.slice(from, end).map((piece) => piece.text)
  }
  for (let at = 0; at < pieces.length; at++) {
    const { text: piece = '' } = pieces[at] ?? {}
    if (ITEM.test(piece)) {
      const items = run(at, ITEM)
      blocks.push(...listsOf(items.flatMap(linesOfItem), reading))
      at += items.length - 1
    } else if (ROW.test(piece)) {
      const rows = run(at, ROW)
      blocks.push(tableOf(rows, reading))
      at += rows.length - 1
    } else blocks.push(...blockOf(piece, reading))
  }
  return blocks
}

/** An item and those below it, each with the lines of its code. */
function linesOfItem(piece: string): string[] {
  const items: string[] = []
  let inCode = ''
  for (const line of piece.split('\n')) {
    if (inCode === '' && ITEM.test(line)) items.push(line)
    else items[items.length - 1] += `\n${line}`
    for (const [, closing = '', tag = ''] of line.matchAll(/<(\/?)(code|file)\b[^<>]*>/g))
      if (closing === '/' ? tag === inCode : inCode === '') inCode = closing === '/' ? '' : tag
  }
  return items
}

function blockOf(piece: string, reading: Reading): RootContent[] {
  const heading = /^[ \t]*(={2,})[^\n]+={2,}[ \t]*$/.exec(piece)?.[1]
  if (heading !== undefined) {
    const words = headingWords(piece)
    const depth = Math.max(1, 7 - Math.min(6, heading.length)) as 1
    return words === '' ? [] : [{ type: 'heading', depth, children: [{ type: 'text', value: words.replace(/\s+/g, ' ') }] }]
  }
  if (/^\s*-{4,}\s*$/.test(piece)) return [{ type: 'thematicBreak' }]
  if (piece.startsWith('>')) return quoteOf(piece, reading)
  const code = codeOf(piece.trim())
  if (code !== null) return [code]
  if (/^(?: {2}|\t)/.test(piece)) return [{ type: 'code', value: piece.replace(/^(?: {2}|\t)/gm, '') }]
  const [, , kind = '', box] = /^<(WRAP|div|hidden)\b([^<>\n]*)>([^]*)<\/\1>$/.exec(piece.trim()) ?? []
  if (box !== undefined) {
    const ours = WRAPS[/\b(?:info|tip|help|todo|important|alert|danger|warning)\b/.exec(kind)?.[0] ?? '']
    if (ours !== undefined)
      return [{ type: 'containerDirective', name: 'callout', attributes: { kind: ours }, children: blocksOf(box.trim(), reading) as BlockContent[] }]
    reading.problems.push({ code: 'dokuwiki/box', message: 'A box that an extension of the wiki makes has become what stands in it.', weight: 'warning' })
    return blocksOf(box.trim(), reading)
  }
  const children = inlineOf(piece.trim(), reading)
  return children.some((node) => node.type !== 'text' || node.value.trim() !== '') ? [{ type: 'paragraph', children }] : []
}

/** The boxes of the extension Wrap, which many wikis have. */
const WRAPS: Readonly<Record<string, string>> = {
  info: 'note',
  help: 'note',
  todo: 'note',
  tip: 'tip',
  important: 'warning',
  warning: 'warning',
  alert: 'danger',
  danger: 'danger',
}

/** The definitions of the notes; words of one may not have notes of their own. */
function notesOf({ notes, problems }: Reading): FootnoteDefinition[] {
  return notes.map((words, index) => ({
    type: 'footnoteDefinition',
    identifier: `note-${index + 1}`,
    children: paragraphs(inlineOf(words, { problems, notes: [] })).map((children): BlockContent => ({ type: 'paragraph', children })),
  }))
}
