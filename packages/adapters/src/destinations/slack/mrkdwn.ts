import { plainText, safeUrl } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'

/** Text as Slack's mrkdwn shows it: its three characters escaped, and signs of formatting kept from forming any by a space of no width. */
export function escapeMrkdwn(text: string): string {
  return escapeSigns(text).replace(/[*_~`]/g, '\u200b$&')
}

/** Text with the three characters escaped that would make a mention, a link or an entity of it. */
export function escapeSigns(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Inline content → mrkdwn. `records`: addresses of events; `mentions`: Slack's ids of people. */
export function inlineMrkdwn(nodes: readonly PhrasingContent[], known: Known): string {
  return nodes.map((node) => nodeMrkdwn(node, known)).join('')
}

/** What inline content refers to. */
export interface Known {
  readonly records: ReadonlyMap<string, string>
  readonly mentions: Readonly<Record<string, string>>
}

const MARKS = { strong: '*', emphasis: '_', delete: '~' } as const

function nodeMrkdwn(node: PhrasingContent, known: Known): string {
  switch (node.type) {
    case 'text':
      return escapeMrkdwn(node.value)
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const inner = inlineMrkdwn(node.children, known)
      // Slack knows no formatting over lines, nor of nothing.
      return inner.trim() === '' || inner.includes('\n') ? inner : `${MARKS[node.type]}${inner}${MARKS[node.type]}`
    }
    case 'inlineCode':
      return `\`${escapeMrkdwn(node.value.replace(/`/g, '\u02cb'))}\``
    case 'break':
      return '\n'
    case 'link':
      return link(node.url, plainText(node))
    case 'image':
      return link(node.url, node.alt ?? '')
    case 'textDirective':
      return directive(node, known)
    default:
      return ''
  }
}

function directive(node: Extract<PhrasingContent, { type: 'textDirective' }>, known: Known): string {
  const id = node.attributes?.['id'] ?? ''
  const person = node.name === 'person' && Object.hasOwn(known.mentions, id) ? known.mentions[id] : undefined
  if (person !== undefined && /^[UW][A-Z0-9]+$/.test(person)) return `<@${person}>`
  const url = node.name === 'event' ? known.records.get(id) : undefined
  return url === undefined ? inlineMrkdwn(node.children, known) : link(url, plainText(node))
}

/** `<https://…|words>`; an address that Slack cannot take is its words. */
export function link(address: string, words: string): string {
  const url = safeUrl(address)
  const label = escapeMrkdwn(words.replace(/\|/g, '\u2223'))
  if (url === null) return label
  const target = url.replace(/&/g, '&amp;').replace(/[<>]/g, '').replace(/\|/g, '%7C')
  return label === '' ? `<${target}>` : `<${target}|${label}>`
}
