/** A piece of a paragraph: words, a mark that opens or closes (`**`, `<del>`), a break, an address, or something that is taken whole (a link, a picture, a note, code). */
export interface InlineToken {
  readonly kind: 'words' | 'mark' | 'break' | 'address' | 'verbatim' | 'link' | 'media' | 'note' | 'tag' | 'code'
  /** With what sets it apart. */
  readonly text: string
}

const ADDRESS = '\\b(?:https?|ftp):\\/\\/[\\w/#~:.?+=&%@!\\-[\\];,]+?(?=[.:?\\-;,]*(?:[^\\w/#~:.?+=&%@!\\-[\\];,]|$))'
const BEGINS = new RegExp(
  [
    '%%|<nowiki>',
    "\\*\\*|\\/\\/|__|<\\/?(?:del|sub|sup)>|''",
    '\\\\\\\\(?=\\s|$)\\s?',
    '\\(\\(|\\[\\[|\\{\\{',
    '<(?:code|file)\\b[^<>\\n]*>|<\\/?(?:WRAP|wrap|div|hidden)\\b[^<>\\n]*>|~~[A-Z][^~\\n]*~~',
    '<[^\\s<>@]+@[^\\s<>@]+>',
    ADDRESS,
  ].join('|'),
  'g',
)

/** What begins with these two characters. */
const KINDS: Readonly<Record<string, InlineToken['kind']>> = {
  '%%': 'verbatim',
  '<n': 'verbatim',
  '**': 'mark',
  '//': 'mark',
  __: 'mark',
  "''": 'code',
  '\\\\': 'break',
  '((': 'note',
  '[[': 'link',
  '{{': 'media',
  '~~': 'tag',
}

function kindOf(sign: string): InlineToken['kind'] {
  if (sign.startsWith('<') && sign.includes('@')) return 'address'
  const known = KINDS[sign.slice(0, 2)]
  if (known !== undefined) return known
  if (!sign.startsWith('<')) return 'address'
  return /^<\/?(?:del|sub|sup)>$/.test(sign) ? 'mark' : 'tag'
}

/** A paragraph in pieces. What is opened and never closed is words. Takes time in proportion to the text. */
export function inlineTokens(text: string): InlineToken[] {
  const tokens: InlineToken[] = []
  const closing = closings(text)
  let done = 0
  const pattern = new RegExp(BEGINS)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index
    const kind = kindOf(match[0])
    const end = endOf({ kind, sign: match[0], at }, text, closing)
    if (end < 0) continue
    if (at > done) tokens.push({ kind: 'words', text: text.slice(done, at) })
    tokens.push({ kind, text: text.slice(at, end) })
    done = pattern.lastIndex = end
  }
  if (done < text.length) tokens.push({ kind: 'words', text: text.slice(done) })
  return tokens
}

type Closing = (sign: string, from: number) => number

/** Where each closing stands next; looked for once, as long as it lies ahead. Asked from places that only grow. */
function closings(text: string): Closing {
  const known = new Map<string, number>()
  return (sign, from) => {
    const before = known.get(sign)
    if (before !== undefined && (before === -1 || before >= from)) return before
    const at = text.indexOf(sign, from)
    known.set(sign, at)
    return at
  }
}

/** How far a note is looked through for what in it hides its end. */
const MOST = 20_000

/** Behind what begins at a place; -1 where it is only words. */
function endOf({ kind, sign, at }: { readonly kind: InlineToken['kind']; readonly sign: string; readonly at: number }, text: string, closing: Closing): number {
  const behind = at + sign.length
  const through = (close: string): number => {
    const end = closing(close, behind)
    return end < 0 ? -1 : end + close.length
  }
  switch (kind) {
    case 'verbatim':
      return through(sign === '%%' ? '%%' : '</nowiki>')
    case 'link': {
      // A bracket right behind belongs to the label.
      let end = through(']]')
      while (end > 0 && text[end] === ']') end++
      return end
    }
    case 'media':
      return through('}}')
    case 'code':
    case 'note':
      return hiddenEnd(text, behind, kind === 'code' ? "''" : '))', closing)
    case 'tag':
      return /^<(?:code|file)\b/.test(sign) ? through(`</${sign.slice(1, 5)}>`) : behind
    default:
      return behind
  }
}

/** Behind a closing that does not stand in what is shown as it is. */
function hiddenEnd(text: string, from: number, close: string, closing: Closing): number {
  if (closing(close, from) < 0) return -1
  const part = text.slice(from, from + MOST)
  let at = 0
  while (at < part.length) {
    const end = part.indexOf(close, at)
    if (end < 0) return -1
    const hidden = /%%|<nowiki>|\[\[|\{\{/g
    hidden.lastIndex = at
    const found = hidden.exec(part)
    if (found === null || found.index > end) return from + end + close.length
    const until = part.indexOf(HIDES[found[0]] ?? '', found.index + found[0].length)
    at = until < 0 ? found.index + found[0].length : until + (HIDES[found[0]] ?? '').length
  }
  return -1
}

const HIDES: Readonly<Record<string, string>> = { '%%': '%%', '<nowiki>': '</nowiki>', '[[': ']]', '{{': '}}' }
