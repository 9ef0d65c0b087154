import { isLabel, plainText, printMarkdown } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { sequenceDifference, type Run } from './sequence-difference.ts'

/** A piece of a document that is shown as one: a paragraph, an item of a list, a row of a table. */
export interface Piece {
  readonly type: 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'rule'
  /** A heading's depth; how deep an item's list lies in others, from 1; 0 for the rest. */
  readonly level: number
  /** The callout, live block, quote or footnote that it stands in, the innermost: `timeline`, `quote`; null for none. */
  readonly within: string | null
  /** The heading that it stands under; null before the first. */
  readonly section: string | null
}

/** A piece, and what became of it. `changed`: its words are told as runs of words; `formatting`: only its links or marks changed, not its words. */
export interface PieceDifference extends Piece {
  readonly kind: 'same' | 'removed' | 'added' | 'changed'
  readonly formatting: boolean
  readonly words: readonly { readonly kind: Run['kind']; readonly text: string }[]
}

interface KnownPiece extends Piece {
  readonly text: string
  /** Everything that makes it what it is: pieces of one key are the same. */
  readonly key: string
}

/** What changed between two documents: piece by piece in reading order, and word by word within those that changed. */
export function textDifference(before: Root, after: Root): PieceDifference[] {
  const [old, next] = [piecesOf(before), piecesOf(after)]
  const result: PieceDifference[] = []
  let [from, to] = [0, 0]
  let removed: KnownPiece[] = []
  for (const { kind, items } of sequenceDifference(keysOf(old), keysOf(next))) {
    if (kind === 'removed') {
      removed = old.slice(from, from + items.length)
      from += items.length
      continue
    }
    const added = next.slice(to, to + items.length)
    to += items.length
    if (kind === 'same') {
      result.push(...removed.map((piece) => whole('removed', piece)), ...added.map((piece) => whole('same', piece)))
      from += items.length
    } else result.push(...paired(removed, added))
    removed = []
  }
  return [...result, ...removed.map((piece) => whole('removed', piece))]
}

const keysOf = (pieces: readonly KnownPiece[]): string[] => pieces.map(({ key }) => key)

function whole(kind: 'same' | 'removed' | 'added', piece: KnownPiece): PieceDifference {
  return shown(piece, { kind, formatting: false, words: piece.text === '' ? [] : [{ kind, text: piece.text }] })
}

function shown({ type, level, within, section }: KnownPiece, of: Pick<PieceDifference, 'kind' | 'formatting' | 'words'>): PieceDifference {
  return { ...of, type, level, within, section }
}

/** How many pieces of one change are compared with each other. */
const MANY = 200

/** What went and what came in one place: each that came is told as a change of the likest that went, in order. */
function paired(removed: readonly KnownPiece[], added: readonly KnownPiece[]): PieceDifference[] {
  const result: PieceDifference[] = []
  let from = 0
  for (const piece of added) {
    const at = likest(removed.slice(from, from + MANY), piece)
    if (at === null) {
      result.push(whole('added', piece))
      continue
    }
    result.push(...removed.slice(from, from + at).map((gone) => whole('removed', gone)))
    result.push(changed(removed[from + at] as KnownPiece, piece))
    from += at + 1
  }
  return [...result, ...removed.slice(from).map((piece) => whole('removed', piece))]
}

/** The place of the first that a piece may have been made of: of its type, with a third of the words in common. */
function likest(candidates: readonly KnownPiece[], piece: KnownPiece): number | null {
  const words = new Set(wordsIn(piece.text).filter(isWord))
  const likeness = ({ type, text }: KnownPiece): number => {
    if (type !== piece.type) return 0
    if (text === piece.text) return 1
    const own = new Set(wordsIn(text).filter(isWord))
    const both = [...own].filter((word) => words.has(word)).length
    return both / Math.max(1, own.size, words.size)
  }
  const at = candidates.findIndex((candidate) => likeness(candidate) >= 1 / 3)
  return at < 0 ? null : at
}

function changed(old: KnownPiece, next: KnownPiece): PieceDifference {
  if (old.text === next.text) return shown(next, { kind: 'changed', formatting: true, words: [{ kind: 'same', text: next.text }] })
  return shown(next, { kind: 'changed', formatting: false, words: wordDifference(old.text, next.text) })
}

/** What changed between two texts, by words. Spaces between two changes belong to them. */
export function wordDifference(before: string, after: string): { kind: Run['kind']; text: string }[] {
  const runs = sequenceDifference(wordsIn(before), wordsIn(after)).map(({ kind, items }) => ({ kind, text: items.join('') }))
  const result: { kind: Run['kind']; text: string }[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [index, { kind, text }] of runs.entries()) {
    const between = kind === 'same' && text.trim() === '' && index > 0 && index < runs.length - 1
    if (kind === 'same' && !between) {
      flush()
      result.push({ kind, text })
    }
    if (kind === 'removed' || between) removed += text
    if (kind === 'added' || between) added += text
  }
  flush()
  return result
}

/** Made when it is needed: that takes 12 ms. */
let segments: Intl.Segmenter | null = null
function wordsIn(text: string): string[] {
  segments ??= new Intl.Segmenter('en', { granularity: 'word' })
  return Array.from(segments.segment(text), ({ segment }) => segment)
}
const isWord = (segment: string): boolean => /[\p{L}\p{N}]/u.test(segment)

interface Around {
  readonly within: string | null
  readonly level: number
}

function piecesOf({ children }: Root): KnownPiece[] {
  const pieces: KnownPiece[] = []
  let section: string | null = null
  const add = (node: Nodes, { type, level, within }: Omit<Piece, 'section'>, text = plainText(node)): void => {
    if (type === 'heading') section = text
    pieces.push({ type, level, within, section: type === 'heading' ? null : section, text, key: `${type} ${level} ${within ?? ''} ${sourceOf(node)}` })
  }
  const walk = (node: Nodes, { within, level }: Around): void => {
    switch (node.type) {
      case 'heading':
        return add(node, { type: 'heading', level: node.depth, within })
      case 'paragraph':
        return add(node, { type: isLabel(node) ? 'heading' : level > 0 ? 'item' : 'paragraph', level, within })
      case 'code':
        return add(node, { type: 'code', level, within }, node.value)
      case 'thematicBreak':
        return add(node, { type: 'rule', level: 0, within })
      case 'tableRow':
        return add(node, { type: 'row', level: 0, within }, node.children.map((cell) => plainText(cell)).join(' | '))
      case 'list':
        return node.children.forEach((item) => walk(item, { within, level: level + 1 }))
      case 'containerDirective':
        return node.children.forEach((child) => walk(child, { within: node.name, level }))
      case 'blockquote':
        return node.children.forEach((child) => walk(child, { within: 'quote', level }))
      case 'footnoteDefinition':
        return node.children.forEach((child) => walk(child, { within: 'footnote', level }))
      default:
        if ('children' in node) for (const child of node.children) walk(child, { within, level })
    }
  }
  for (const child of children) walk(child, { within: null, level: 0 })
  return pieces
}

/** A piece's own Markdown: what is equal there looks the same. */
function sourceOf(node: Nodes): string {
  if (node.type === 'tableRow') return printMarkdown({ type: 'root', children: [{ type: 'table', children: [node] }] })
  return printMarkdown({ type: 'root', children: [node as never] })
}
