import type { Table, TableRow } from 'mdast'
import { inlineWikitext } from './inline.ts'
import type { Page } from './page.ts'

/** A table → its opening, a piece for each row on one line, and its end. */
export function tablePieces(node: Table, page: Page): string[] {
  const [header, ...rows] = node.children
  const styles = (node.align ?? []).map((align) => (align === null ? '' : `style="text-align: ${align}" `))
  const cells = ({ children }: TableRow, attributes: (column: number) => string): string[] =>
    children.map((cell, column) => {
      const given = attributes(column)
      return `${given === '' ? '' : `${given}| `}${inlineWikitext(cell.children, page, 'inside')}`
    })
  const head = header === undefined ? [] : [`|-\n! ${cells(header, (column) => `scope="col" ${styles[column] ?? ''}`).join(' !! ')}`]
  return ['{| class="wikitable"', ...head, ...rows.map((row) => `|-\n| ${cells(row, (column) => styles[column] ?? '').join(' || ')}`.trimEnd()), '|}']
}
