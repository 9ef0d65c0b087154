import { isRecord, safeUrl, shortHash } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import type { WordFile } from './word-file.ts'
import { elementAt, elementsIn, isOn, textIn, valueOf, within, type XmlElement } from './xml-tree.ts'

/** What reading one file knows and gathers. */
export interface WordReading {
  readonly file: WordFile
  /** Whether the body or its notes are read. */
  readonly part: 'document' | 'notes'
  /** Images of the file, by the name that the text has for them. */
  readonly images: Map<string, Uint8Array>
  /** Ids of notes in the order in which they were referred to. */
  readonly notes: string[]
}

/** Stands for what a document cannot hold. */
export const ONLY_WORD = '[Drawing or object that only Word can show]'

/** The state of a complex field, whose instruction and result are runs like any other. */
interface Field {
  instruction: string
  result: boolean
  readonly content: PhrasingContent[]
}

/** The inline content of a paragraph. `quiet`: bold is how such a paragraph looks, not what it says. */
export function inlineIn(paragraph: XmlElement, reading: WordReading, quiet = false): PhrasingContent[] {
  const fields: Field[] = []
  const content: PhrasingContent[] = []
  const put = (nodes: readonly PhrasingContent[]): void => {
    const field = fields.at(-1)
    if (field === undefined) content.push(...nodes)
    else if (field.result) field.content.push(...nodes)
  }
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:r') runOf(element, { reading, fields, put, quiet })
    else if (element.name === 'w:hyperlink') put(linkOf(element, reading, quiet))
    else if (element.name === 'w:fldSimple')
      put(
        noteReference(element.attributes['w:instr'] ?? '', reading) ??
          elementsIn(element).flatMap((run) => inlineIn({ ...element, children: [run] }, reading, quiet)),
      )
    else if (element.name === 'w:sdt') for (const child of elementsIn(elementAt(element, 'w:sdtContent'))) visit(child)
    else if (THROUGH.has(element.name)) for (const child of elementsIn(element)) visit(child)
  }
  for (const child of elementsIn(paragraph)) visit(child)
  // A field that never ended.
  for (const field of fields) content.push(...field.content)
  return content
}

/** Tracked insertions count, deletions do not: as the page reads when they are accepted. */
const THROUGH = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])

interface RunPlace {
  readonly reading: WordReading
  readonly fields: Field[]
  readonly put: (nodes: readonly PhrasingContent[]) => void
  readonly quiet: boolean
}

function runOf(run: XmlElement, { reading, fields, put, quiet }: RunPlace): void {
  for (const child of elementsIn(run)) {
    switch (child.name) {
      case 'w:fldChar':
        fieldMark(child.attributes['w:fldCharType'] ?? '', { reading, fields, put, quiet })
        break
      case 'w:instrText': {
        const field = fields.at(-1)
        if (field !== undefined) field.instruction += textIn(child)
        break
      }
      case 'w:t':
        put(marked(textIn(child), elementAt(run, 'w:rPr'), { reading, quiet }))
        break
      case 'w:tab':
        put([{ type: 'text', value: '\t' }])
        break
      case 'w:br':
      case 'w:cr':
        if (child.attributes['w:type'] === undefined || child.attributes['w:type'] === 'textWrapping') put([{ type: 'break' }])
        break
      case 'w:noBreakHyphen':
        put([{ type: 'text', value: '\u2011' }])
        break
      case 'w:footnoteReference':
        put([noteOf(child.attributes['w:id'] ?? '', reading)])
        break
      case 'w:drawing':
        put(imageOf(child, reading))
        break
      case 'mc:AlternateContent':
        runOf({ ...run, children: elementsIn(elementAt(child, 'mc:Choice')) }, { reading, fields, put, quiet })
        break
      case 'w:object':
      case 'w:pict':
        put([{ type: 'text', value: ONLY_WORD }])
        break
      default:
    }
  }
}

function fieldMark(mark: string, { reading, fields, put }: RunPlace): void {
  const field = fields.at(-1)
  if (mark === 'begin') fields.push({ instruction: '', result: false, content: [] })
  else if (field !== undefined && mark === 'separate') field.result = true
  else if (field !== undefined && mark === 'end') {
    fields.pop()
    const url = /^\s*HYPERLINK\s+"([^"]+)"/.exec(field.instruction)?.[1]
    put(noteReference(field.instruction, reading) ?? (url === undefined ? field.content : [link(url, null, field.content)].flat()))
  }
}

