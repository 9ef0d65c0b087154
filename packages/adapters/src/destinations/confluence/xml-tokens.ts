/** A piece of storage format: where it stands, and what it is. */
export interface XmlToken {
  readonly kind: 'open' | 'close' | 'single' | 'text' | 'cdata' | 'comment'
  /** Of an element. */
  readonly name: string
  /** As it is written, from `<` to `>`. */
  readonly raw: string
  readonly start: number
  readonly end: number
}

/**
 * Storage format in pieces, tolerantly: what is no tag is text. Elements that HTML leaves empty count as single also where somebody forgot the slash.
 */
export function xmlTokens(text: string): XmlToken[] {
  const tokens: XmlToken[] = []
  let at = 0
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
    const tag = tagAt(text, start)
    if (tag === null) {
      start++
      continue
    }
    if (start > at) tokens.push({ kind: 'text', name: '', raw: text.slice(at, start), start: at, end: start })
    tokens.push(tag)
    at = start = tag.end
  }
  if (text.length > at) tokens.push({ kind: 'text', name: '', raw: text.slice(at), start: at, end: text.length })
  return tokens
}

/** What begins at a `<`; null where that is but a sign. Read by hand: an expression makes an array of each, and pages have tens of thousands. */
function tagAt(text: string, start: number): XmlToken | null {
  if (text.charCodeAt(start + 1) === EXCLAMATION) {
    if (text.startsWith('<![CDATA[', start)) return token('cdata', '', { text, start, end: behind(text, ']]>', start + 9) })
    return text.startsWith('<!--', start) ? token('comment', '', { text, start, end: behind(text, '-->', start + 4) }) : null
  }
  const closes = text.charCodeAt(start + 1) === SLASH
  const from = start + (closes ? 2 : 1)
  let at = from
  while (isOfName(text.charCodeAt(at), at === from)) at++
  if (at === from) return null
  const name = text.slice(from, at)
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === GREATER) {
      const single = text.charCodeAt(at - 1) === SLASH || EMPTY.has(name)
      return token(closes ? 'close' : single ? 'single' : 'open', name, { text, start, end: at + 1 })
    }
    if (unit === LESS) return null
    if (unit === QUOTE || unit === APOSTROPHE) {
      at = text.indexOf(unit === QUOTE ? '"' : "'", at + 1)
      if (at < 0) return null
    }
  }
  return null
}

const [QUOTE, APOSTROPHE, EXCLAMATION, SLASH, LESS, GREATER] = [0x22, 0x27, 0x21, 0x2f, 0x3c, 0x3e] as const

function token(kind: XmlToken['kind'], name: string, { text, start, end }: { readonly text: string; readonly start: number; readonly end: number }): XmlToken {
  return { kind, name, raw: text.slice(start, end), start, end }
}

/** Where what ends so has ended, or the text. */
function behind(text: string, ending: string, from: number): number {
  const at = text.indexOf(ending, from)
  return at < 0 ? text.length : at + ending.length
}

/** Letters, and behind the first one digits and `_ : . -`. */
function isOfName(unit: number, first: boolean): boolean {
  const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
  return isLetter || (!first && ((unit >= 0x30 && unit <= 0x3a) || unit === 0x5f || unit === 0x2d || unit === 0x2e))
}

const EMPTY = new Set(['br', 'hr', 'col', 'img'])

/** The attributes of a tag, as they are written. */
export function attributesOf(raw: string): [name: string, value: string][] {
  return !raw.includes('=')
    ? []
    : [...raw.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [name, double ?? single ?? ''])
}
