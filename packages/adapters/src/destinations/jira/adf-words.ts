import { isRecord, listAt, textAt, valueAt } from '@blamefree/core'

/** The types of lists. */
export const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList', 'decisionList'])

/** The words of a node of somebody's description, whatever it is. */
export function wordsOf(node: unknown): string {
  const words = wordsInside(node)
  return words.replace(/\s+/g, ' ').trim()
}

function wordsInside(node: unknown): string {
  const own = textOf(node)
  if (own !== '') return own
  const attribute = textAt(node, 'attrs', 'text') ?? textAt(node, 'attrs', 'shortName') ?? textAt(node, 'attrs', 'url') ?? textAt(node, 'attrs', 'alt')
  if (attribute !== null) return attribute
  const day = dayOf(node)
  if (day !== null) return day
  const inner = listAt(node, 'content').map(wordsInside)
  return isRecord(node) && INLINE.has(textAt(node, 'type') ?? '') ? inner.join('') : inner.join(' ')
}

/** The text of a text node, with its spaces. */
export function textOf(node: unknown): string {
  const text = valueAt(node, 'text')
  return typeof text === 'string' ? text : ''
}

const INLINE = new Set(['paragraph', 'heading', 'taskItem', 'codeBlock'])

/** The day of a date node, `2026-03-04`; null for everything else. */
export function dayOf(node: unknown): string | null {
  const millis = Number(textAt(node, 'attrs', 'timestamp') ?? Number.NaN)
  return textAt(node, 'type') !== 'date' || Number.isNaN(millis) || Math.abs(millis) > 8e15 ? null : new Date(millis).toISOString().slice(0, 10)
}
