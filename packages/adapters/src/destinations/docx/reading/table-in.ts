import { plainText } from '@blamefree/core'
import type { BlockContent, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast'
import type { WordReading } from './inline-in.ts'
import { paragraphIn } from './paragraph-in.ts'
import { elementAt, elementsIn, isOn, textIn, valueOf, within, type XmlElement } from './xml-tree.ts'

type Inner = (elements: readonly XmlElement[]) => BlockContent[]

/** A table; or, of one cell, the callout or the evidence that it frames. */
export function tableIn(table: XmlElement, reading: WordReading, inner: Inner): RootContent | null {
  const rows = elementsIn(table).flatMap(rowsOf)
  const cells = rows.map((row) => elementsIn(row).flatMap(cellsOf))
  const [only] = cells[0] ?? []
  if (only === undefined) return null
  if (cells.length === 1 && cells[0]?.length === 1)
    return boxIn(only, reading.file.styles.get(valueOf(table, 'w:tblPr', 'w:tblStyle') ?? '') ?? '', { reading, inner })
  const children = cells.map((row): TableRow => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: cellWords(cell, reading, row === cells[0]) })),
  }))
  return { type: 'table', align: (cells[0] ?? []).map(alignOf), children }
}

/** A row of the table itself, also one in a content control or a tracked insertion; those of a table in a cell are not asked. */
function rowsOf(element: XmlElement): XmlElement[] {
  if (element.name === 'w:tr') return elementAt(element, 'w:trPr', 'w:del') === null ? [element] : []
  if (element.name === 'w:sdt') return elementsIn(elementAt(element, 'w:sdtContent')).flatMap(rowsOf)
  return element.name === 'w:ins' || element.name === 'w:customXml' ? elementsIn(element).flatMap(rowsOf) : []
}

const cellsOf = (element: XmlElement): XmlElement[] =>
  element.name === 'w:tc' ? [element] : element.name === 'w:sdt' ? elementsIn(elementAt(element, 'w:sdtContent')).flatMap(cellsOf) : []

/** What a cell says, in one line for each of its paragraphs. In a header, bold is how it looks. */
function cellWords(cell: XmlElement, reading: WordReading, header: boolean): PhrasingContent[] {
  const lines = within(cell, 'w:p')
    .map((paragraph) => paragraphIn(paragraph, reading).children)
    .filter((children) => children.length > 0)
    .map((children) => (header ? withoutBold(children) : children))
  return lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{ type: 'break' }, ...line]))
}

function withoutBold(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.every(({ type }) => type === 'strong') ? children.flatMap((node) => (node.type === 'strong' ? node.children : [node])) : [...children]
}

/** Left is where words begin anyway; in a paragraph from right to left, Word's `left` is the other side. */
function alignOf(cell: XmlElement): 'right' | 'center' | null {
  const properties = elementAt(
    elementsIn(cell).find(({ name }) => name === 'w:p'),
    'w:pPr',
  )
  const align = valueOf(properties, 'w:jc')
  if (align === 'center') return 'center'
  const right = isOn(properties, 'w:bidi') ? /^left$/ : /^(?:right|end)$/
  return align !== null && right.test(align) ? 'right' : null
}

const KINDS: Readonly<Record<string, string>> = { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Important', evidence: 'What the record shows' }

function boxIn(cell: XmlElement, style: string, { reading, inner }: { readonly reading: WordReading; readonly inner: Inner }): RootContent | null {
  const blocks = elementsIn(cell).filter(({ name }) => name !== 'w:tcPr')
  const [first, ...rest] = blocks
  const words = first?.name === 'w:p' ? textIn(first).trim() : ''
  const known = /^callout (note|tip|warning|danger)$|^(evidence)$/.exec(style)
  // Other programs drop the style and keep the words.
  const kind = known?.[1] ?? known?.[2] ?? Object.entries(KINDS).find(([, title]) => title === words)?.[0] ?? 'note'
  const titled = first?.name === 'w:p' && words !== '' && (known !== null || KINDS[kind] === words || isBold(first))
  const children = inner(titled ? rest : blocks)
  const label = titled && words !== KINDS[kind] && kind !== 'evidence' ? labelOf(first, reading) : null
  if (children.length === 0 && label === null) return null
  if (kind === 'evidence') return { type: 'containerDirective', name: 'evidence', attributes: {}, children }
  return { type: 'containerDirective', name: 'callout', attributes: { kind }, children: label === null ? children : [label, ...children] }
}

function labelOf(title: XmlElement, reading: WordReading): Paragraph | null {
  const children = withoutBold(paragraphIn(title, reading).children)
  return plainText(children) === '' ? null : { type: 'paragraph', data: { directiveLabel: true }, children }
}

function isBold(paragraph: XmlElement): boolean {
  const runs = within(paragraph, 'w:r').filter((run) => elementAt(run, 'w:t') !== null)
  return runs.length > 0 && runs.every((run) => isOn(elementAt(run, 'w:rPr'), 'w:b'))
}
