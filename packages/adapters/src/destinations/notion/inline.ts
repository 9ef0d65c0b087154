import { safeUrl } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'

/** What inline content is written with. */
export interface InlineWriting {
  /** Notion's ids of people, by the id that a mention has. */
  readonly mentions: Readonly<Record<string, string>>
  /** Where the record of an event is, by the event's id. */
  readonly events: ReadonlyMap<string, string>
  /** The number of a footnote, by its name. */
  readonly notes: ReadonlyMap<string, number>
}

/** The longest address that Notion takes. */
export const LONGEST_URL = 2000

/** Inline content → one line of Notion-flavoured Markdown. Images are their descriptions here: Notion has them as blocks only. */
export function inlineText(children: readonly PhrasingContent[], writing: InlineWriting): string {
  return children.map((child) => one(child, writing)).join('')
}

function one(node: PhrasingContent, writing: InlineWriting): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value)
    case 'strong':
      return marked('**', inlineText(node.children, writing))
    case 'emphasis':
      return marked('*', inlineText(node.children, writing))
    case 'delete':
      return marked('~~', inlineText(node.children, writing))
    case 'inlineCode':
      return code(node.value)
    case 'break':
      return '<br>'
    case 'link':
      return link(node.url, inlineText(node.children, writing))
    case 'image':
      return escapeText(node.alt ?? '')
    case 'footnoteReference':
      return escapeText(`[${writing.notes.get(node.identifier) ?? '?'}]`)
    case 'textDirective':
      return directive(node, writing)
    default:
      return ''
  }
}

function directive(node: Extract<PhrasingContent, { type: 'textDirective' }>, writing: InlineWriting): string {
  const words = inlineText(node.children, writing)
  const id = node.attributes?.['id'] ?? ''
  if (node.name === 'person' && Object.hasOwn(writing.mentions, id))
    return `<mention-user url="user://${attribute(writing.mentions[id] ?? '')}">${words}</mention-user>`
  const address = node.name === 'event' ? writing.events.get(id) : undefined
  return address === undefined || words === '' ? words : link(address, words)
}

/** Marks stand right beside what they mark: spaces go outside. */
function marked(mark: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`
}

function link(url: string, words: string): string {
  const safe = safeUrl(url)
  if (safe === null || safe.length > LONGEST_URL) return words
  return `[${words === '' ? escapeText(safe) : words}](${addressText(safe)})`
}

/** An address between parentheses. */
export const addressText = (url: string): string => url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))

function code(value: string): string {
  const text = value.replace(/\s+/g, ' ')
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`
}

/** Text with everything escaped that Notion reads as markup outside of code. */
export function escapeText(text: string): string {
  return MARKUP.test(text) ? text.replace(/[\\*~`$[\]<>{}|^]/g, '\\$&').replace(/\s+/g, ' ') : text
}

/** What has to be escaped, and spaces that are not one. */
const MARKUP = /[\\*~`$[\]<>{}|^]|\s\s|[^\S ]/

/** A line with what would make it a block of another kind escaped. */
export function escapeStart(line: string): string {
  return line.replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{3,}$|:{3,})/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** The value of an attribute of a tag. */
export const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
