import type { Nodes, Table, TableRow } from 'mdast'
import { paragraph, type AdfMark, type AdfNode } from './adf.ts'
import { inlineAdf } from './adf-inline.ts'
import type { Writing } from './writing.ts'

/** A table → ADF, its first row as header cells. Its rows are noted, because a description that is too long goes without some of those of a timeline. */
export function tableAdf(node: Table, writing: Writing, timeline = false): AdfNode[] {
  const rows = node.children.map((row, index) => {
    const adf: AdfNode = {
      type: 'tableRow',
      content: row.children.map((cell, column) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(inlineAdf(cell.children, writing), ALIGNS[node.align?.[column] ?? ''] ?? [])],
      })),
    }
    if (index > 0) writing.rows.set(adf, { timeline, events: timeline ? eventsIn(row) : [] })
    return adf
  })
  return rows.length === 0 ? [] : [{ type: 'table', content: rows }]
}

/** Left is where a paragraph begins anyway. */
const ALIGNS: Readonly<Record<string, readonly AdfMark[]>> = {
  center: [{ type: 'alignment', attrs: { align: 'center' } }],
  right: [{ type: 'alignment', attrs: { align: 'end' } }],
}

function eventsIn(row: TableRow): string[] {
  const ids: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'textDirective' && node.name === 'event') ids.push(node.attributes?.['id'] ?? '')
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(row)
  return ids
}
