import { isFooterText, type PageBlock } from '@blamefree/core'
import { xmlTokens, type XmlToken } from './xml-tokens.ts'
import { wordsOf, xmlTree } from './xml-tree.ts'

/** Elements that are taken apart: what opens them and what closes them are pieces of their own, and so is each of their items. */
const OPENED = new Set(['table', 'thead', 'tbody', 'tfoot', 'ul', 'ol', 'ac:task-list', 'ac:layout', 'ac:layout-section', 'ac:layout-cell'])
const INSIDE_OPENED = new Set(['table', 'thead', 'tbody', 'tfoot', 'ac:layout', 'ac:layout-section', 'ac:layout-cell'])

/** What an anchor of ours is called, before the marker. */
export const MARKER_ANCHOR = 'blamefree:'

/** Storage format as pieces: blocks, rows of tables, items of lists, tasks. Put together again they are the same text, but for the spaces between blocks. */
export function splitStorage(text: string): PageBlock[] {
  const tokens = xmlTokens(text)
  const blocks: PageBlock[] = []
  let section = ''
  const push = (piece: string, name: string): void => {
    const trimmed = piece.trim()
    if (trimmed === '') return
    const words = name === 'p' || /^h[1-6]$/.test(name) ? wordsOf(xmlTree(trimmed)).replace(/\s+/g, ' ').trim() : ''
    if (/^h[1-6]$/.test(name)) section = words
    blocks.push(
      name === 'p' && (isFooterText(words) || trimmed.includes(`>${MARKER_ANCHOR}`)) ? { text: trimmed, section, kind: 'footer' } : { text: trimmed, section },
    )
  }
  let at = 0
  const opened: string[] = []
  /** Words and inline elements beside each other are one piece. */
  let loose: string[] = []
  const settle = (): void => {
    push(loose.join(''), '')
    loose = []
  }
  while (at < tokens.length) {
    const token = tokens[at] as XmlToken
    if (token.kind === 'open' && OPENED.has(token.name) && (opened.length === 0 || INSIDE_OPENED.has(opened.at(-1) ?? ''))) {
      settle()
      const end = openerEnd(tokens, at)
      push(text.slice(token.start, tokens[end]?.start ?? text.length), token.name)
      opened.push(...names(tokens, at, end))
      at = end
    } else if (token.kind === 'close' && OPENED.has(token.name)) {
      settle()
      push(token.raw, token.name)
      if (opened.at(-1) === token.name) opened.pop()
      at++
    } else {
      const end = elementEnd(tokens, at)
      const piece = text.slice(token.start, tokens[end - 1]?.end ?? text.length)
      if ((opened.at(-1) ?? 'ac:layout-cell') === 'ac:layout-cell' && isLoose(token)) loose.push(piece)
      else {
        settle()
        push(piece, token.name)
      }
      at = end
    }
  }
  settle()
  return blocks
}

/** The opening of a table goes up to its first row, with its columns. */
function openerEnd(tokens: readonly XmlToken[], start: number): number {
  let at = start + 1
  if (tokens[start]?.name !== 'table') return at
  while (at < tokens.length) {
    const token = tokens[at] as XmlToken
    if (token.kind === 'text' && token.raw.trim() === '') at++
    else if (token.name === 'colgroup' || (token.kind === 'single' && token.name === 'col')) at = elementEnd(tokens, at)
    else break
  }
  return tokens[at]?.kind === 'open' && /^(?:thead|tbody)$/.test(tokens[at]?.name ?? '') ? at + 1 : at
}

function names(tokens: readonly XmlToken[], from: number, to: number): string[] {
  return tokens.slice(from, to).flatMap(({ kind, name }) => (kind === 'open' && OPENED.has(name) ? [name] : []))
}

/** The index behind an element, or behind a token that is none. */
function elementEnd(tokens: readonly XmlToken[], start: number): number {
  const first = tokens[start]
  if (first?.kind !== 'open') return start + 1
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] as XmlToken
    if (token.name !== first.name) continue
    if (token.kind === 'open') depth++
    else if (token.kind === 'close' && --depth === 0) return at + 1
  }
  return tokens.length
}

const BLOCKS = /^(?:p|h[1-6]|hr|pre|blockquote|div|table|ul|ol|ac:structured-macro|ac:task-list|ac:layout|ac:image|ac:adf-extension)$/

const isLoose = ({ kind, name, raw }: XmlToken): boolean =>
  (kind === 'text' && raw.trim() !== '') || (kind !== 'comment' && kind !== 'text' && !BLOCKS.test(name))
