import type { PhrasingContent } from 'mdast'
import { parseInline } from '../markdown.ts'
import { plainText } from '../plain-text.ts'
import { dateTimeZoneText, durationText } from '../time.ts'
import { linkNode, personNode, placeholder, text, timeNode } from './nodes.ts'
import type { Value } from './value.ts'

/** A value as inline nodes: people, moments and links stay what they are, plain text is text whatever it holds, Markdown is parsed on its own. */
export function inlineNodes(value: Value): PhrasingContent[] {
  switch (value.kind) {
    case 'inline':
    case 'prose':
      return parseInline(value.markdown)
    case 'time':
      return [timeNode(value.at, plainWords(value))]
    case 'person':
      return [personNode(value.subject, value.role)]
    case 'link':
      return [linkNode(value.subject)]
    case 'event':
    case 'follow-up':
    case 'finding':
      return parseInline(value.subject.text)
    case 'list':
      if (value.items.length === 0) return [placeholder('none known')]
      return value.items.flatMap((item, index) => (index === 0 ? inlineNodes(item) : [text(', '), ...inlineNodes(item)]))
    case 'missing':
      return [placeholder('not known yet')]
    default:
      return [text(plainWords(value))]
  }
}

/** A value in plain words, for code, addresses and attributes. Empty for what is missing. */
export function plainWords(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'inline':
    case 'prose':
      return plainText(parseInline(value.markdown))
    case 'number':
      return String(value.number)
    case 'yes-no':
      return value.yes ? 'yes' : 'no'
    case 'time':
      return dateTimeZoneText(value.at, value.zone)
    case 'duration':
      return durationText(value.millis)
    case 'person':
      return value.subject.name
    case 'link':
      return value.subject.url ?? ''
    case 'event':
    case 'follow-up':
    case 'finding':
      return plainText(parseInline(value.subject.text))
    case 'list':
      return value.items.map(plainWords).join(', ')
    case 'blank':
      return `[${value.label}]`
    default:
      return ''
  }
}
