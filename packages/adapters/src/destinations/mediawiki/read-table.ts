import { heldLines, type Problem } from '@blamefree/core'
import type { RootContent, TableCell, TableRow } from 'mdast'
import { inlineOf } from './read-inline.ts'
import { wikiRanges } from './wiki-ranges.ts'

type Align = 'left' | 'right' | 'center' | null

interface Cell {
  readonly align: Align
  words: string
}

/** A table, or rows of one, → a table of ours. Its caption becomes a paragraph before it. */
export function tableOf(text: string, problems: Problem[]): RootContent[] {
  const inside = text.replace(/^\{\|/, '').replace(/\n?\|\}[^\n]*$/, '')
  const rows: Cell[][] = []
  let caption = ''
  let row: Cell[] | null = null
  const source = text.startsWith('{|') ? inside : `\n${inside}`
  // The first line is what the table itself has for attributes.
  for (const { text: line } of heldLines(source, wikiRanges(source)).slice(1)) {
    const [, sign = '', rest = ''] = /^\s*(\|-|\|\+|\|(?!\})|!)([^]*)$/.exec(line) ?? []
    if (sign === '|-') row = null
    else if (sign === '|+') caption = rest.trim()
    else if (sign === '') {
      const last = row?.at(-1)
      if (last !== undefined && line.trim() !== '') last.words += `${last.words === '' ? '' : '<br />'}${line.trim()}`
    } else {
      if (row === null) rows.push((row = []))
      for (const cell of rest.split(sign === '!' ? /!!|\|\|/ : /\|\|/)) row.push(cellOf(cell))
    }
  }
  const children = rows.map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map(({ words }): TableCell => ({ type: 'tableCell', children: inlineOf(words.trim(), problems) })),
  }))
  const before: RootContent[] = caption === '' ? [] : [{ type: 'paragraph', children: inlineOf(caption, problems) }]
  return rows.length === 0 ? before : [...before, { type: 'table', align: (rows[0] ?? []).map(({ align }) => align), children }]
}

/** What stands before the first single `|` of a cell are its attributes. */
function cellOf(cell: string): Cell {
  const [, attributes = '', words = cell] = /^([^|[\]{}<]*=[^|[\]{}<]*)\|([^]*)$/.exec(cell) ?? []
  return {
    align: (/text-align:\s*(left|right|center)/.exec(attributes)?.[1] ?? /align\s*=\s*"?(left|right|center)/.exec(attributes)?.[1] ?? null) as Align,
    words: words.trim(),
  }
}
