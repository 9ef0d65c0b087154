import { heldLines, isFooterText, plainText, type PageBlock } from '@blamefree/core'
import { dokuRanges } from './doku-ranges.ts'
import { MARKER } from './marker.ts'
import { inlineOf } from './read-inline.ts'
import { separator } from './separator.ts'

/** A page as pieces: paragraphs, headings, items of lists with what lies below them, rows of tables; quotes, boxes and code whole. Empty lines beyond the usual stay with the piece behind them. */
export function splitDoku(text: string): PageBlock[] {
  const pieces: Piece[] = []
  const source = text.replace(/\r\n?/g, '\n')
  let blank = 0
  for (const { text: line } of heldLines(source, dokuRanges(source))) {
    if (line.trim() === '') {
      blank++
      continue
    }
    const kind = kindOf(line)
    const last = pieces.at(-1)
    if (last !== undefined && blank === 0 && goesOn(last, kind, line)) last.text += `\n${line.trimEnd()}`
    else pieces.push({ text: line.trimEnd(), kind, blank, depth: depthOf(line) })
    blank = 0
  }
  return withSections(pieces)
}

type Kind = 'heading' | 'item' | 'row' | 'quote' | 'alone' | 'preformatted' | 'words'

interface Piece {
  text: string
  readonly kind: Kind
  /** Empty lines before it. */
  readonly blank: number
  /** Of an item. */
  readonly depth: number
}

const ALONE = /^\s*(?:-{4,}\s*$|<(?:code|file|html|HTML|php|PHP|WRAP|div|hidden)\b|~~[A-Z]+\S*~~\s*$|\{\{[^{}|]+\}\}\s*$)/

function kindOf(line: string): Kind {
  if (/^[ \t]*={2,}[^\n]+={2,}[ \t]*$/.test(line)) return 'heading'
  if (/^(?: {2,}|\t+)[*-]/.test(line)) return 'item'
  if (/^[|^]/.test(line)) return 'row'
  if (line.startsWith('>')) return 'quote'
  if (ALONE.test(line)) return 'alone'
  return /^(?: {2}|\t)/.test(line) ? 'preformatted' : 'words'
}

/** How deep an item lies: two spaces, or a tab, are one step. */
export const depthOf = (line: string): number => Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0) / 2)

/** Whether a line belongs to the piece before it: a paragraph over several lines, a quote, preformatted lines, and what lies below an item. */
function goesOn(last: Piece, kind: Kind, line: string): boolean {
  if (kind !== last.kind) return false
  if (kind === 'words' || kind === 'quote' || kind === 'preformatted') return true
  return kind === 'item' && depthOf(line) > last.depth
}

function withSections(pieces: readonly Piece[]): PageBlock[] {
  let section = ''
  return pieces.map(({ text, kind, blank }, index): PageBlock => {
    const before = pieces[index - 1]
    if (kind === 'heading') section = headingWords(text)
    const usual = before === undefined ? blank + 1 : separator(before.text, text).length
    const piece = `${'\n'.repeat(Math.max(0, blank + 1 - usual))}${text}`
    return isFooter(text) ? { text: piece, section, kind: 'footer' } : { text: piece, section }
  })
}

/** The words of a heading: what is between the signs, as it is. */
export const headingWords = (line: string): string =>
  line
    .trim()
    .replace(/^=+|=+$/g, '')
    .trim()

const isFooter = (text: string): boolean => MARKER.test(text) || (text.includes('Made by') && isFooterText(plainText(inlineOf(text))))
