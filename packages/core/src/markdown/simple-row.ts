import type { PhrasingContent, Root, TableCell, TableRow } from 'mdast'
import { trimSpaces } from '../inline-rules.ts'
import { shortenedTables, type Shortened } from './long-tables.ts'
import { simpleWords } from './simple-inline.ts'

/** A row of a table whose cells hold nothing but what `simpleWords` reads; null for any other, which the parser reads. */
export function simpleRow(line: string): TableRow | null {
  if (line.length > LONGEST || /\p{Cc}/u.test(line)) return null
  const cells = cellsOf(line)
  if (cells === null) return null
  const children: TableCell[] = []
  for (const cell of cells) {
    const words: PhrasingContent[] | null = cell === '' ? [] : simpleWords(cell)
    if (words === null) return null
    children.push({ type: 'tableCell', children: words })
  }
  return { type: 'tableRow', children }
}

/** Puts the rows that were taken out of a text into the tables that they are of. False, and nothing is done, where the parser did not see all of these. */
export function withRows(tree: Root, short: Shortened<TableRow>): boolean {
  const tables = shortenedTables(tree, short)
  if (tables === null) return false
  for (const [table, { rows }] of tables) {
    const [head, ...others] = table.children
    if (head === undefined) return false
    let next = 0
    table.children = [head, ...rows.map((row) => row ?? (others[next++] as TableRow))]
  }
  return true
}

/** The longest row: a longer one may hold more marks than the parser is given. */
const LONGEST = 1000

/** What stands between the pipes that no backslash is before, without spaces around it; null where the row does not end with such a pipe. */
function cellsOf(line: string): string[] | null {
  if (line.length < 2 || !line.startsWith('|') || !line.endsWith('|')) return null
  if (!line.includes('\\')) return line.slice(1, -1).split('|').map(trimSpaces)
  // Inside of code an escaped pipe loses its backslash, and no other character does.
  return line.includes('`') || ENDS_ESCAPED.test(line) ? null : Array.from(line.slice(1).matchAll(CELL), ([, cell = '']) => trimSpaces(cell))
}

/** A cell and the pipe after it. */
const CELL = /((?:[^|\\]|\\[\\|]?)*)\|/g
const ENDS_ESCAPED = /(?<!\\)(?:\\\\)*\\\|$/
