import type { PhrasingContent } from 'mdast'
import { DIRECTIVES } from './document.ts'

/** Where inline content is written, which decides what must be escaped. `label` is between brackets. */
export type InlinePlace = 'block' | 'heading' | 'cell' | 'label'

/**
 * Normalised inline content → Markdown that parses to the same nodes. Strong is `**`, emphasis `_` (or `*` in the middle of a word),
 * delete `~~`; a character that would stop a mark from opening or closing is written as a character reference.
 */
export function printInline(children: readonly PhrasingContent[], place: InlinePlace): string {
  const [only] = children
  if (children.length === 1 && only?.type === 'text' && !EDGES.has(place)) return escapeText(only.value, { bracket: place === 'label', place, next: ' ' })
  const pieces: Piece[] = []
  for (const child of children) push(child, { place, bracket: place === 'label' }, pieces)
  if (pieces.some(bindsNeighbours)) {
    chooseEmphasis(pieces)
    encodeNeighbours(pieces)
  }
  let text = ''
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece
    if (piece.kind === 'text') text += writeText(piece, { before: pieces[index - 1], after: pieces[index + 1], place })
    else text += piece.kind === 'break' ? '\\\n' : piece.value
  }
  return text
}

/** Whether a piece cares what stands beside it: marks, directives and footnotes. */
const bindsNeighbours = (piece: Piece): boolean =>
  piece.kind === 'mark' || (piece.kind === 'raw' && (piece.value.startsWith(':') || piece.value.startsWith('[^')))

/** Where the beginning or end of a text may have to be escaped. */
const EDGES: ReadonlySet<InlinePlace> = new Set(['block', 'heading'])

interface TextPiece {
  readonly kind: 'text'
  readonly value: string
  readonly bracket: boolean
  encodeFirst: boolean
  encodeLast: boolean
}
interface MarkPiece {
  readonly kind: 'mark'
  value: string
  readonly opens: boolean
  /** The other end, for emphasis, so that both get the same character. */
  partner: MarkPiece | null
}
type Piece = TextPiece | MarkPiece | { readonly kind: 'raw'; readonly value: string } | { readonly kind: 'break' }

interface Surroundings {
  readonly place: InlinePlace
  readonly bracket: boolean
}

const MARKS = { strong: '**', emphasis: '_', delete: '~~' } as const

function push(node: PhrasingContent, around: Surroundings, pieces: Piece[]): void {
  switch (node.type) {
    case 'text':
      pieces.push({ kind: 'text', value: node.value, bracket: around.bracket, encodeFirst: false, encodeLast: false })
      return
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const open: MarkPiece = { kind: 'mark', value: MARKS[node.type], opens: true, partner: null }
      const close: MarkPiece = { kind: 'mark', value: MARKS[node.type], opens: false, partner: open }
      open.partner = close
      pieces.push(open)
      for (const child of node.children) push(child, around, pieces)
      pieces.push(close)
      return
    }
    case 'link':
      pushLink(node, around, pieces)
      return
    case 'break':
      pieces.push(around.place === 'cell' ? { kind: 'raw', value: '<br>' } : { kind: 'break' })
      return
    default:
      pieces.push({ kind: 'raw', value: leaf(node, around.place) })
  }
}

function pushLink(node: Extract<PhrasingContent, { type: 'link' }>, around: Surroundings, pieces: Piece[]): void {
  const [only] = node.children
  const bare = node.children.length === 1 && node.title === null && only?.type === 'text' && only.value === node.url
  if (bare && /^https?:[^\s<>&\\|\]]+$/i.test(node.url)) {
    pieces.push({ kind: 'raw', value: `<${node.url}>` })
    return
  }
  pieces.push({ kind: 'raw', value: '[' })
  for (const child of node.children) push(child, { ...around, bracket: true }, pieces)
  pieces.push({ kind: 'raw', value: `](${destination(node.url, node.title, around.place)})` })
}

