import { isFooterText, isRecord, listAt, textAt } from '@blamefree/core'
import type { JsonRecord, PageBlock } from '@blamefree/core'
import { LISTS, wordsOf } from './adf-words.ts'

/**
 * A description as pieces: each top-level node by itself, tables row by row and lists item by item, each in a table or list of its own. A list that follows another of
 * its kind says so in its first piece (`apart`), so that they do not become one when they are joined.
 */
export function split(text: string): PageBlock[] {
  const blocks: PageBlock[] = []
  let section = ''
  let before: JsonRecord | null = null
  for (const node of topNodes(text)) {
    const words = wordsOf(node)
    if (node['type'] === 'heading') section = words
    if (node['type'] === 'table' || LISTS.has(textAt(node, 'type') ?? '')) {
      const apart = before !== null && before['type'] === node['type'] && sameList(before, node)
      for (const [index, item] of listAt(node, 'content').entries())
        blocks.push({ text: JSON.stringify({ ...node, ...(apart && index === 0 ? { apart: true } : {}), content: [item] }), section })
    } else blocks.push({ text: JSON.stringify(node), section, ...(node['type'] === 'paragraph' && isFooterText(words) ? { kind: 'footer' as const } : {}) })
    before = node
  }
  return blocks
}

/** Pieces → a description. Neighbouring pieces of one table or list are one again. */
export function join(blocks: readonly PageBlock[]): string {
  const nodes: JsonRecord[] = []
  for (const { text } of blocks) {
    const { apart, ...node } = parsed(text)
    const last = nodes.at(-1)
    const type = textAt(node, 'type') ?? ''
    if (last !== undefined && apart !== true && (type === 'table' || LISTS.has(type)) && last['type'] === type && sameList(last, node))
      nodes[nodes.length - 1] = { ...last, content: [...listAt(last, 'content'), ...listAt(node, 'content')] }
    else if (type !== '') nodes.push(node)
  }
  return JSON.stringify({ version: 1, type: 'doc', content: nodes })
}

/** The top-level nodes of a description, or of a piece of one; none where the text is neither. */
export function topNodes(text: string): JsonRecord[] {
  const node = parsed(text)
  if (node['type'] === 'doc') return listAt(node, 'content').filter(isRecord)
  return textAt(node, 'type') === null ? [] : [node]
}

function parsed(text: string): JsonRecord {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

/** Whether two lists are of one kind: what Jira numbers by itself (`localId`) is not looked at. A table's attributes are about how it looks. */
function sameList(a: JsonRecord, b: JsonRecord): boolean {
  return a['type'] === 'table' || textAt(a, 'attrs', 'order') === textAt(b, 'attrs', 'order')
}
