import type { Nodes, Root } from 'mdast'
import type { Found } from './finding.ts'

/** A stretch of words that belong together: a paragraph, a heading or a table's row or cell. Markup is gone; code is `¤`, as long as it was. */
export interface Passage {
  readonly kind: 'heading' | 'paragraph' | 'cell'
  /** A heading's depth; 0 for others. */
  readonly depth: number
  readonly text: string
  /** Somebody else's words. */
  readonly quoted: boolean
  /** How many lists it is inside of. */
  readonly listDepth: number
  /** Which table row it is a cell of; null outside tables. Rows count through the whole document. */
  readonly row: number | null
  readonly line: number
  /** Where the words stand: piece by piece, by offset into `text`. */
  readonly pieces: readonly Piece[]
  /** Whether it is the header row of a table. */
  readonly header: boolean
}

interface Piece {
  readonly at: number
  readonly line: number
  readonly column: number
}

interface Context {
  readonly quoted: boolean
  readonly listDepth: number
  readonly row: number | null
  readonly header: boolean
}

/** A tree with positions → its passages in reading order. `source` is the text that the tree was read from. */
export function passagesOf(tree: Root, source: string): Passage[] {
  const lines = source.split(/\r\n|\r|\n/)
  const passages: Passage[] = []
  let rows = 0
  const waiting: (readonly [Nodes, Context])[] = [[tree, { quoted: false, listDepth: 0, row: null, header: false }]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, context] = next
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') passages.push(...passageOf(node, context, lines))
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) waiting.push([node.children[index] as Nodes, inside(node, context, index)])
  }
  return passages

  function inside(node: Nodes, context: Context, index: number): Context {
    if (node.type === 'blockquote') return { ...context, quoted: true }
    if (node.type === 'list') return { ...context, listDepth: context.listDepth + 1 }
    if (node.type === 'table') return { ...context, row: ++rows, header: index === 0 }
    return context
  }
}

function passageOf(block: Nodes, context: Context, lines: readonly string[]): Passage[] {
  let text = ''
  const pieces: Piece[] = []
  const waiting: Nodes[] = [block]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('children' in node) for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as Nodes)
    else if (node.type === 'break') text += ' '
    else if (node.position !== undefined && (node.type === 'text' || node.type === 'inlineCode')) {
      const { start, end } = node.position
      for (let line = start.line; line <= end.line; line++) {
        const whole = lines[line - 1] ?? ''
        const first = line === start.line ? start.column - 1 : (/^[\s>]*/.exec(whole)?.[0].length ?? 0)
        const words = whole.slice(first, line === end.line ? end.column - 1 : undefined)
        if (line > start.line) text += ' '
        pieces.push({ at: text.length, line, column: first + 1 })
        text += node.type === 'text' ? words : '¤'.repeat(words.length)
      }
    }
  }
  const line = block.position?.start.line ?? 1
  if (pieces.length === 0) pieces.push({ at: 0, line, column: block.position?.start.column ?? 1 })
  const kind = block.type === 'heading' ? 'heading' : block.type === 'tableCell' ? 'cell' : 'paragraph'
  return [{ ...context, kind, depth: block.type === 'heading' ? block.depth : 0, text, line, pieces }]
}

/** What a rule found at `from` (inclusive) to `to` (exclusive) of a passage's text. */
export function foundAt(passage: Passage, span: readonly [number, number], words: Pick<Found, 'rule' | 'message' | 'hint'> & Partial<Found>): Found {
  const [from, to] = span
  const first = pieceAt(passage, from)
  const last = pieceAt(passage, Math.max(from, to - 1))
  return {
    suggestion: null,
    ...words,
    place: { line: first.line, column: first.column + from - first.at },
    end: { line: last.line, column: last.column + to - last.at },
    excerpt: passage.text.slice(from, Math.min(to, from + 120)).trim(),
  }
}

function pieceAt(passage: Passage, offset: number): Piece {
  let found = passage.pieces[0] ?? { at: 0, line: passage.line, column: 1 }
  for (const piece of passage.pieces) {
    if (piece.at > offset) break
    found = piece
  }
  return found
}
