import type { Code, Heading, RootContent } from 'mdast'
import { boxElement } from './box.ts'
import { directionOf, inlineRuns } from './inline.ts'
import { listElements } from './list.ts'
import { indented, paragraph } from './paragraph.ts'
import type { StyleKey } from './styles.ts'
import { tableElement } from './table.ts'
import type { Place } from './writing.ts'
import { xmlText } from './xml.ts'

/** Twips that a quotation is indented by. */
const QUOTE_INDENT = 300
const HEADINGS: readonly StyleKey[] = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6']
/** Code up to this many lines stays on one page. */
const KEPT_TOGETHER = 40

/** Blocks as paragraphs and tables, one after the other; footnote definitions are elsewhere. */
export function blocks(nodes: readonly RootContent[], place: Place): string {
  let xml = ''
  for (const node of nodes) {
    const next = blockElements(node, place)
    // After a table, always: two tables that touch would be one in Word.
    xml += next.endsWith('</w:tbl>') ? next + spacer(place) : next
  }
  return xml
}

function spacer(place: Place): string {
  return paragraph('', place, { style: 'spacer', direction: 'ltr' })
}

function blockElements(node: RootContent, place: Place): string {
  const { writing } = place
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlineRuns(node.children, place), place, { style: place.text, direction: directionOf(node.children, writing) })
    case 'heading':
      return headingElement(node, place)
    case 'list':
      return listElements(node, place)
    case 'table':
      return tableElement(node, place)
    case 'code':
      return codeElement(node, place)
    case 'blockquote': {
      const text = place.text === 'normal' || place.text === 'quote' ? 'quote' : place.text
      return blocks(node.children, { ...indented(place, QUOTE_INDENT), text })
    }
    case 'thematicBreak':
      return paragraph('', place, { style: 'rule', direction: 'ltr' })
    case 'containerDirective':
      return containerElements(node, place)
    default:
      return ''
  }
}

function containerElements(node: Extract<RootContent, { type: 'containerDirective' }>, place: Place): string {
  if (node.name === 'callout') return boxElement(node.attributes?.['kind'] ?? 'note', node.children, place)
  if (node.name === 'evidence' || node.name === 'guidance') return boxElement(node.name, node.children, place)
  return blocks(node.children, { ...place, pairs: place.pairs || node.name === 'key-information' || node.name === 'metrics' })
}

function headingElement(node: Heading, place: Place): string {
  const style = HEADINGS[Math.max(1, node.depth - place.writing.headingShift) - 1] ?? 'heading6'
  return paragraph(inlineRuns(node.children, place), place, { style, direction: directionOf(node.children, place.writing) })
}

function codeElement({ value }: Code, place: Place): string {
  const lines = value.split('\n')
  const runs = lines.map((line, index) => `<w:r>${index === 0 ? '' : '<w:br/>'}${codeText(line)}</w:r>`).join('')
  const inner = place.indent === 0 ? place : { ...place, indent: place.indent + 140 }
  return paragraph(runs, inner, { style: 'code', direction: 'ltr', keepLines: lines.length <= KEPT_TOGETHER })
}

function codeText(line: string): string {
  return line
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`))
    .join('<w:tab/>')
}
