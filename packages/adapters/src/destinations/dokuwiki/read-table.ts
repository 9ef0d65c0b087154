import type { AlignType, Table, TableCell } from 'mdast'
import { inlineTokens } from './inline-tokens.ts'
import { inlineOf, type Reading } from './read-inline.ts'

/** A cell of a row, with the sign before it: `^` heads, `|` does not. */
export interface Cell {
  readonly sign: string
  readonly words: string
  readonly align: AlignType
}

/** Rows of a table → a table of ours. A cell that goes on over several columns is followed by empty ones. */
export function tableOf(rows: readonly string[], reading: Reading): Table {
  const cells = rows.map(cellsOf)
  const width = Math.max(0, ...cells.map(({ length }) => length))
  const columns = Array.from(
    { length: width },
    (_, column) => cells.map((row) => row[column]).find((cell) => cell !== undefined && cell.words !== '')?.align ?? null,
  )
  return {
    type: 'table',
    align: columns,
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map(({ words }): TableCell => ({ type: 'tableCell', children: words === ':::' ? [] : inlineOf(words, reading) })),
    })),
  }
}

/** The cells of a row: `|` and `^` within links, pictures, notes and what is shown as it is are not their ends. */
export function cellsOf(row: string): Cell[] {
  const cells: { sign: string; text: string }[] = []
  for (const { kind, text } of inlineTokens(row.trim())) {
    for (const part of kind === 'words' || kind === 'address' ? text.split(/([|^])/) : [text]) {
      const last = cells.at(-1)
      if (part === '|' || part === '^') cells.push({ sign: part, text: '' })
      else if (last !== undefined) last.text += part
    }
  }
  // Behind the last sign is nothing.
  if (cells.at(-1)?.text.trim() === '') cells.pop()
  return cells.map(({ sign, text }) => ({ sign, words: text.trim(), align: alignOf(text) }))
}

function alignOf(text: string): AlignType {
  const [before, after] = [/^ {2,}|^\t/.test(text), / {2,}$|\t$/.test(text)]
  if (text.trim() === '') return null
  if (before && after) return 'center'
  return before ? 'right' : after ? 'left' : null
}
