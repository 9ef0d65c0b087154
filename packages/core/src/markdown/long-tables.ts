import type { Nodes, Root, Table } from 'mdast'

/** A text whose tables have given away the rows that need no parser. */
export interface Shortened<Row> {
  readonly text: string
  /** The tables that gave rows, in order. */
  readonly tables: readonly ShortenedTable<Row>[]
  /** Which line of the whole text, counted from one, each line of this one is. */
  readonly lines: readonly number[]
}

/** A table that gave rows away. */
export interface ShortenedTable<Row> {
  /** Where its head begins in the shortened text. */
  readonly at: number
  /** What was made of each row; null where it stayed in the text. */
  readonly rows: readonly (Row | null)[]
}

/**
 * Takes the rows of plain tables out of a text, since the parser needs a hundred times longer for them than they need. Such a table stands at the beginning of its
 * lines, has its head and rule first, an empty line or a fence of colons before it and, as `mayFollow` says, after it, and every line begins with a pipe. Whether the
 * parser sees a table there too is its own to say: who uses this has to look for all of `tables`, and to read the whole text where one is missing.
 */
export function shortenTables<Row>(text: string, take: (line: string) => Row | null, mayFollow: RegExp): Shortened<Row> {
  const whole = text.split('\n')
  const kept: string[] = []
  const lines: number[] = []
  const tables: ShortenedTable<Row>[] = []
  let length = 0
  const keep = (index: number): void => {
    const line = whole[index] ?? ''
    kept.push(line)
    lines.push(index + 1)
    length += line.length + 1
  }
  for (let index = 0; index < whole.length; index++) {
    const end = beginsTable(whole, index) ? rowsEnd(whole, index + 2) : index
    if (end - index < FEWEST || !mayFollow.test(whole[end] ?? '')) {
      keep(index)
      continue
    }
    const rows: (Row | null)[] = []
    tables.push({ at: length, rows })
    keep(index)
    keep(index + 1)
    for (let row = index + 2; row < end; row++) {
      const line = whole[row] ?? ''
      const taken = take(line)
      rows.push(taken)
      if (taken === null) keep(row)
    }
    index = end - 1
  }
  return { text: kept.join('\n'), tables, lines }
}

/** The tables of a tree that gave rows, in order, with what each gave; null where the parser does not see all of them. */
export function shortenedTables<Row>(tree: Root, { tables }: Shortened<Row>): ReadonlyMap<Table, ShortenedTable<Row>> | null {
  const found = new Map<Table, ShortenedTable<Row>>()
  const visit = (node: Nodes): void => {
    const next = tables[found.size]
    if (next === undefined) return
    if (node.type !== 'table') {
      if ('children' in node && node.type !== 'paragraph') for (const child of node.children) visit(child)
    } else if (node.position?.start.offset === next.at && node.children.length === 1 + next.rows.filter((row) => row === null).length) found.set(node, next)
  }
  visit(tree)
  return found.size === tables.length ? found : null
}

/** The fewest lines of a table that is worth it. */
const FEWEST = 5
const RULE = /^\|(?: *:?-+:? *\|)+ *$/

function beginsTable(lines: readonly string[], index: number): boolean {
  const before = lines[index - 1] ?? ''
  return lines[index]?.startsWith('|') === true && RULE.test(lines[index + 1] ?? '') && (before.trim() === '' || before.startsWith(':::'))
}

/** The number of the line after the last that begins with a pipe. */
function rowsEnd(lines: readonly string[], from: number): number {
  let end = from
  while (lines[end]?.startsWith('|') === true) end++
  return end
}
