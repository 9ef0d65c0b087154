import { plainText } from '@blamefree/core'
import type { Table, TableCell, TableRow } from 'mdast'
import { columnWidths } from './column-widths.ts'
import { directionOf, inlineRuns } from './inline.ts'
import { paragraph } from './paragraph.ts'
import type { Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** Twips of a cell's margins, left and right together. */
const CELL_MARGINS = 180

/** A table as wide as its place, each column as wide as its content wants. The header row repeats on every page; no row breaks over two. */
export function tableElement(node: Table, place: Place): string {
  const { writing, indent, width } = place
  const widths = columnWidths(
    node.children.map(({ children }) => children.map((cell) => plainText(cell))),
    width,
    CELL_MARGINS,
  )
  const grid = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('')
  const rows = node.children.map((row, index) => rowElement(row, { node, place, widths, isHeader: index === 0 })).join('')
  const style = xmlAttribute(writing.styles.table)
  const bidi = writing.base === 'rtl' ? '<w:bidiVisual/>' : ''
  const look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/>${bidi}<w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
}

interface RowPlace {
  readonly node: Table
  readonly place: Place
  readonly widths: readonly number[]
  readonly isHeader: boolean
}

function rowElement(row: TableRow, at: RowPlace): string {
  const cells = row.children.map((cell, index) => cellElement(cell, index, at)).join('')
  return `<w:tr><w:trPr><w:cantSplit/>${at.isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
}

function cellElement(cell: TableCell, index: number, { node, place, widths, isHeader }: RowPlace): string {
  const width = widths[index] ?? 0
  const align = node.align?.[index] ?? null
  const inner: Place = { ...place, width: Math.max(200, width - CELL_MARGINS), indent: 0, level: -1 }
  const content = paragraph(inlineRuns(cell.children, inner), inner, {
    style: isHeader ? 'tableHeading' : 'tableText',
    direction: directionOf(cell.children, place.writing),
    align,
  })
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
}
