import { heldLines, isFooterText, plainText, type PageBlock } from '@blamefree/core'
import { inlineOf } from './read-inline.ts'
import { separator } from './separator.ts'
import { wikiRanges } from './wiki-ranges.ts'

/** What the comment that carries our marker begins with. */
export const MARKER_COMMENT = '<!-- blamefree:'

/** Wikitext as pieces: paragraphs, headings, items of lists with what lies below them, rows of tables; boxes, templates and code whole. Empty lines beyond the usual stay with the piece behind them. */
export function splitWikitext(text: string): PageBlock[] {
  const pieces: Piece[] = []
  const source = text.replace(/\r\n?/g, '\n')
  const ranges = wikiRanges(source)
  const tables = new Set(ranges.filter(({ kind }) => kind === 'wikitable').map(({ from }) => from))
  let blank = 0
  for (const line of heldLines(source, ranges)) {
    if (line.text.trim() === '') {
      blank++
      continue
    }
    const indent = line.text.length - line.text.trimStart().length
    if (tables.has(line.from + indent)) {
      for (const [index, piece] of tableLines(line.text.trim()).entries()) pieces.push({ text: piece, kind: 'table', blank: index === 0 ? blank : 0 })
    } else {
      const kind = kindOf(line.text)
      const last = pieces.at(-1)
      if (last !== undefined && blank === 0 && goesOn(last, kind, line.text)) last.text += `\n${line.text}`
      else pieces.push({ text: line.text.trimEnd(), kind, blank })
    }
    blank = 0
  }
  return withSections(pieces)
}

type Kind = 'heading' | 'item' | 'alone' | 'preformatted' | 'words' | 'table'

interface Piece {
  text: string
  readonly kind: Kind
  /** Empty lines before it. */
  readonly blank: number
}

const ALONE =
  /^(?:-{4}|<(?:div|blockquote|ul|ol|dl|table|center|section|references|pre|syntaxhighlight|source|gallery|poem|!--)|\{\{|\[\[[^[\]|:]+:[^[\]]*\]\]\s*$|__[A-Z]+__\s*$|#REDIRECT)/i

function kindOf(line: string): Kind {
  if (/^=[^\n]*=\s*(?:<!--[^\n]*)?$/.test(line) && line.length > 2) return 'heading'
  if (ALONE.test(line)) return 'alone'
  if (/^[*#:;]/.test(line)) return 'item'
  return line.startsWith(' ') ? 'preformatted' : 'words'
}

/** Whether a line belongs to the piece before it: a paragraph over several lines, preformatted lines, and what lies below an item. */
function goesOn(last: Piece, kind: Kind, line: string): boolean {
  if (kind !== last.kind) return false
  if (kind === 'words' || kind === 'preformatted') return true
  return kind === 'item' && last.text[0] === line[0] && /^.[*#:;]/.test(line)
}

/** A table: its opening, each row, its end. A table within a cell is part of its row. */
function tableLines(table: string): string[] {
  const end = table.lastIndexOf('|}')
  const inside = table.slice(2, end)
  const rows: string[] = []
  for (const { text } of heldLines(inside, wikiRanges(inside))) {
    if (rows.length === 0) rows.push(`{|${text}`)
    else if (/^\s*\|-/.test(text)) rows.push(text)
    else rows[rows.length - 1] += `\n${text}`
  }
  return [...rows.map((row) => row.trimEnd()), table.slice(end)]
}

function withSections(pieces: readonly Piece[]): PageBlock[] {
  let section = ''
  return pieces.map(({ text, kind, blank }, index): PageBlock => {
    const before = pieces[index - 1]
    if (kind === 'heading') section = plainText(inlineOf(text.replace(/^=+|=+\s*$/g, '')))
    const usual = before === undefined ? blank + 1 : separator(before.text, text).length
    const piece = `${'\n'.repeat(Math.max(0, blank + 1 - usual))}${text}`
    return isFooter(text) ? { text: piece, section, kind: 'footer' } : { text: piece, section }
  })
}

const isFooter = (text: string): boolean => text.startsWith(MARKER_COMMENT) || (text.includes('Made by') && isFooterText(plainText(inlineOf(text))))
