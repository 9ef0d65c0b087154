import { isLabel } from '@blamefree/core'
import type { PhrasingContent, RootContent } from 'mdast'
import { directionOf, inlineRuns } from './inline.ts'
import { paragraph } from './paragraph.ts'
import type { StyleKey } from './styles.ts'
import type { Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

interface BoxLook {
  readonly box: StyleKey
  readonly title: StyleKey
  readonly text: StyleKey
  /** Used where the document gives no title. */
  readonly words: string
}

const BOXES: Readonly<Record<string, BoxLook>> = {
  note: { box: 'noteBox', title: 'noteTitle', text: 'calloutText', words: 'Note' },
  tip: { box: 'tipBox', title: 'tipTitle', text: 'calloutText', words: 'Tip' },
  warning: { box: 'warningBox', title: 'warningTitle', text: 'calloutText', words: 'Warning' },
  danger: { box: 'dangerBox', title: 'dangerTitle', text: 'calloutText', words: 'Important' },
  evidence: { box: 'evidenceBox', title: 'evidenceTitle', text: 'evidenceText', words: 'What the record shows' },
  guidance: { box: 'guidanceBox', title: 'guidanceTitle', text: 'guidanceText', words: 'How to complete this section' },
}

/** Twips of a box's margins, left and right together. */
const MARGINS = 340

/** A titled box: a callout by its kind, evidence or guidance. A table of one cell, so that anything can stand in it and it can break over pages. */
export function boxElement(kind: string, children: readonly RootContent[], place: Place): string {
  const look = (Object.hasOwn(BOXES, kind) ? BOXES[kind] : undefined) ?? BOXES['note']
  if (look === undefined) return place.writing.blocks(children, place)
  const { writing, width, indent } = place
  const [first] = children
  const hasLabel = first !== undefined && isLabel(first) && first.type === 'paragraph'
  const title: readonly PhrasingContent[] = hasLabel ? first.children : [{ type: 'text', value: look.words }]
  const inner: Place = { ...place, indent: 0, width: Math.max(600, width - MARGINS), text: look.text, level: -1, pairs: false }
  const heading = paragraph(inlineRuns(title, inner), inner, { style: look.title, direction: directionOf(title, writing) })
  const body = writing.blocks(hasLabel ? children.slice(1) : children, inner)
  const bidi = writing.base === 'rtl' ? '<w:bidiVisual/>' : ''
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${xmlAttribute(writing.styles[look.box])}"/>${bidi}<w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${heading}${body}</w:tc></w:tr></w:tbl>`
}
