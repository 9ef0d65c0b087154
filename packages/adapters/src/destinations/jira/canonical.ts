import { isRecord } from '@blamefree/core'
import type { JsonRecord } from '@blamefree/core'

/** A node without what Jira adds or changes by itself: ids, empty and standard attributes, the order of keys and marks, text in pieces. */
export function canonical(text: string): string {
  try {
    return JSON.stringify(plain(JSON.parse(text) as unknown))
  } catch {
    return text.trim()
  }
}

/** Attributes that say nothing: what Jira writes for a table or cell as it comes, and what it makes up. */
const STANDARD: Readonly<Record<string, readonly unknown[]>> = {
  isNumberColumnEnabled: [false],
  layout: ['default', 'center'],
  displayMode: ['default'],
  colspan: [1],
  rowspan: [1],
  order: [1],
  accessLevel: ['', 'CONTAINER', 'NONE'],
  userType: ['DEFAULT'],
  // How a piece hangs together with the one before, and how wide somebody drew a column, are not what it says.
  apart: [true],
}
const NEVER = new Set(['localId', 'width', 'height', 'widthType', 'colwidth', 'uniqueId', 'occurrenceKey'])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return pieced(value).map(plain)
  if (!isRecord(value)) return value
  const entries: [string, unknown][] = []
  for (const key of Object.keys(value).toSorted()) {
    const found = value[key]
    if (found === null || NEVER.has(key) || key.startsWith('__') || STANDARD[key]?.includes(found) === true) continue
    if (key === 'marks' && Array.isArray(found)) {
      const marks = found.map(plain).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      if (marks.length > 0) entries.push([key, marks])
      continue
    }
    // A picture is which one it has; where the media store files it is Jira's business.
    if (key === 'collection' && Object.hasOwn(value, 'id')) continue
    // A mention is whose id it has; its name is how Jira shows it today.
    if (key === 'text' && Object.hasOwn(value, 'id')) continue
    const inner = plain(found)
    if (!(isRecord(inner) && Object.keys(inner).length === 0) && !(Array.isArray(inner) && inner.length === 0)) entries.push([key, inner])
  }
  return Object.fromEntries(entries)
}

/** Neighbouring texts with the same marks as one. */
function pieced(nodes: readonly unknown[]): unknown[] {
  const result: unknown[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (isText(last) && isText(node) && marksOf(last) === marksOf(node)) result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}

const isText = (node: unknown): node is JsonRecord & { readonly text: string } => isRecord(node) && node['type'] === 'text' && typeof node['text'] === 'string'
const marksOf = (node: JsonRecord): string => JSON.stringify(plain({ marks: node['marks'] ?? [] }))
