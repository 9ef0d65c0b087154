import { dateText, parseInstant, type Document, type RenderOptions } from '@blamefree/core'
import type { Nodes } from 'mdast'
import { writeStory, type Story } from './body.ts'
import { SEPARATORS } from './footnotes.ts'
import { CONTENT_TYPES, corePropertiesPart, NAMESPACES } from './package-parts.ts'
import { audienceText } from './page-setup.ts'
import { fillPlaceholders, type Values } from './placeholders.ts'
import { bodyPlace, insertBody } from './reference-body.ts'
import { openReference, partElements, partText, refuse, relationsOf, resolvePart } from './reference-package.ts'
import {
  addNumbering,
  addRelated,
  finishPackage,
  freeFootnote,
  freeNumbers,
  namespaceEdit,
  relatedNames,
  relatedPart,
  type Changes,
  type RelatedPart,
} from './reference-parts.ts'
import { matchStyles } from './reference-styles.ts'

import { appended, edited, xmlElements } from './xml-elements.ts'
import type { Parts } from './zip.ts'

/** A document put into a company's own Word file: its styles, theme, header, footer, page setup and cover page stay. Throws when the file cannot be used. */
export function mergeReference(
  document: Document,
  options: RenderOptions,
  file: { readonly name: string; readonly bytes: Uint8Array },
): { story: Story; parts: Parts } {
  const reference = openReference(file)
  const main = partElements(reference, reference.main)
  const place = main.root.name === 'w:document' && main.root.attributes['xmlns:w'] === NAMESPACES['w'] ? bodyPlace(main.text, main.root) : null
  if (place === null)
    refuse(file.name, 'no-body', 'its main document has no body that we understand', 'Open it in Word and save it as “Word Document (.docx)”.')
  const changes: Changes = { reference, parts: new Map(), relations: new Map(), types: new Map() }
  const related = { styles: relatedPart(changes, 'styles'), numbering: relatedPart(changes, 'numbering'), footnotes: relatedPart(changes, 'footnotes') }
  const styles = matchStyles(related.styles.found?.root ?? NO_STYLES)
  const story = writeStory(document, options, {
    styles: styles.ids,
    width: place.width,
    first: { footnote: freeFootnote(related.footnotes), ...freeNumbers(related.numbering) },
    mediaPrefix: freshPrefix('picture', [...reference.parts.keys()].join('\n')),
    relationPrefix: freshPrefix(
      'rIdPm',
      `${partText(reference.parts, relationsOf(reference.main)) ?? ''}${partText(reference.parts, relationsOf(related.footnotes.name)) ?? ''}`,
    ),
    title: !place.hasTitle,
  })
  const values = valuesOf(document, options)
  const filled = fillPlaceholders(main.text, main.root, values).filter(({ start, end }) => end <= place.start || start >= place.end)
  changes.parts.set(reference.main, edited(main.text, [...namespaceEdit(main.text, main.root, file.name), ...filled, insertBody(place, story.body)]))
  changes.relations.set(reference.main, story.place.relations.elements())
  addStyles(changes, related.styles, styles.missing)
  const numbering = story.writing.numbering.elements()
  if (numbering.instances !== '') addNumbering(changes, related.numbering, numbering)
  addNotes(changes, related.footnotes, story, main.text.slice(0, place.start) + main.text.slice(place.end))
  for (const kind of ['header', 'footer'] as const) for (const name of relatedNames(reference, kind)) fillPart(changes, name, values)
  for (const [name, bytes] of story.writing.images) changes.parts.set(resolvePart(reference.main, name), bytes)
  setProperties(changes, document)
  finishPackage(changes)
  return { story, parts: new Map<string, string | Uint8Array>([...reference.parts, ...changes.parts]) }
}

const NO_STYLES = { name: 'w:styles', attributes: {}, start: 0, end: 0, contentStart: 0, contentEnd: 0, children: [] }

function addStyles(changes: Changes, part: RelatedPart, missing: string): void {
  if (part.found === null) addRelated(changes, 'styles', part, missing)
  else changes.parts.set(part.name, edited(part.found.text, [appended(part.found.text, part.found.root, missing)]))
}

function addNotes(changes: Changes, part: RelatedPart, { notes }: Story, kept: string): void {
  if (notes === null) return
  if (part.found === null) addRelated(changes, 'footnotes', part, SEPARATORS + notes.elements)
  else {
    const { text, root } = part.found
    // Notes of a sample that went: LibreOffice takes notes by their order, and would show these in place of ours.
    const referred = new Set(Array.from(kept.matchAll(/<w:footnoteReference [^>]*w:id="(-?\d+)"/g), ([, id]) => id))
    const gone = root.children.filter(({ attributes }) => attributes['w:type'] === undefined && !referred.has(attributes['w:id']))
    const removals = gone.map(({ start, end }) => ({ start, end, text: '' }))
    changes.parts.set(part.name, edited(text, [...namespaceEdit(text, root, changes.reference.name), ...removals, appended(text, root, notes.elements)]))
  }
  const relations = notes.place.relations.elements()
  if (relations !== '') changes.relations.set(part.name, relations)
}

function fillPart(changes: Changes, name: string, values: Values): void {
  const text = partText(changes.reference.parts, name)
  const root = text === null ? null : xmlElements(text)
  if (text === null || root === null) return
  const edits = fillPlaceholders(text, root, values)
  if (edits.length > 0) changes.parts.set(name, edited(text, edits))
}

/** The file's title and language become the document's; who made the company's file, and when, goes. */
function setProperties(changes: Changes, document: Document): void {
  const { reference } = changes
  const root = xmlElements(partText(reference.parts, '_rels/.rels') ?? '')
  const target = root?.children.find(({ attributes }) => attributes['Type']?.endsWith('/core-properties') === true)?.attributes['Target']
  const name = target === undefined ? null : resolvePart('', target)
  if (name !== null && reference.parts.has(name)) changes.parts.set(name, corePropertiesPart(document))
  else {
    const fresh = 'docProps/post-mortem.xml'
    changes.parts.set(fresh, corePropertiesPart(document))
    changes.types.set(fresh, CONTENT_TYPES.core)
    changes.relations.set(
      '',
      `<Relationship Id="rIdPmCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${fresh}"/>`,
    )
  }
}

/** What a company's file can ask for. The date is that of the first moment in the document. */
function valuesOf(document: Document, options: RenderOptions): Values {
  const first = firstMoment(document.tree)
  const at = first === null ? null : parseInstant(first)
  return new Map([
    ['title', document.title],
    ['date', at === null ? '' : dateText(at, document.zone)],
    ['audience', audienceText(options.audience)],
    ['zone', document.zone],
    ['timezone', document.zone],
    ['language', document.language],
  ])
}

function firstMoment(node: Nodes): string | null {
  if (node.type === 'textDirective' && node.name === 'time') return node.attributes?.['at'] ?? null
  if (!('children' in node)) return null
  for (const child of node.children) {
    const found = firstMoment(child)
    if (found !== null) return found
  }
  return null
}

/** The prefix, made longer until nothing in the text contains it. */
function freshPrefix(prefix: string, text: string): string {
  let fresh = prefix
  while (text.includes(fresh)) fresh += 'x'
  return fresh
}
