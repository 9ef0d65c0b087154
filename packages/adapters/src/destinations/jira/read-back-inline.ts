import { isRecord, listAt, textAt } from '@blamefree/core'
import type { JsonRecord } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import { dayOf, textOf, wordsOf } from './adf-words.ts'

/** Told what has no counterpart in a post-mortem: `a status`. */
export type Doubt = (what: string) => void

/** The inline content of a node of Jira's as ours. */
export function inlineBack(nodes: readonly unknown[], doubt: Doubt): PhrasingContent[] {
  return nodes.filter(isRecord).flatMap((node) => nodeBack(node, doubt))
}

function nodeBack(node: JsonRecord, doubt: Doubt): PhrasingContent[] {
  const type = textAt(node, 'type') ?? ''
  switch (type) {
    case 'text':
      return marked(textOf(node), listAt(node, 'marks'), doubt)
    case 'hardBreak':
      return [{ type: 'break' }]
    case 'mention':
      return [{ type: 'text', value: wordsOf(node).replace(/^@/, '') }]
    case 'date':
      return [{ type: 'text', value: dayOf(node) ?? '' }]
    case 'emoji':
      return [{ type: 'text', value: wordsOf(node) }]
    case 'inlineCard': {
      const url = textAt(node, 'attrs', 'url')
      return url === null ? [] : [{ type: 'link', url, title: null, children: [{ type: 'text', value: url }] }]
    }
    default: {
      doubt(type === 'status' ? 'a status' : type === 'mediaInline' ? 'an image or file' : `something (${type})`)
      const words = wordsOf(node)
      return words === '' ? [] : [{ type: 'text', value: words }]
    }
  }
}

function marked(text: string, marks: readonly unknown[], doubt: Doubt): PhrasingContent[] {
  if (text === '') return []
  const types = new Set(marks.map((mark) => textAt(mark, 'type') ?? ''))
  let nodes: PhrasingContent[] = [types.has('code') ? { type: 'inlineCode', value: text } : { type: 'text', value: text }]
  for (const [type, name] of [
    ['strike', 'delete'],
    ['em', 'emphasis'],
    ['strong', 'strong'],
  ] as const)
    if (types.has(type)) nodes = [{ type: name, children: nodes }]
  const href = marks.map((mark) => (textAt(mark, 'type') === 'link' ? textAt(mark, 'attrs', 'href') : null)).find((found) => found !== null)
  if (href !== undefined && href !== null) nodes = [{ type: 'link', url: href, title: null, children: nodes }]
  for (const type of ['underline', 'textColor', 'backgroundColor']) if (types.has(type)) doubt('colours or underlines')
  return nodes
}
