/**
 * Plain JSON as indented text, as `JSON.stringify(value, null, 2)` writes it, with the keys of each object in one order: what it is, then everything else by the alphabet, then what it
 * holds. Records keep theirs. In one pass, since a document is thousands of small objects.
 */
export function orderedJson(value: unknown): string {
  return written(value, '', '')
}

function written(value: unknown, key: string, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    let text = '['
    for (const [index, entry] of value.entries()) text += `${index === 0 ? '' : ','}\n${inner}${written(entry, '', inner)}`
    return `${text}\n${indent}]`
  }
  const record = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const name of RECORDS.has(key) ? Object.keys(record) : orderOf(Object.keys(record))) {
    const entry = record[name]
    if (entry !== undefined) text += `${text === '' ? '' : ','}\n${inner}${JSON.stringify(name)}: ${written(entry, name, inner)}`
  }
  return text === '' ? '{}' : `{${text}\n${indent}}`
}

/** Keys whose objects hold names that somebody chose, in the order in which they are shown. */
const RECORDS = new Set(['attributes', 'fields', 'roles', 'timestamps', 'labels'])
const FIRST = ['schemaVersion', 'type', 'id', 'title', 'name', 'depth', 'value']
const LAST = ['incident', 'document', 'tree', 'people', 'events', 'children']

/** Nodes of one kind have the same keys: their order is found once. */
const orders = new Map<string, readonly string[]>()
const MOST_ORDERS = 1000

function orderOf(keys: readonly string[]): readonly string[] {
  const shape = keys.join('\n')
  const known = orders.get(shape)
  if (known !== undefined) return known
  const order = keys.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  if (orders.size < MOST_ORDERS) orders.set(shape, order)
  return order
}

function rank(key: string): number {
  const first = FIRST.indexOf(key)
  return first >= 0 ? first - FIRST.length : LAST.indexOf(key) + 1
}
