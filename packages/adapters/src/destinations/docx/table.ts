import { plainText } from '@blamefree/core'
import type { Table, TableRow } from 'mdast'
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
  const columns = widths.map((column, index): Column => ({
    start: `<w:tc><w:tcPr><w:tcW w:w="${column}" w:type="dxa"/></w:tcPr>`,
    place: { ...place, width: Math.max(200, column - CELL_MARGINS), indent: 0, level: -1 },
    align: node.align?.[index] ?? null,
  }))
  const rows = node.children.map((row, index) => rowElement(row, columns, index === 0)).join('')
  const style = xmlAttribute(writing.styles.table)
  const bidi = writing.base === 'rtl' ? '<w:bidiVisual/>' : ''
  const look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/>${bidi}<w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
}

/** What the cells of a column have in common. */
interface Column {
  readonly start: string
  readonly place: Place
  readonly align: 'left' | 'right' | 'center' | null
}

function rowElement({ children }: TableRow, columns: readonly Column[], isHeader: boolean): string {
  const style = isHeader ? 'tableHeading' : 'tableText'
  // Joined, not added up: a string that was added up stays in its hundred pieces, and a long table is all of them at once.
  const cells = columns.map(({ start, place, align }, index) => {
    const words = children[index]?.children ?? []
    return `${start}${paragraph(inlineRuns(words, place), place, { style, direction: directionOf(words, place.writing), align })}</w:tc>`
  })
  return [`<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>`, ...cells, '</w:tr>'].join('')
}
