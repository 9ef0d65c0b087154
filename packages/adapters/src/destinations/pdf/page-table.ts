import { plainText } from '@blamefree/core'
import type { Table, TableRow } from 'mdast'
import { directionOf, isRightToLeft } from './direction.ts'
import { pageInline } from './page-inline.ts'
import type { InlineSetting } from './page-inline.ts'
import type { PageCell, PageTable } from './page.ts'

/** A table → a page's table, with column widths weighed by what the columns hold. */
export function pageTable(node: Table, setting: InlineSetting): PageTable {
  const [header, ...rows] = node.children
  const texts = node.children.map((row) => row.children.map((cell) => plainText(cell.children)))
  const cellsOf = (row: TableRow): PageCell[] =>
    row.children.map((cell) => ({ children: pageInline(cell.children, setting), ...directionOf(plainText(cell.children)) }))
  const align = (header?.children ?? []).map((_, index) => node.align?.[index] ?? null)
  return {
    type: 'table',
    columns: columnWidths(texts),
    align,
    breakable: texts.some((row) => row.some((text) => text.length > TALL)),
    header: header === undefined ? [] : cellsOf(header),
    rows: rows.map(cellsOf),
    ...(isRightToLeft(texts[0]?.join(' ') ?? '') ? { rtl: true as const } : {}),
  }
}

/** From this many characters on a cell in a narrow column may be taller than a page. */
const TALL = 900
/** A column whose every cell is at most this long is as wide as its content. In characters; a line of the page holds about 95. */
const NARROW = 24
const LINE = 84

/** Widths of columns by the lengths of their texts: short ones as wide as their content, the others a share by the square root of what they hold. Where all are short, each has a share by its length. */
export function columnWidths(texts: readonly (readonly string[])[]): number[] {
  const count = texts.reduce((most, row) => Math.max(most, row.length), 0)
  const longest = Array.from({ length: count }, (_, index) => texts.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0))
  const shares = Array.from({ length: count }, (_, index) => {
    const mean = texts.reduce((sum, row) => sum + widthOf(row[index] ?? ''), 0) / Math.max(1, texts.length)
    return Math.round(Math.sqrt(Math.max(4, mean)) * 10) / 10
  })
  const narrow = longest.map((length) => length <= NARROW)
  const taken = longest.reduce((sum, length, index) => sum + (narrow[index] === true ? length + 3 : 0), 0)
  const wide = count - narrow.filter(Boolean).length
  if (taken + wide * 12 > LINE) return shares
  if (wide > 0) return longest.map((_, index) => (narrow[index] === true ? 0 : (shares[index] ?? 1)))
  return longest.map((length) => Math.max(4, length + 3))
}

/** In the width of a Latin letter; East Asian characters and emoji take two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
}
