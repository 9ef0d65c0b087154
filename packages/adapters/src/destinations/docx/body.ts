import { exportedTree, type Document, type RenderOptions } from '@blamefree/core'
import type { FootnoteDefinition, Root } from 'mdast'
import { blocks } from './blocks.ts'
import { footnoteElements } from './footnotes.ts'
import { directionOf, eastAsiaOf, inlineRuns, textRuns } from './inline.ts'
import { paragraph } from './paragraph.ts'
import type { StyleIds } from './styles.ts'
import { newWriting, topOf, type Place, type Writing } from './writing.ts'

/** A document's content, written: what goes into the body and into the footnotes, and what it collected on the way. */
export interface Story {
  readonly writing: Writing
  readonly place: Place
  readonly body: string
  readonly notes: { readonly elements: string; readonly place: Place } | null
}

/** What the file that the content goes into has already, and how it looks. */
export interface Surroundings {
  readonly styles: StyleIds
  /** Twips that a line may be wide. */
  readonly width: number
  readonly first: { readonly footnote: number; readonly abstractNumber: number; readonly number: number }
  readonly mediaPrefix: string
  readonly relationPrefix: string
  /** Whether the title stands at the top of the body; false where the company's cover page has it. */
  readonly title: boolean
}

/** Writes a document's content for these surroundings. */
export function writeStory(document: Document, options: RenderOptions, surroundings: Surroundings): Story {
  const tree = exportedTree(document.tree, options)
  const definitions = new Map<string, FootnoteDefinition>()
  for (const node of tree.children) if (node.type === 'footnoteDefinition') definitions.set(node.identifier, node)
  const writing = newWriting({
    styles: surroundings.styles,
    blocks,
    first: surroundings.first,
    mediaPrefix: surroundings.mediaPrefix,
    relationPrefix: surroundings.relationPrefix,
    assets: options.assets ?? {},
    base: /^(?:ar|he|iw|fa|ur|ps|sd|yi|dv)\b/i.test(document.language) ? 'rtl' : 'ltr',
    eastAsia: eastAsiaOf(tree, document.language),
    headingShift: hasTopHeading(tree) ? 0 : 1,
    definitions,
  })
  const place = topOf(writing, surroundings.width, 'body')
  const { title } = document
  const words = [{ type: 'text' as const, value: title }]
  const head =
    surroundings.title && title !== '' ? paragraph(textRuns(title, {}, writing), place, { style: 'title', direction: directionOf(words, writing) }) : ''
  const content = blocks(tree.children, place)
  const body = head + content + strayNotes(place)
  return { writing, place, body, notes: footnoteElements(writing, surroundings.width) }
}

/** Footnotes that nothing refers to: Word has no place for them, so they stand at the end. */
function strayNotes(place: Place): string {
  const { definitions, ids } = place.writing.notes
  let xml = ''
  for (const [identifier, definition] of definitions) {
    if (ids.has(identifier)) continue
    const mark = [{ type: 'text' as const, value: `[${identifier}] ` }]
    const inner: Place = { ...place, text: 'footnoteText', inFootnote: true }
    const [first, ...rest] = definition.children
    const words = first?.type === 'paragraph' ? first.children : []
    xml += paragraph(inlineRuns([...mark, ...words], inner), inner, { style: 'footnoteText', direction: place.writing.base })
    xml += blocks(first?.type === 'paragraph' ? rest : definition.children, inner)
  }
  return xml
}

function hasTopHeading(tree: Root): boolean {
  return tree.children.some((node) => node.type === 'heading' && node.depth === 1)
}
