import { Table as Grid, TableCell as Cell, TableHeader as Header, TableRow as Row } from '@tiptap/extension-table'
import { NODES } from '@blamefree/editor'

const number = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(100, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
})

const cellAttributes = () => ({
  align: {
    default: null,
    parseHTML: (element: HTMLElement) =>
      ['left', 'center', 'right'].find((side) => side === (element.style.textAlign || element.getAttribute('align'))) ?? null,
    renderHTML: ({ align }: { align?: unknown }) => (typeof align === 'string' ? { 'data-align': align } : {}),
  },
  colspan: number('colspan'),
  rowspan: number('rowspan'),
  colwidth: { default: null, rendered: false },
})

export const TableCell = Cell.extend({
  content: NODES.tableCell.content,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})
export const TableHeader = Header.extend({
  content: NODES.tableHeader.content,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})
export const TableRow = Row.extend({ content: NODES.tableRow.content, parseHTML: () => [{ tag: 'tr' }], renderHTML: () => ['tr', 0] })

/** A table; Tab goes to the next cell and makes a row after the last. */
export const Table = Grid.extend({
  content: NODES.table.content,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { 'data-table': '' }, ['table', ['tbody', 0]]],
  addNodeView: () => null,
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Alt-Shift-ArrowDown': () => this.editor.commands.addRowAfter(),
      'Alt-Shift-ArrowUp': () => this.editor.commands.addRowBefore(),
      'Alt-Shift-ArrowRight': () => this.editor.commands.addColumnAfter(),
      'Alt-Shift-ArrowLeft': () => this.editor.commands.addColumnBefore(),
      'Alt-Shift-Backspace': () => this.editor.commands.deleteRow(),
      'Alt-Shift-Delete': () => this.editor.commands.deleteColumn(),
    }
  },
}).configure({ resizable: false })
