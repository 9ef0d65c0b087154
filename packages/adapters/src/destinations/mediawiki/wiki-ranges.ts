/** A construct of a text from its first character to behind its last. */
export interface WikiRange {
  readonly from: number
  readonly to: number
  /** `comment`, `template`, `wikitable`, or the name of a tag in lower case. */
  readonly kind: string
}

/** Tags whose content is not looked at. */
const RAW = 'nowiki|pre|syntaxhighlight|source|math|ref|references|gallery|poem|templatedata|score|timeline|code'
/** Tags that hold blocks. */
const BLOCK = 'div|blockquote|ul|ol|dl|table|center|section|noinclude|includeonly|onlyinclude'
const TOKEN = new RegExp(`<!--|<(${RAW})\\b[^<>]*>|<(/?)(${BLOCK})\\b[^<>]*>|\\{\\{|\\}\\}|(?:^|\\n)[ :]*\\{\\||(?:^|\\n)[ ]*\\|\\}(?!\\})`, 'gi')

interface Opened {
  readonly kind: string
  readonly from: number
}

/**
 * Everything in a wikitext that goes on over several lines, none within another: comments, templates, tables, boxes, code. What is opened and never closed is none, as
 * in the wiki; but a comment goes on to the end. Takes time in proportion to the text.
 */
export function wikiRanges(text: string): WikiRange[] {
  const found: WikiRange[] = []
  const opened: Opened[] = []
  const counts = new Map<string, number>()
  const open = (kind: string, from: number): void => {
    opened.push({ kind, from })
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const close = (kind: string, to: number): void => {
    if ((counts.get(kind) ?? 0) === 0) return
    for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
      counts.set(last.kind, (counts.get(last.kind) ?? 0) - 1)
      if (last.kind === kind) return void found.push({ from: last.from, to, kind })
    }
  }
  /** Names of tags that nothing closes from here on. */
  const endless = new Set<string>()
  const pattern = new RegExp(TOKEN)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [token, raw, slash, block] = match
    const end = match.index + token.length
    if (token === '<!--') {
      const at = text.indexOf('-->', end)
      pattern.lastIndex = at < 0 ? text.length : at + 3
      found.push({ from: match.index, to: pattern.lastIndex, kind: 'comment' })
    } else if (raw !== undefined) {
      const name = raw.toLowerCase()
      if (/\/\s*>$/.test(token) || endless.has(name)) continue
      const closing = new RegExp(`</${name}\\s*>`, 'gi')
      closing.lastIndex = end
      if (closing.exec(text) === null) endless.add(name)
      else {
        found.push({ from: match.index, to: closing.lastIndex, kind: name })
        pattern.lastIndex = closing.lastIndex
      }
    } else if (block !== undefined) {
      if (slash === '/') close(block.toLowerCase(), end)
      else if (!/\/\s*>$/.test(token)) open(block.toLowerCase(), match.index)
    } else if (token === '{{') open('template', match.index)
    else if (token === '}}') close('template', end)
    else if (token.endsWith('{|')) open('wikitable', match.index + token.indexOf('{|'))
    else close('wikitable', end)
  }
  return outermost(found)
}

function outermost(ranges: readonly WikiRange[]): WikiRange[] {
  const kept: WikiRange[] = []
  for (const range of ranges.toSorted((one, two) => one.from - two.from || two.to - one.to)) if (range.from >= (kept.at(-1)?.to ?? 0)) kept.push(range)
  return kept
}
