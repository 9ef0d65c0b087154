/** Plain JSON with the keys of each object in one order: what it is, then everything else by the alphabet, then what it holds. Records keep theirs. */
export function inOrder(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, entry]) => [name, inOrder(entry, name)] as const)
  return Object.fromEntries(RECORDS.has(key) ? entries : entries.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)))
}

/** Keys whose objects hold names that somebody chose, in the order in which they are shown. */
const RECORDS = new Set(['attributes', 'fields', 'roles', 'timestamps', 'labels'])
const FIRST = ['schemaVersion', 'type', 'id', 'title', 'name', 'depth', 'value']
const LAST = ['incident', 'document', 'tree', 'people', 'events', 'children']

function rank(key: string): number {
  const first = FIRST.indexOf(key)
  return first >= 0 ? first - FIRST.length : LAST.indexOf(key) + 1
}
