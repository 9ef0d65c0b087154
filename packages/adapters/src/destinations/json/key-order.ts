/** The keys of objects of one kind as they come, and in the order in which they are written. */
export interface KeyOrder {
  readonly keys: readonly string[]
  readonly order: readonly string[]
  /** The lines that begin with each key in that order, by how deep they stand: made when they are needed first. */
  readonly lines: (readonly Uint8Array[])[]
  /** What stands before each where they share a line: made when it is needed first. */
  flat: readonly Uint8Array[] | null
}

/**
 * The order in which the keys of an object are written: what it is, then everything else by the alphabet, then what it holds. What records hold stays in its own. Nodes
 * of one kind have the same keys, so that it is found once for each kind. `under` is the key that the object stands under.
 */
export function keyOrder(record: Readonly<Record<string, unknown>>, under: string): KeyOrder {
  const isRecord = RECORDS.has(under)
  const kind = isRecord || typeof record['type'] !== 'string' ? under : record['type']
  const kinds = isRecord ? recordKinds : nodeKinds
  const known = kinds.get(kind)
  if (known !== undefined) for (const entry of known) if (fits(record, entry.keys)) return entry
  const keys = Object.keys(record)
  const made = { keys, order: isRecord ? keys : keys.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)), lines: [], flat: null }
  if (known === undefined && kinds.size < MOST_KINDS) kinds.set(kind, [made])
  else if (known !== undefined && known.length < MOST_OF_A_KIND) known.push(made)
  return made
}

/** Keys whose objects hold names that somebody chose, in the order in which they are shown. */
const RECORDS = new Set(['attributes', 'fields', 'roles', 'timestamps', 'labels', 'images'])

const nodeKinds = new Map<string, KeyOrder[]>()
const recordKinds = new Map<string, KeyOrder[]>()
const MOST_KINDS = 200
const MOST_OF_A_KIND = 8

/** Whether an object has just these keys, in their order. */
function fits(record: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  let index = 0
  for (const key in record) if (keys[index++] !== key) return false
  return index === keys.length
}

const FIRST = ['schemaVersion', 'type', 'id', 'title', 'name', 'depth', 'value']
const LAST = ['incident', 'document', 'tree', 'people', 'events', 'children', 'images']

function rank(key: string): number {
  const first = FIRST.indexOf(key)
  return first >= 0 ? first - FIRST.length : LAST.indexOf(key) + 1
}
