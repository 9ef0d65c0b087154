import { BlamefreeError } from '@blamefree/core'
import { strFromU8, unzipSync } from 'fflate'
import { elementsIn, textIn, valueOf, within, xmlTree, type XmlElement } from './xml-tree.ts'

/** A .docx as it is read: its parts, and what they refer to. */
export interface WordFile {
  readonly document: XmlElement | null
  readonly notes: XmlElement | null
  /** Names of styles in lower case, by their ids. */
  readonly styles: ReadonlyMap<string, string>
  /** How the levels of lists are numbered, by the lists' numbers. */
  readonly lists: ReadonlyMap<string, WordList>
  /** What hyperlinks and images of the document, and of its notes, lead to. */
  readonly targets: { readonly document: ReadonlyMap<string, string>; readonly notes: ReadonlyMap<string, string> }
  /** Custom properties by name. */
  readonly properties: ReadonlyMap<string, string>
  /** The bytes of an image by its target. */
  image(target: string): Uint8Array | null
}

/** A list of Word's: for each level its format (`bullet`, `decimal`), its mark and its first number. */
export interface WordList {
  readonly kind: string | null
  readonly levels: ReadonlyMap<string, WordLevel>
}

/** How one level is numbered. `restarts`: it counts for itself; without it, it goes on counting where another list of its kind stopped. */
export interface WordLevel {
  readonly format: string
  readonly text: string
  readonly start: number
  readonly restarts: boolean
}

/** The most that a file may be unpacked, in bytes: a page of ours is a hundredth of it. */
const LARGEST = 100 * 1024 ** 2

/** Opens a .docx. Throws `docx/unreadable` when it is none. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const parts = unzipped(bytes)
  const part = (name: string): XmlElement | null => (parts[name] === undefined ? null : xmlTree(strFromU8(parts[name])))
  const main = mainPart(part('_rels/.rels'))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = (name: string): Map<string, string> => targetsOf(part(`${folder}_rels/${name}.rels`))
  const document = part(main)
  if (document === null) throw unreadable()
  return {
    document,
    notes: part(`${folder}footnotes.xml`),
    styles: new Map(
      within(part(`${folder}styles.xml`), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', (valueOf(style, 'w:name') ?? '').toLowerCase()]),
    ),
    lists: listsOf(part(`${folder}numbering.xml`)),
    targets: { document: relations(main.slice(folder.length)), notes: relations('footnotes.xml') },
    properties: new Map(elementsIn(part('docProps/custom.xml')).map((property) => [property.attributes['name'] ?? '', textIn(property)])),
    image: (target) => parts[target.startsWith('/') ? target.slice(1) : `${folder}${target}`] ?? null,
  }
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted = /\.(?:xml|rels)$|\/media\//.test(name) && !/\/(?:theme|webSettings|fontTable)/.test(name)
        if (wanted) size += originalSize
        if (size > LARGEST) throw new Error('too large')
        return wanted
      },
    })
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause?: unknown): BlamefreeError {
  return new BlamefreeError(
    'docx/unreadable',
    'Cannot read the Word file: it is damaged, protected by a password, or no .docx.',
    'Open it in Word and save it again as a .docx.',
    { cause },
  )
}

function mainPart(relations: XmlElement | null): string {
  const main = elementsIn(relations).find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument') === true)
  return (main?.attributes['Target'] ?? 'word/document.xml').replace(/^\//, '')
}

function targetsOf(relations: XmlElement | null): Map<string, string> {
  return new Map(elementsIn(relations).map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']))
}

function listsOf(numbering: XmlElement | null): Map<string, WordList> {
  const all = elementsIn(numbering)
  const levelsOf = (element: XmlElement): [string, WordLevel][] =>
    within(element, 'w:lvl').map((level) => [
      level.attributes['w:ilvl'] ?? '0',
      {
        format: valueOf(level, 'w:numFmt') ?? 'bullet',
        text: valueOf(level, 'w:lvlText') ?? '',
        start: Number(valueOf(level, 'w:start') ?? 1),
        restarts: false,
      },
    ])
  const kinds = new Map(all.filter(({ name }) => name === 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', new Map(levelsOf(kind))]))
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map((number) => {
        const kind = valueOf(number, 'w:abstractNumId')
        const levels = new Map([...(kinds.get(kind ?? '') ?? []), ...levelsOf(number)])
        for (const override of elementsIn(number)) {
          const start = valueOf(override, 'w:startOverride')
          const level = override.attributes['w:ilvl'] ?? '0'
          const known = levels.get(level)
          if (start !== null && known !== undefined) levels.set(level, { ...known, start: Number(start), restarts: true })
        }
        return [number.attributes['w:numId'] ?? '', { kind, levels }] as const
      }),
  )
}
