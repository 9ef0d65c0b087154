/** A piece of a paragraph: words, a run of apostrophes, a tag, a link, a template. */
export interface InlineToken {
  readonly kind: 'words' | 'quotes' | 'markup' | 'address'
  readonly text: string
  /** Of a run of apostrophes: how many the next run has; 0 where there is none. */
  readonly next: number
}

/** Tags that are taken with what is in them. */
const WHOLE = /^<(nowiki|code|ref|math)\b[^<>]*>/i
const TAG = /^<\/?[a-z][^<>]*>/i
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"[\]{}|']+/i
const BEGINS = /'{2,}|<(?=[!/a-z])|\[(?=\[|\/\/|https?:|mailto:)|\{\{|(?<![\w\u0080-\uffff])(?:https?:\/\/|mailto:)/gi

/** A paragraph in pieces. What is opened and never closed is words. Takes time in proportion to the text. */
export function inlineTokens(text: string): InlineToken[] {
  const tokens: InlineToken[] = []
  // Of the same length, which `toLowerCase` does not promise.
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  /** Where each closing stands next; looked for once, as long as it lies ahead. Asked from places that only grow. */
  const known = new Map<string, number>()
  const closing = (sign: string, from: number): number => {
    const before = known.get(sign)
    if (before !== undefined && (before === -1 || before >= from)) return before
    const at = lower.indexOf(sign, from)
    known.set(sign, at)
    return at
  }
  let done = 0
  const pattern = new RegExp(BEGINS)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index
    const quotes = match[0].startsWith("'")
    const end = quotes ? at + match[0].length : endOf(text, at, closing)
    if (end <= at) continue
    if (at > done) tokens.push({ kind: 'words', text: text.slice(done, at), next: 0 })
    tokens.push({ kind: quotes ? 'quotes' : /[hm]/i.test(text[at] ?? '') ? 'address' : 'markup', text: text.slice(at, end), next: 0 })
    done = pattern.lastIndex = end
  }
  if (done < text.length) tokens.push({ kind: 'words', text: text.slice(done), next: 0 })
  return withNext(tokens)
}

/** How far something goes that a regular expression would look for again and again. */
const MOST = 4000

/** Behind what begins at a place; -1 where it is only words. */
function endOf(text: string, at: number, closing: (sign: string, from: number) => number): number {
  const sign = text.slice(at, at + 2)
  if (sign === '[[' || sign === '{{') return nestedEnd(text, at, closing)
  if (text[at] === '[') {
    const end = closing(']', at)
    const line = closing('\n', at)
    return end < 0 || (line >= 0 && line < end) ? -1 : end + 1
  }
  if (text.startsWith('<!--', at)) {
    const end = closing('-->', at)
    return end < 0 ? text.length : end + 3
  }
  const ahead = text.slice(at, at + MOST)
  if (text[at] !== '<') return at + (ADDRESS.exec(ahead)?.[0].length ?? -1)
  const whole = WHOLE.exec(ahead)
  const tag = TAG.exec(ahead)?.[0] ?? ''
  if (whole === null || tag.endsWith('/>')) return tag === '' ? -1 : at + tag.length
  const name = `</${whole[1]?.toLowerCase()}`
  const close = closing(name, at)
  const end = close < 0 ? -1 : closing('>', close)
  return end < 0 ? at + tag.length : end + 1
}

/** Behind the closing of a link or a template, which may hold others. */
function nestedEnd(text: string, at: number, closing: (sign: string, from: number) => number): number {
  const [open, close] = text[at] === '[' ? ['[[', ']]'] : ['{{', '}}']
  let end = closing(close, at + 2)
  let inner = at
  while (end >= 0 && end - at <= MOST) {
    inner = text.indexOf(open, inner + 2)
    if (inner < 0 || inner > end) return end + 2
    const more = text.slice(end + 2, end + 2 + MOST).indexOf(close)
    if (more < 0) return -1
    end += 2 + more
  }
  return -1
}

function withNext(tokens: readonly InlineToken[]): InlineToken[] {
  let next = 0
  return tokens
    .toReversed()
    .map((token) => {
      if (token.kind !== 'quotes') return token
      const own = { ...token, next }
      next = token.text.length
      return own
    })
    .toReversed()
}
