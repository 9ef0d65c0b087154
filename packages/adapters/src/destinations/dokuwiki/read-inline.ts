import { safeUrl, type Problem } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { inlineTokens, type InlineToken } from './inline-tokens.ts'
import { linkOf, mediaOf } from './read-link.ts'

/** What is found out while a page is read. */
export interface Reading {
  readonly problems: Problem[]
  /** The words of footnotes, in order; two of the same words are one. */
  readonly notes: string[]
}

/** Text of a paragraph → inline content of ours. What has no counterpart becomes its words, with a problem. */
export function inlineOf(doku: string, reading: Reading = { problems: [], notes: [] }): PhrasingContent[] {
  const stack: Frame[] = [{ mark: '', children: [] }]
  const top = (): Frame => stack.at(-1) as Frame
  let words = ''
  const settle = (): void => {
    if (words !== '') top().children.push({ type: 'text', value: words })
    words = ''
  }
  for (const token of inlineTokens(doku)) {
    if (token.kind === 'words') words += token.text.replace(/\s+/g, ' ')
    else if (token.kind === 'verbatim') words += shownAs(token.text)
    else if (token.kind === 'mark') {
      settle()
      words += turn(token.text, stack)
    } else {
      settle()
      top().children.push(...nodesOf(token, reading))
    }
  }
  settle()
  while (stack.length > 1) closeTop(stack)
  return trimmed(stack[0]?.children ?? [])
}

interface Frame {
  readonly mark: string
  readonly children: PhrasingContent[]
}

const MARKS: Readonly<Record<string, 'strong' | 'emphasis' | 'delete' | null>> = {
  '**': 'strong',
  '//': 'emphasis',
  del: 'delete',
  __: null,
  sub: null,
  sup: null,
}

/** Opens or closes a mark; gives the words where it is none. */
function turn(text: string, stack: Frame[]): string {
  const mark = text.replace(/[</>]+(?=[a-z])|>$/g, '')
  const at = stack.findLastIndex((frame) => frame.mark === mark)
  if (at > 0 && !/^<[a-z]/.test(text)) {
    while (stack.length > at) closeTop(stack)
    return ''
  }
  if (text.startsWith('</') || at > 0) return text
  stack.push({ mark, children: [] })
  return ''
}

function closeTop(stack: Frame[]): void {
  const frame = stack.pop()
  if (frame === undefined || frame.children.length === 0) return
  const type = MARKS[frame.mark] ?? null
  stack.at(-1)?.children.push(...(type === null ? frame.children : [{ type, children: frame.children }]))
}

/** What `%%…%%` and `<nowiki>` show. */
export const shownAs = (text: string): string => (text.startsWith('%%') ? text.slice(2, -2) : text.slice(8, -9)).replace(/\s+/g, ' ')

function nodesOf({ kind, text }: InlineToken, reading: Reading): PhrasingContent[] {
  switch (kind) {
    case 'break':
      return [{ type: 'break' }]
    case 'code': {
      const value = wordsOf(text.slice(2, -2))
      return value === '' ? [] : [{ type: 'inlineCode', value }]
    }
    case 'address': {
      const url = text.startsWith('<') ? `mailto:${text.slice(1, -1)}` : text
      return safeUrl(url) === null
        ? [{ type: 'text', value: text }]
        : [{ type: 'link', url, title: null, children: [{ type: 'text', value: url.replace(/^mailto:/, '') }] }]
    }
    case 'link':
      return linkOf(text.slice(2, -2), reading.problems)
    case 'media':
      return mediaOf(text.slice(2, -2), reading.problems)
    case 'note': {
      const words = text.slice(2, -2).trim()
      const known = reading.notes.indexOf(words)
      const number = known < 0 ? reading.notes.push(words) : known + 1
      return [{ type: 'footnoteReference', identifier: `note-${number}` }]
    }
    default: {
      const code = /^<(?:code|file)\b[^>]*>([^]*)<\/\w+>$/.exec(text)?.[1]
      if (code !== undefined) return [{ type: 'inlineCode', value: code.replace(/\s+/g, ' ').trim() }]
      if (!/^~~(?:NOTOC|NOCACHE)~~$/.test(text))
        reading.problems.push({ code: 'dokuwiki/extension', message: `“${text.slice(0, 80)}” has no counterpart and was left out.`, weight: 'warning' })
      return []
    }
  }
}

/** The words of code, in which DokuWiki reads marks too. */
const wordsOf = (doku: string): string =>
  inlineTokens(doku)
    .map(({ kind, text }) => (kind === 'verbatim' ? shownAs(text) : kind === 'mark' ? '' : text.replace(/\s+/g, ' ')))
    .join('')

/** Without white space at the ends of a paragraph, as it is shown. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type === 'text') first.value = first.value.replace(/^ +/, '')
  if (last?.type === 'text') last.value = last.value.replace(/ +$/, '')
  return children.filter((node) => node.type !== 'text' || node.value !== '')
}