function marked(
  text: string,
  properties: XmlElement | null,
  { reading, quiet }: { readonly reading: WordReading; readonly quiet: boolean },
): PhrasingContent[] {
  if (text === '') return []
  if (isCode(properties, reading)) return decorated({ type: 'inlineCode', value: text }, properties, quiet)
  return decorated({ type: 'text', value: text }, properties, quiet)
}

function decorated(node: PhrasingContent, properties: XmlElement | null, quiet: boolean): PhrasingContent[] {
  let nodes: PhrasingContent[] = [node]
  if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike')) nodes = [{ type: 'delete', children: nodes }]
  if (isOn(properties, 'w:i')) nodes = [{ type: 'emphasis', children: nodes }]
  if (!quiet && isOn(properties, 'w:b')) nodes = [{ type: 'strong', children: nodes }]
  return nodes
}

/** A style for code, or a font of equal widths. */
export function isCode(properties: XmlElement | null, { file }: Pick<WordReading, 'file'>): boolean {
  const style = file.styles.get(valueOf(properties, 'w:rStyle') ?? '') ?? ''
  const font = elementAt(properties, 'w:rFonts')?.attributes['w:ascii'] ?? ''
  return /code|verbatim|source text|teletype/.test(style) || /consolas|courier|mono|menlo/i.test(font)
}

function linkOf(element: XmlElement, reading: WordReading, quiet: boolean): PhrasingContent[] {
  const words = inlineIn({ name: 'w:p', attributes: {}, children: element.children }, reading, quiet)
  const id = element.attributes['r:id']
  const url = id === undefined ? undefined : reading.file.targets[reading.part].get(id)
  return url === undefined ? words : link(url, element.attributes['w:tooltip'] ?? null, words)
}

/** Word writes an address where the words are the address. */
function link(address: string, title: string | null, children: readonly PhrasingContent[]): PhrasingContent[] {
  const url = safeUrl(address)
  return url === null ? [...children] : [{ type: 'link', url, title, children: [...children] }]
}

function noteOf(id: string, { notes }: WordReading): PhrasingContent {
  if (!notes.includes(id)) notes.push(id)
  const identifier = String(notes.indexOf(id) + 1)
  return { type: 'footnoteReference', identifier, label: identifier }
}

/** A second reference to a note is a field that names the bookmark around the first. */
function noteReference(instruction: string, reading: WordReading): PhrasingContent[] | null {
  const bookmark = /^\s*NOTEREF\s+(\S+)/.exec(instruction)?.[1]
  if (bookmark === undefined) return null
  const id = noteIn(elementAt(reading.file.document, 'w:body'), bookmark)
  return id === null ? null : [noteOf(id, reading)]
}

function noteIn(body: XmlElement | null, bookmark: string): string | null {
  for (const paragraph of within(body, 'w:p')) {
    let inside = false
    for (const element of elementsIn(paragraph)) {
      if (element.name === 'w:bookmarkStart' && element.attributes['w:name'] === bookmark) inside = true
      const [reference] = inside ? within(element, 'w:footnoteReference') : []
      if (reference !== undefined) return reference.attributes['w:id'] ?? null
    }
  }
  return null
}

/** An image by the sum of its bytes: the same image has the same name in every copy of the file. */
function imageOf(drawing: XmlElement, reading: WordReading): PhrasingContent[] {
  const target = reading.file.targets[reading.part].get(within(drawing, 'a:blip')[0]?.attributes['r:embed'] ?? '')
  const bytes = target === undefined ? null : reading.file.image(target)
  const properties = within(drawing, 'wp:docPr')[0]?.attributes
  if (target === undefined || bytes === null || !isRecord(properties)) {
    return [{ type: 'text', value: ONLY_WORD }]
  }
  const name = imageName(bytes, target.split('.').at(-1) ?? 'png')
  reading.images.set(name, bytes)
  return [{ type: 'image', url: name, alt: properties['descr'] ?? '', title: null }]
}

/** `image-0f3a….png`. */
export function imageName(bytes: Uint8Array, extension: string): string {
  return `image-${shortHash(new TextDecoder('latin1').decode(bytes))}.${extension.toLowerCase().replace('jpg', 'jpeg')}`
}
