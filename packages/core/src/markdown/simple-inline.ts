import type { PhrasingContent } from 'mdast'

/**
 * One line that begins with a letter and holds nothing but words, simple code, emphasis, links and mentions → its inline nodes, not yet normalised; null for anything else, which the
 * parser reads. It takes a fraction of the parser's time, and the tests hold it against the parser. What somebody says in a chat is nearly always such a line.
 */
export function simpleInline(line: string): PhrasingContent[] | null {
  return line.length > LONGEST || !STARTS.test(line) ? null : simpleWords(line.replace(/ +$/, ''))
}

/** The same for text without control characters that no block can begin with, because of where it stands: in a cell of a table. No spaces are at its ends. */
export function simpleWords(text: string): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = []
  let words = ''
  const settle = (): void => {
    if (words !== '') nodes.push({ type: 'text', value: words })
    words = ''
  }
  let at = 0
  while (at < text.length) {
    const run = matchAt(RUN, text, at)
    if (run !== null) {
      words += run[0]
      at += run[0].length
      continue
    }
    const escaped = matchAt(ESCAPE, text, at)
    if (escaped !== null) {
      words += escaped[1] ?? ''
      at += 2
      continue
    }
    const [node, length] = markAt(text, at) ?? [null, 0]
    if (node === null) return null
    settle()
    nodes.push(node)
    at += length
  }
  settle()
  return nodes
}

const LONGEST = 2000
const STARTS = /^\p{L}\P{Cc}*$/u

/** Words of text in which nothing is marked. A colon before a slash may be an address, one before a name and a bracket a mention; `www.` an address; `@` one of e-mail. */
const PLAIN = String.raw`(?:[^\\\x60*_[\]<&~@:.!]|:(?!\/|(?:person|time|event)[[{])|(?<![Ww][Ww][Ww])\.|!(?!\[)|&(?=[ ]|$)|<(?=[ ]|$)|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))`
const RUN = new RegExp(`${PLAIN}+`, 'y')
const ESCAPE = /\\([!-/:-@[-`{-~])/y
/** Words inside a mark: they begin and end with a letter or digit, so that the marks around them can only be what they seem. */
const INNER = String.raw`[\p{L}\p{N}](?:(?![_])${PLAIN}*[\p{L}\p{N}])?`
/** Words between brackets: no space at their ends, and no sign of a footnote. */
const LABEL = String.raw`(?![ \^])${PLAIN}+(?<! )`
const CODE = /`((?! )[^`]*[^` ])`(?!`)/y
const STRONG = new RegExp(String.raw`\*\*(${INNER})\*\*(?=$|[ .,;:!?)])`, 'uy')
const EMPHASIS = new RegExp(String.raw`([*_])(${INNER})\1(?=$|[ .,;:!?)])`, 'uy')
const URL = String.raw`https?:\/\/[A-Za-z\d][A-Za-z\d\-._~/?#=%+,;$]*`
const LINK = new RegExp(String.raw`\[(${LABEL})\]\((${URL})\)`, 'y')
const ADDRESS = new RegExp(`<(${URL})>`, 'y')
const VALUE = String.raw`"[^"&\\{}<>]*"|[A-Za-z\d_.,:/@+\-]+`
const MENTION = new RegExp(String.raw`:(person|time|event)\[(${LABEL})\]\{((?:(?!class=)[a-z]+=(?:${VALUE})(?: |(?=\})))*)\}`, 'y')
const ATTRIBUTES = new RegExp(`([a-z]+)=(${VALUE})`, 'g')
const BREAK = /<br ?\/?>/y

function markAt(text: string, at: number): readonly [PhrasingContent, number] | null {
  // What cannot begin here is not even looked for.
  const free = at === 0 || /[ (]/.test(text[at - 1] ?? '')
  switch (text[at]) {
    case '`': {
      const code = matchAt(CODE, text, at)
      return code === null || text[at - 1] === '`' ? null : [{ type: 'inlineCode', value: code[1] ?? '' }, code[0].length]
    }
    case '*':
    case '_':
      return free ? emphasisAt(text, at) : null
    case '[':
      return linkOf(matchAt(LINK, text, at))
    case '<': {
      const address = linkOf(matchAt(ADDRESS, text, at))
      const end = address === null ? matchAt(BREAK, text, at) : null
      return end === null ? address : [{ type: 'break' }, end[0].length]
    }
    case ':':
      return free ? mentionAt(text, at) : null
    default:
      return null
  }
}

function emphasisAt(text: string, at: number): readonly [PhrasingContent, number] | null {
  const strong = matchAt(STRONG, text, at)
  if (strong !== null) return [{ type: 'strong', children: [word(strong[1])] }, strong[0].length]
  const emphasis = matchAt(EMPHASIS, text, at)
  return emphasis === null ? null : [{ type: 'emphasis', children: [word(emphasis[2])] }, emphasis[0].length]
}

/** What is shown, and where it leads: the same for an address that stands for itself. */
function linkOf(found: RegExpExecArray | null): readonly [PhrasingContent, number] | null {
  return found === null ? null : [{ type: 'link', url: found[2] ?? found[1] ?? '', title: null, children: [word(found[1])] }, found[0].length]
}

function mentionAt(text: string, at: number): readonly [PhrasingContent, number] | null {
  const mention = matchAt(MENTION, text, at)
  if (mention === null) return null
  const attributes = Object.fromEntries(Array.from((mention[3] ?? '').matchAll(ATTRIBUTES), ([, name = '', value = '']) => [name, value.replace(/^"|"$/g, '')]))
  return [{ type: 'textDirective', name: mention[1] ?? '', attributes, children: [word(mention[2])] }, mention[0].length]
}

const word = (value = ''): PhrasingContent => ({ type: 'text', value })

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
