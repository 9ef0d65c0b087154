import { decodeReferences, safeUrl, type Problem } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { inlineTokens } from './inline-tokens.ts'
import { wikiLinkOf } from './read-wiki-link.ts'

/** Wikitext within a paragraph → inline content of ours. What has no counterpart becomes its words, with a problem. `linked`: within a link, where no address becomes one. */
export function inlineOf(wikitext: string, problems: Problem[] = [], linked = false): PhrasingContent[] {
  const stack: Frame[] = [{ mark: null, children: [] }]
  const top = (): Frame => stack.at(-1) as Frame
  let words = ''
  const settle = (): void => {
    if (words !== '') top().children.push({ type: 'text', value: decodeReferences(words.replace(/\s+/g, ' ')) })
    words = ''
  }
  const add = (...nodes: PhrasingContent[]): void => {
    settle()
    top().children.push(...nodes)
  }
  for (const { kind, text, next } of inlineTokens(wikitext)) {
    const mark = kind === 'markup' ? MARK_TAG.exec(text) : null
    if (kind === 'quotes') {
      settle()
      words += toggle(text.length, next, stack)
    } else if (mark !== null) {
      settle()
      toggleTag(mark[1] === '/', TAG_MARKS[mark[2]?.toLowerCase() ?? ''] ?? 'delete', stack)
    } else if (kind === 'markup') add(...nodeOf(text, problems))
    else if (kind === 'address' && !linked && safeUrl(text) !== null) add({ type: 'link', url: text, title: null, children: [{ type: 'text', value: text }] })
    else words += text
  }
  settle()
  while (stack.length > 1) closeTop(stack)
  return stack[0]?.children ?? []
}

type Mark = 'strong' | 'emphasis' | 'delete'

interface Frame {
  readonly mark: Mark | null
  readonly children: PhrasingContent[]
}

const MARK_TAG = /^<(\/?)(del|s|strike|b|strong|i|em)\s*>$/i
const TAG_MARKS: Readonly<Record<string, Mark>> = { b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis' }

function toggleTag(closes: boolean, mark: Mark, stack: Frame[]): void {
  if (closes) closeMark(mark, stack)
  else if (!stack.some((frame) => frame.mark === mark)) stack.push({ mark, children: [] })
}

/** An opening or closing of marks by a run of apostrophes; gives those that are no mark. */
function toggle(length: number, next: number, stack: Frame[]): string {
  const size = length >= 5 ? 5 : length === 4 ? 3 : length
  const open = (mark: Mark): boolean => stack.some((frame) => frame.mark === mark)
  const flip = (mark: Mark): void => {
    if (open(mark)) closeMark(mark, stack)
    else stack.push({ mark, children: [] })
  }
  if (size === 2) flip('emphasis')
  else if (size === 3) flip('strong')
  else if (open('strong') || open('emphasis')) {
    // The inner one first.
    const inner = stack.findLast(({ mark }) => mark === 'strong' || mark === 'emphasis')?.mark === 'strong' ? 'strong' : 'emphasis'
    flip(inner)
    flip(inner === 'strong' ? 'emphasis' : 'strong')
  } else for (const mark of next === 2 ? (['strong', 'emphasis'] as const) : (['emphasis', 'strong'] as const)) flip(mark)
  return "'".repeat(length - size)
}

/** Closes a mark; those that were opened in it go on behind it. */
function closeMark(mark: Mark, stack: Frame[]): void {
  const at = stack.findLastIndex((frame) => frame.mark === mark)
  if (at < 1) return
  const again: Mark[] = []
  while (stack.length > at + 1) {
    again.push(stack.at(-1)?.mark as Mark)
    closeTop(stack)
  }
  closeTop(stack)
  for (const inner of again.toReversed()) stack.push({ mark: inner, children: [] })
}

function closeTop(stack: Frame[]): void {
  const frame = stack.pop()
  if (frame === undefined || frame.mark === null || frame.children.length === 0) return
  stack.at(-1)?.children.push({ type: frame.mark, children: frame.children })
}

function nodeOf(token: string, problems: Problem[]): PhrasingContent[] {
  if (token.startsWith('[[')) return wikiLinkOf(token.slice(2, -2), problems, inlineOf)
  if (token.startsWith('[')) {
    const [, url = '', label = ''] = /^\[(\S+?)(?:\s+([^]*))?\]$/.exec(token) ?? []
    if (url === '') return [{ type: 'text', value: token }]
    const address = decodeReferences(url)
    const children = inlineOf(label, problems, true)
    return [
      {
        type: 'link',
        url: address.startsWith('//') ? `https:${address}` : address,
        title: null,
        children: children.length > 0 ? children : [{ type: 'text', value: address }],
      },
    ]
  }
  if (token.startsWith('{{')) {
    const name = token.slice(2).split(/[|}]/)[0]?.trim() ?? ''
    problems.push({
      code: 'mediawiki/template',
      message: `The template “${name.slice(0, 80)}” has no counterpart: only its words were taken over.`,
      weight: 'warning',
    })
    const words = token
      .slice(2, -2)
      .split('|')
      .slice(1)
      .map((part) => part.replace(/^[^=[\]{}]*=/, '').trim())
    return inlineOf(
      words
        .filter((part) => part !== '')
        .join(' ')
        .replaceAll('{{', '')
        .replaceAll('}}', ''),
      problems,
    )
  }
  const [, name = '', attributes = '', inner = ''] = /^<(\w+)\b([^<>]*)>(?:([^]*)<\/\w+\s*>)?$/.exec(token) ?? []
  switch (name.toLowerCase()) {
    case 'br':
      return [{ type: 'break' }]
    case 'code': {
      const [, verbatim] = /^<nowiki>([^]*)<\/nowiki\s*>$/i.exec(inner.trim()) ?? []
      return [{ type: 'inlineCode', value: decodeReferences((verbatim ?? inner).replace(/<\/?[a-z][^<>]*>/gi, '').replace(/\s+/g, ' ')) }]
    }
    case 'nowiki':
      return inner === '' ? [] : [{ type: 'text', value: decodeReferences(inner.replace(/\s+/g, ' ')) }]
    case 'ref': {
      const note = /name\s*=\s*"?note-(\d+)/.exec(attributes)?.[1]
      if (note !== undefined) return [{ type: 'footnoteReference', identifier: `note-${note}` }]
      if (inner === '') return []
      problems.push({ code: 'mediawiki/reference', message: 'A footnote that was written there stands in parentheses in the text now.', weight: 'warning' })
      return [{ type: 'text', value: ' (' }, ...inlineOf(inner, problems), { type: 'text', value: ')' }]
    }
    case 'math':
      return [{ type: 'inlineCode', value: inner.trim() }]
    default:
      return []
  }
}
