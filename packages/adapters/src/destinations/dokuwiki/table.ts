import type { AlignType, PhrasingContent, Table } from 'mdast'
import { inlineDoku } from './inline.ts'
import type { Page } from './page.ts'

/** A table → a piece for each row. Spaces in a cell say on which side its words stand. */
export function tablePieces(node: Table, page: Page): string[] {
  const align = node.align ?? []
  return node.children.flatMap(({ children }, row) => {
    const sign = row === 0 ? '^' : '|'
    const cells = children.map((cell, column) => cellDoku(cell.children, align[column] ?? null, page))
    return cells.length === 0 ? [] : [`${sign}${cells.join(sign)}${sign}`]
  })
}

function cellDoku(children: readonly PhrasingContent[], align: AlignType, page: Page): string {
  const words = inlineDoku(children, page, { cell: true })
  const [before, after] = align === 'left' ? [' ', '  '] : align === 'right' ? ['  ', ' '] : align === 'center' ? ['  ', '  '] : [' ', ' ']
  return words === '' ? '  ' : `${before}${words}${after}`
}