function leaf(node: PhrasingContent, place: InlinePlace): string {
  switch (node.type) {
    case 'inlineCode':
      return code(node.value, place)
    case 'image':
      return `![${escapeText(node.alt ?? '', { bracket: true, place, next: ']' })}](${destination(node.url, node.title, place)})`
    case 'footnoteReference':
      return `[^${node.identifier}]`
    case 'textDirective': {
      const label = printInline(node.children, 'label')
      return `:${node.name}[${place === 'cell' ? label.replaceAll('|', '\\|') : label}]${printAttributes(node.attributes, place === 'cell') || '{}'}`
    }
    default:
      return ''
  }
}

/** `{name=value other="two words"}`, by name, because a store may keep no order of keys; empty when there are none. `cell` keeps the pipe out, which would end a table's cell. */
export function printAttributes(attributes: Readonly<Record<string, string | null | undefined>> | null | undefined, cell = false): string {
  const parts: string[] = []
  for (const [name, value] of Object.entries(attributes ?? {}).toSorted(byName)) {
    const text = value ?? ''
    if (/^[A-Za-z0-9_.,:/@+-]+$/.test(text)) parts.push(`${name}=${text}`)
    else {
      const quoted = text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
      parts.push(`${name}="${cell ? quoted.replaceAll('|', '&#x7C;') : quoted}"`)
    }
  }
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`
}

function destination(url: string, title: string | null | undefined, place: InlinePlace): string {
  const address = url.replace(/[()]/g, '\\$&').replace(/&(?=[#A-Za-z])/g, '\\&')
  if (title === null || title === undefined) return address
  const quoted = title.replace(/[\\"]/g, '\\$&').replace(/&(?=[#A-Za-z])/g, '\\&')
  return `${address} "${place === 'cell' ? quoted.replaceAll('|', '\\|') : quoted}"`
}

function code(value: string, place: InlinePlace): string {
  const longest = (value.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  let fence = '`'
  if (longest > 0) {
    const runs = new Set((value.match(/`+/g) ?? []).map((run) => run.length))
    while (runs.has(fence.length)) fence += '`'
  }
  const padded = /^`|`$/.test(value) || (/^ [^]* $/.test(value) && /[^ ]/.test(value)) ? ` ${value} ` : value
  return fence + (place === 'cell' ? padded.replaceAll('|', '\\|') : padded) + fence
}

/** `_` cannot stand in the middle of a word and `*` must not touch another `*`. */
function chooseEmphasis(pieces: Piece[]): void {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'mark' || piece.value !== '_' || !piece.opens || piece.partner === null) continue
    const end = pieces.indexOf(piece.partner, index)
    const around = [pieces[index - 1], pieces[index + 1], pieces[end - 1], pieces[end + 1]]
    const inWord = isWord(lastUnit(pieces[index - 1])) || isWord(firstUnit(pieces[end + 1]))
    if (!inWord || around.some((near) => near?.kind === 'mark' && near.value.startsWith('*'))) continue
    piece.value = '*'
    piece.partner.value = '*'
  }
}

/** CommonMark's flanking rules: a mark beside punctuation inside must not touch a word outside. */
function encodeNeighbours(pieces: Piece[]): void {
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    if (piece.kind === 'raw' && piece.value.startsWith(':') && before?.kind === 'text' && /[A-Za-z0-9:]$/.test(before.value)) before.encodeLast = true
    if (piece.kind === 'raw' && piece.value.startsWith('[^') && after?.kind === 'text' && after.value.startsWith(':')) after.encodeFirst = true
    if (piece.kind !== 'mark') continue
    if (piece.opens && before?.kind === 'text' && isWord(lastUnit(before)) && (piece.value === '_' || !isWord(firstUnit(after)))) before.encodeLast = true
    if (!piece.opens && after?.kind === 'text' && isWord(firstUnit(after)) && (piece.value === '_' || !isWord(lastUnit(before)))) after.encodeFirst = true
  }
}

