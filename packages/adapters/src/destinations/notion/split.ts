import { isFooterText, type PageBlock } from '@blamefree/core'
import { pieceEnd, rowEnd } from './lines.ts'
import { plainLine } from './plain-line.ts'

/**
 * A page's text as pieces that are compared and merged one by one: each block with what is indented below it; of a table its head, each row and its end; of a code
 * block, a callout or a toggle the whole. Text is as Notion gives it.
 */
export function splitPage(text: string): PageBlock[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const blocks: PageBlock[] = []
  let section = ''
  for (let at = 0; at < lines.length;) {
    const end = endOfPiece(lines, at)
    const piece = lines.slice(at, end).join('\n')
    at = end
    if (piece.trim() === '' || piece === EMPTY) continue
    const heading = /^#{1,6}\s+(.*)$/.exec(piece.split('\n')[0] ?? '')
    if (heading !== null) section = plainLine(heading[1] ?? '')
    blocks.push(!IN_TABLE.test(piece) && isFooterText(plainLine(piece)) ? { text: piece, section, kind: 'footer' } : { text: piece, section })
  }
  return blocks
}

/** The pieces as a page's text again. */
export function joinPage(blocks: readonly PageBlock[]): string {
  return blocks.map(({ text }) => text).join('\n')
}

/** Rows, and what opens and closes a table: a footer is a line of its own. */
const IN_TABLE = /^\s*<\/?(?:table|tr)\b/

const EMPTY = '<empty-block/>'

/** As `pieceEnd`, but that a table comes apart: its head, each row, its end. */
function endOfPiece(lines: readonly string[], start: number): number {
  const line = lines[start] ?? ''
  if (/^<table\b/.test(line)) {
    const row = lines.findIndex((next, index) => index > start && /^\s*<tr\b/.test(next))
    return row < 0 ? start + 1 : rowEnd(lines, row)
  }
  return /^\s*<tr\b/.test(line) ? rowEnd(lines, start) : pieceEnd(lines, start)
}
