import { LEVEL_INDENT } from './numbering.ts'
import type { StyleKey } from './styles.ts'
import type { Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** What a paragraph has besides its runs. */
export interface ParagraphLook {
  readonly style: StyleKey
  readonly direction: 'ltr' | 'rtl'
  /** Its mark in a list. */
  readonly number?: { readonly id: number; readonly level: number; readonly hanging: number }
  readonly align?: 'left' | 'right' | 'center' | null
  readonly keepLines?: boolean
  readonly keepNext?: boolean
  /** A tab stop, in twips from the edge of the text. */
  readonly tab?: number
  /** No space between this and a neighbour of the same style. */
  readonly contextual?: boolean
}

/** A paragraph (ECMA-376 part 1, 17.3.1); its properties stand in the schema's order. */
export function paragraph(runs: string, place: Place, look: ParagraphLook): string {
  const { writing, indent } = place
  const { number, align } = look
  const start = look.direction === 'rtl' ? 'right' : 'left'
  // In a paragraph from right to left, Word's `left` means the side where lines begin.
  const justify = align === null || align === undefined ? '' : align === 'center' ? 'center' : align === start ? 'left' : 'right'
  let properties = look.style === 'normal' ? '' : `<w:pStyle w:val="${xmlAttribute(writing.styles[look.style])}"/>`
  if (look.keepNext === true) properties += '<w:keepNext/>'
  if (look.keepLines === true) properties += '<w:keepLines/>'
  if (number !== undefined) properties += `<w:numPr><w:ilvl w:val="${number.level}"/><w:numId w:val="${number.id}"/></w:numPr>`
  if (look.tab !== undefined) properties += `<w:tabs><w:tab w:val="left" w:pos="${look.tab}"/></w:tabs>`
  if (look.direction === 'rtl') properties += '<w:bidi/>'
  // The hanging is said even when it is 0: the list's own level would have one.
  if (number !== undefined) properties += `<w:ind w:left="${indent}" w:hanging="${number.hanging}"/>`
  else if (indent > 0) properties += `<w:ind w:left="${indent}"/>`
  if (look.contextual === true) properties += '<w:contextualSpacing/>'
  if (justify !== '') properties += `<w:jc w:val="${justify}"/>`
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** The place inside something that is indented, as far as the page has room for it. */
export function indented(place: Place, by: number): Place {
  const step = place.width - by < NARROWEST ? 0 : by
  return { ...place, indent: place.indent + step, width: place.width - step }
}

const NARROWEST = 8 * LEVEL_INDENT
