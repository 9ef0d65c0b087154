/** What stands around a text, for marks that would be read together with what is beside it; and whether it stands in a cell of a table, which `|` and `^` would end. */
export interface TextPlace {
  readonly cell?: boolean
  /** The characters before and behind it; empty at an edge. */
  readonly before?: string
  readonly after?: string
}

/**
 * A text of somebody as DokuWiki shows it word for word: nothing in it is a link, a mark, a smiley, an arrow or a macro. Only what would mean something, and what lies
 * close together between, is set in `%%…%%`, so that people who edit the page read words.
 */
export function escapeDoku(text: string, { cell = false, before = '', after = '' }: TextPlace = {}): string {
  const meets = after !== '' && ((EDGES.has(after) && text.endsWith(after)) || MEETS[after]?.test(text) === true)
  const meetsBefore = before !== '' && before === text[0] && /[\]})*/_']/.test(before)
  if (!meets && !meetsBefore && PLAIN.test(text) && !RISKY.test(text)) return text
  const spans: [number, number][] = []
  const add = (from: number, to: number): void => {
    const last = spans.at(-1)
    if (last !== undefined && from - last[1] <= CLOSE) last[1] = Math.max(last[1], to)
    else spans.push([from, to])
  }
  if (meetsBefore) add(0, 1)
  for (const { 0: found, index } of text.matchAll(cell ? ACTIVE_IN_CELL : ACTIVE)) add(index, index + found.length)
  if (meets) add(text.length - 1, text.length)
  let made = ''
  let at = 0
  for (const [from, to] of spans) {
    made += text.slice(at, from) + verbatim(text.slice(from, to))
    at = to
  }
  return made + text.slice(at)
}

/** Words and numbers with the signs of sentences … */
const PLAIN = /^[\p{L}\p{N} ,;$#+&@.:/'’?!()]*$/u
/** … of which only these begin something. */
const RISKY = /www?\.|ftp?\.|LOL|FIXME|DELETEME|\.\.\.|\/\/|:[?!:]|\d[xX]\d|''|\(\(|\)\)|\((?:c|tm|r)\)|m\(/i

/** How many characters between two that are set apart are set apart with them. */
const CLOSE = 3

/** Characters that would be read as part of a mark that begins with the same. */
const EDGES: ReadonlySet<string> = new Set(['*', '/', '_', "'", '<', '[', '{', '(', ')', '\\', '%'])

/** How a text ends that would be a smiley, an address or a sign together with what a mark begins with. */
const MEETS: Readonly<Record<string, RegExp>> = {
  '/': /(?::-|[A-Za-z]:)$/,
  '\\': /:-$/,
  '(': /(?::-|(?<![A-Za-z0-9])m)$/,
  ')': /(?::-|;-|8-|=|\((?:c|r|tm))$/,
}

/** What means something in DokuWiki: `inc/Parsing/ParserMode`, and its lists of smileys and entities. */
const SIGNS: readonly string[] = [
  // Addresses, which become links by themselves.
  '[A-Za-z][A-Za-z0-9+.-]*://\\S*',
  '(?<![A-Za-z0-9])(?:www?|ftp?)\\.(?=\\S)\\S*',
  // Marks, macros, and what sets apart itself.
  "\\*{2,}|/{2,}|_{2,}|'{2,}|%{2,}|={2,}|\\\\{2,}\\S*|~{2,}|:{3,}",
  '\\({2,}|\\){2,}|\\[{2,}|\\]{2,}|\\{{2,}|\\}{2,}',
  '</?[A-Za-z][^<>\\s]{0,40}>?|<\\S|<$',
  // Typography: quotes, dashes, dots, arrows, signs, sizes.
  '"|-{2,}>?|\\.{3,}|[-=]>|>{2,}|\\((?:c|tm|r)\\)',
  '(?<![A-Za-z0-9])(?:[1-9]|\\d{2,})[xX]\\d+',
  // Smileys.
  '8-[)Oo]|:-[()/\\\\?DPoOxX|]|=\\)|;-\\)|(?<![A-Za-z0-9])m\\(|\\^_\\^|:\\?:|:!:|(?<![A-Za-z])(?:LOL|FIXME|DELETEME)(?![A-Za-z])',
]
const ACTIVE = new RegExp(SIGNS.join('|'), 'g')
const ACTIVE_IN_CELL = new RegExp([...SIGNS, '[|^]'].join('|'), 'g')

/** A text between signs that show it exactly as it is. */
export function verbatim(text: string): string {
  if (!text.includes('%%') && !text.endsWith('%')) return `%%${text}%%`
  return text
    .split(/(<\/nowiki>)/)
    .map((part) => (part === '' ? '' : part === '</nowiki>' ? `%%${part}%%` : `<nowiki>${part}</nowiki>`))
    .join('')
}

/** A text whose first character would begin a quote or a table, with that character set apart. */
export const lineStart = (text: string): string => (/^[>|^]/.test(text) ? `%%${text.slice(0, 1)}%%${text.slice(1)}` : text)

/** The words of a link or a picture, which DokuWiki shows as they are up to the closing sign: that is broken by a character that nobody sees. */
export function labelDoku(words: string): string {
  const safe = words.replace(/\](?=\])/g, `]${BREAK}`).replace(/\}(?=\})/g, `}${BREAK}`)
  return safe.startsWith('{{') ? BREAK + safe : safe
}

/** The words of a label without that character. */
export const plainLabel = (label: string): string => label.replace(/^\u2060(?=\{\{)|(?<=\])\u2060(?=\])|(?<=\})\u2060(?=\})/g, '')

/** A word joiner. */
const BREAK = '\u2060'

/** An address within a link: what would end it is percent-encoded. */
export const linkAddress = (url: string): string => url.replace(/[[\]{}|<>"\s\\^]/g, encodeURIComponent)
