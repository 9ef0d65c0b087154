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

const TOKEN = /<!\[CDATA\[([^]*?)(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

/**
 * Storage format in pieces, tolerantly: what is no tag is text. Elements that HTML leaves empty count as single also where somebody forgot the slash.
 */
export function xmlTokens(text: string): XmlToken[] {
  const tokens: XmlToken[] = []
  let at = 0
  const plain = (to: number): void => {
    if (to > at) tokens.push({ kind: 'text', name: '', raw: text.slice(at, to), start: at, end: to })
  }
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    plain(match.index)
    const raw = match[0]
    const name = match[3] ?? ''
    at = match.index + raw.length
    tokens.push({ kind: name === '' ? (raw.startsWith('<![') ? 'cdata' : 'comment') : kindOf(match), name, raw, start: match.index, end: at })
  }
  plain(text.length)
  return tokens
}

const kindOf = ({ 2: slash, 3: name = '', 5: single }: RegExpExecArray): 'open' | 'close' | 'single' =>
  slash === '/' ? 'close' : single === '/' || EMPTY.has(name) ? 'single' : 'open'

const EMPTY = new Set(['br', 'hr', 'col', 'img'])

/** The attributes of a tag, as they are written. */
export function attributesOf(raw: string): [name: string, value: string][] {
  return !raw.includes('=')
    ? []
    : [...raw.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [name, double ?? single ?? ''])
}
