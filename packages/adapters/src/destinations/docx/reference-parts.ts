import { CONTENT_TYPES, DEFAULT_TYPES, NAMESPACES, ROOT_ATTRIBUTES } from './package-parts.ts'
import { partElements, partText, refuse, relationsOf, resolvePart, type ReferencePackage } from './reference-package.ts'
import { relationsPart, relationType, type RelationKind } from './relations.ts'
import { appended, edited, elementsNamed, xmlElements, type Edit, type XmlElement } from './xml-elements.ts'
import { XML_DECLARATION, xmlAttribute } from './xml.ts'

/** A company's package while it is being added to. */
export interface Changes {
  readonly reference: ReferencePackage
  /** Parts that are new or changed. */
  readonly parts: Map<string, string | Uint8Array>
  /** Relationships to add, as elements, by the part that has them. */
  readonly relations: Map<string, string>
  /** Content types of new parts, by name. */
  readonly types: Map<string, string>
}

/** A part that the main document points at: its name, and its text and elements when it exists. */
export interface RelatedPart {
  readonly name: string
  readonly found: { readonly text: string; readonly root: XmlElement } | null
}

/** The part of a kind that the main document points at; a new name beside it when there is none, which is then pointed at. */
export function relatedPart(changes: Changes, kind: 'styles' | 'numbering' | 'footnotes'): RelatedPart {
  const { reference } = changes
  const [name] = relatedNames(reference, kind)
  if (name !== undefined && reference.parts.has(name)) return { name, found: partElements(reference, name) }
  let fresh = resolvePart(reference.main, `${kind}.xml`)
  while (reference.parts.has(fresh)) fresh = fresh.replace(/\.xml$/, 'x.xml')
  return { name: fresh, found: null }
}

/** The names of the parts of a kind that the main document points at. */
export function relatedNames({ parts, main }: ReferencePackage, kind: RelationKind): string[] {
  const root = xmlElements(partText(parts, relationsOf(main)) ?? '')
  const related = root?.children.filter(({ attributes }) => attributes['Type'] === relationType(kind)) ?? []
  return related.map(({ attributes }) => resolvePart(main, attributes['Target'] ?? ''))
}

/** Adds a part that the main document points at from now on. */
export function addRelated(changes: Changes, kind: 'styles' | 'numbering' | 'footnotes', { name }: RelatedPart, content: string): void {
  const { main } = changes.reference
  const element = relationsPart(`<Relationship Id="rIdPm-${kind}" Type="${relationType(kind)}" Target="/${xmlAttribute(name)}"/>`)
  const relation = /<Relationship .*\/>/.exec(element)?.[0] ?? ''
  changes.relations.set(main, (changes.relations.get(main) ?? '') + relation)
  changes.types.set(name, CONTENT_TYPES[kind])
  changes.parts.set(name, `${XML_DECLARATION}<w:${kind} ${ROOT_ATTRIBUTES}>${content}</w:${kind}>`)
}

/** Adds lists: kinds stand before all instances. */
export function addNumbering(changes: Changes, part: RelatedPart, { kinds, instances }: { readonly kinds: string; readonly instances: string }): void {
  if (part.found === null) return addRelated(changes, 'numbering', part, kinds + instances)
  const { text, root } = part.found
  const last = root.children.findLast(({ name }) => name === 'w:num')
  const first = root.children.find(({ name }) => name === 'w:num') ?? root.children.find(({ name }) => name === 'w:numIdMacAtCleanup')
  const edits: Edit[] = []
  if (first === undefined) edits.push(appended(text, root, kinds + instances))
  else if (last === undefined) edits.push({ start: first.start, end: first.start, text: kinds + instances })
  else edits.push({ start: first.start, end: first.start, text: kinds }, { start: last.end, end: last.end, text: instances })
  changes.parts.set(part.name, edited(text, edits))
}

/** The first ids that a numbering part has not taken. */
export function freeNumbers(part: RelatedPart): { readonly abstractNumber: number; readonly number: number } {
  const after = (name: string, attribute: string): number =>
    Math.max(0, ...(part.found?.root.children ?? []).filter((child) => child.name === name).map(({ attributes }) => Number(attributes[attribute]) || 0)) + 1
  return { abstractNumber: after('w:abstractNum', 'w:abstractNumId'), number: after('w:num', 'w:numId') }
}

/** The first id that a footnotes part has not taken. */
export function freeFootnote(part: RelatedPart): number {
  return Math.max(0, ...(part.found?.root.children ?? []).map(({ attributes }) => Number(attributes['w:id']) || 0)) + 1
}

/** The edit that declares the namespaces of written content on a root that lacks some. */
export function namespaceEdit(text: string, root: XmlElement, file: string): Edit[] {
  const missing: string[] = []
  for (const [prefix, uri] of Object.entries(NAMESPACES)) {
    const bound = root.attributes[`xmlns:${prefix}`]
    if (bound === undefined) missing.push(`xmlns:${prefix}="${uri}"`)
    else if (bound !== uri)
      refuse(file, 'namespaces', `it uses the XML prefix ${prefix} for something of its own`, 'Open it in Word and save it as “Word Document (.docx)”.')
  }
  const tag = text.slice(root.start, root.contentStart)
  const ignorable = root.attributes['mc:Ignorable']
  const added = missing.map((declaration) => ` ${declaration}`).join('')
  const withIgnorable =
    ignorable === undefined
      ? tag.replace(/\s*(\/?>)$/, ` mc:Ignorable="w14"${added}$1`)
      : tag
          .replace(/mc:Ignorable\s*=\s*(["'])([^"']*)\1/, (whole, quote: string, list: string) =>
            /\bw14\b/.test(list) ? whole : `mc:Ignorable=${quote}${list} w14${quote}`,
          )
          .replace(/\s*(\/?>)$/, `${added}$1`)
  return withIgnorable === tag ? [] : [{ start: root.start, end: root.contentStart, text: withIgnorable }]
}

/** Writes the relationships and content types that the changes ask for; a template becomes a document. */
export function finishPackage(changes: Changes): void {
  const { reference, parts, relations, types } = changes
  for (const [part, elements] of relations) {
    const name = part === '' ? '_rels/.rels' : relationsOf(part)
    const text = partText(reference.parts, name)
    if (text === null) parts.set(name, relationsPart(elements))
    else parts.set(name, edited(text, [appended(text, partElements(reference, name).root, elements)]))
  }
  const { text, root } = partElements(reference, '[Content_Types].xml')
  const known = new Set(elementsNamed(root, 'Default').map(({ attributes }) => (attributes['Extension'] ?? '').toLowerCase()))
  const defaults = Object.entries(DEFAULT_TYPES).filter(([extension]) => !known.has(extension))
  const added = [
    ...defaults.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
    ...[...types].map(([name, type]) => `<Override PartName="/${xmlAttribute(name)}" ContentType="${type}"/>`),
  ]
  parts.set(
    '[Content_Types].xml',
    edited(text, [appended(text, root, added.join(''))]).replaceAll('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'),
  )
}
