import { isFooterText, parseInline, plainText } from '@blamefree/core'
import type { PageBlock } from '@blamefree/core'

/**
 * A page's text as pieces: each heading, paragraph, callout and note, each item of a list and each row of a table (a table's head and its rule are one). It is always
 * text that `textOf` printed, so its lines tell what begins and ends, and nothing need be parsed.
 */
export function splitText(text: string): PageBlock[] {
  const lines = text.split('\n')
  const blocks: PageBlock[] = []
  let section = ''
  for (let from = 0; from < lines.length;) {
    const line = lines[from] ?? ''
    if (line.trim() === '') {
      from++
      continue
    }
    const to = endOf(lines, from)
    const piece = lines.slice(from, to).join('\n').trimEnd()
    const heading = /^#{1,6} (.*)$/.exec(piece)?.[1]
    if (heading !== undefined) section = wordsOf(heading)
    blocks.push({ text: piece, section, ...(piece.includes('Made by') && isFooterText(wordsOf(piece)) ? { kind: 'footer' as const } : {}) })
    from = to
  }
  return blocks
}

/** The pieces as a text again: rows, and items of a list that have one block each, stand line on line; everything else is set apart by an empty line. */
export function joinText(blocks: readonly PageBlock[]): string {
  let text = ''
  let before: string | null = null
  for (const block of blocks) {
    if (before !== null) text += together(before, block.text) ? '\n' : '\n\n'
    text += block.text
    before = block.text
  }
  return text === '' ? '' : `${text}\n`
}

const wordsOf = (markdown: string): string => plainText({ type: 'paragraph', children: parseInline(markdown) })

const ITEM = /^(?:([-+*])|\d{1,9}([.)]))(?: |$)/

/** The line after the piece that begins at a line. */
function endOf(lines: readonly string[], from: number): number {
  const line = lines[from] ?? ''
  const fence = /^(`{3,}|:{3,})/.exec(line)?.[1]
  if (fence !== undefined) {
    const end = lines.findIndex((other, index) => index > from && other === fence)
    return end < 0 ? lines.length : end + 1
  }
  // A table begins with two lines that belong together; every other row is one.
  if (line.startsWith('|')) return /^\|(?: *:?-+:? *\|)+$/.test(lines[from + 1] ?? '') ? from + 2 : from + 1
  if (ITEM.test(line) || /^\[\^[^\]]+\]: /.test(line)) return endOfIndented(lines, from + 1)
  let to = from + 1
  while (to < lines.length && (lines[to] ?? '').trim() !== '') to++
  return to
}

/** Lines that are indented belong to the item before them, also after an empty one. */
function endOfIndented(lines: readonly string[], from: number): number {
  let to = from
  for (let next = from; next < lines.length; next++) {
    const line = lines[next] ?? ''
    if (line.startsWith(' ')) to = next + 1
    else if (line !== '') break
  }
  return to
}

/** Whether two pieces are neighbours in one table or tight list. */
function together(before: string, after: string): boolean {
  if (after.startsWith('|')) return before.startsWith('|') && !after.includes('\n')
  const [one, two] = [markerOf(before), markerOf(after)]
  return one !== null && one === two && !before.includes('\n\n') && !after.includes('\n\n')
}

function markerOf(text: string): string | null {
  const match = ITEM.exec(text)
  return match === null ? null : (match[1] ?? match[2] ?? null)
}

/** A piece without what changes by itself: the widths of cells, the numbers of a list, which sign marks an item, the titles of links, which not every program keeps. */
export function canonicalText(piece: string): string {
  const text = piece.includes('"') ? piece.replace(/(\]\([^\s)]+) "(?:[^"\\]|\\.)*"\)/g, '$1)') : piece
  if (text.startsWith('|')) return text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---')
  return text
    .trimEnd()
    .replace(/^[*+](?= |$)/, '-')
    .replace(/^\d{1,9}(?=[.)])/, '1')
}