function lastUnit(piece: Piece | undefined): string {
  return piece === undefined || piece.kind === 'break' ? ' ' : piece.value.slice(-1)
}

function firstUnit(piece: Piece | undefined): string {
  return piece === undefined || piece.kind === 'break' ? ' ' : piece.value.slice(0, 1)
}

/** Neither white space nor punctuation. The parser looks at UTF-16 code units, so a surrogate is a word here too. */
function isWord(unit: string): boolean {
  return unit !== '' && !/[\s\p{P}\p{S}]/u.test(unit)
}

interface Neighbours {
  readonly before: Piece | undefined
  readonly after: Piece | undefined
  readonly place: InlinePlace
}

function writeText(piece: TextPiece, { before, after, place }: Neighbours): string {
  const { value } = piece
  if (!piece.encodeFirst && !piece.encodeLast && !EDGES.has(place)) return escapeText(value, { bracket: piece.bracket, place, next: firstUnit(after) })
  const first = piece.encodeFirst ? String.fromCodePoint(value.codePointAt(0) ?? 0) : ''
  const last = piece.encodeLast && value.length > first.length ? (/[\ud800-\udbff][\udc00-\udfff]$/.exec(value)?.[0] ?? value.slice(-1)) : ''
  const middle = value.slice(first.length, value.length - last.length)
  const next = last !== '' ? '&' : firstUnit(after)
  let text = escapeText(middle, { bracket: piece.bracket, place, next })
  const startsLine = place === 'block' && (before === undefined || before.kind === 'break') && first === ''
  if (startsLine) text = escapeLineStart(text)
  if (place === 'heading' && after === undefined && last === '') text = text.replace(/#+$/, '\\$&')
  return reference(first) + text + reference(last)
}

function reference(character: string): string {
  return character === '' ? '' : `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

interface Escaping {
  readonly bracket: boolean
  readonly place: InlinePlace
  /** The code unit that comes after the text. */
  readonly next: string
}

/** What may have to be escaped. Colons and full stops are many, and only some of them begin a mention or an address. */
const SPECIAL = new RegExp(String.raw`[\\\x60*_[\]<&~!@|]|:(?=\/|${DIRECTIVES.text.join('|')}|$)|(?<=[Ww]{3})\.`, 'g')
const DIRECTIVE = new RegExp(`^:(?:${DIRECTIVES.text.join('|')})(?:[[{]|$)`)

/** Text with whatever would be read as markup escaped. */
function escapeText(text: string, { bracket, place, next }: Escaping): string {
  SPECIAL.lastIndex = 0
  if (!SPECIAL.test(text)) return text
  return text.replace(SPECIAL, (character, offset: number) => {
    const following = offset + 1 < text.length ? text.charAt(offset + 1) : next
    const escape = mustEscape(character, following, () => ({ head: text.slice(0, offset), tail: text.slice(offset) }))
    if (character === ']' && bracket) return '\\]'
    if (character === '|' && place === 'cell') return '\\|'
    return escape ? `\\${character}` : character
  })
}

function mustEscape(character: string, following: string, cut: () => { head: string; tail: string }): boolean {
  switch (character) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case '~':
      return true
    case '_':
      return !(/[A-Za-z0-9]$/.test(cut().head) && /[A-Za-z0-9]/.test(following))
    case '<':
      return /[A-Za-z!/?]/.test(following)
    case '&':
      return /[#A-Za-z]/.test(following)
    case '!':
      return following === '[' && cut().tail === '!'
    case ':':
      return DIRECTIVE.test(cut().tail) || (following === '/' && /https?$/i.test(cut().head.slice(-5)))
    case '@':
      return /[\w.+-]$/.test(cut().head) && /[\w-]/.test(following)
    case '.':
      return /www$/i.test(cut().head.slice(-3))
    default:
      return false
  }
}

function escapeLineStart(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-[- ]*$|=|:[:-]|\|)/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
