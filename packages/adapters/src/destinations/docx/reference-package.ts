import { strFromU8, unzipSync } from 'fflate'
import { BlamefreeError } from '@blamefree/core'
import { xmlElements, type XmlElement } from './xml-elements.ts'

/** A company's own Word file, opened: its parts, and where its main parts are. */
export interface ReferencePackage {
  readonly name: string
  /** By name, without a slash in front. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** The main document's name: `word/document.xml` nearly always. */
  readonly main: string
}

const LARGEST_FILE = 64_000_000
const LARGEST_CONTENT = 256_000_000
const MOST_PARTS = 4000

/**
 * Opens a .docx or .dotx. Throws `docx/reference-…` when it is not one: no zip, too large inside, with macros, in the strict variant, without a main
 * document.
 */
export function openReference({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): ReferencePackage {
  const parts = unzipped(name, bytes)
  const relations = partText(parts, '_rels/.rels')
  const types = partText(parts, '[Content_Types].xml')
  if (relations === null || types === null) refuse(name, 'not-word', 'it is not a Word file', SAVE_AS)
  if (/macroEnabled/i.test(types) || [...parts.keys()].some((part) => /vbaProject\.bin$/i.test(part))) {
    refuse(name, 'macros', 'it holds macros, which would go out with every post-mortem', 'Open it in Word and save it as a document without macros (.docx).')
  }
  const root = xmlElements(relations)
  const main = root?.children.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument') === true)?.attributes
  if (main?.['Type']?.startsWith('http://purl.oclc.org/') === true) {
    refuse(name, 'strict', 'it is in the format Strict Open XML', 'Open it in Word and save it as “Word Document (.docx)”.')
  }
  const target = resolvePart('', main?.['Target'] ?? '')
  if (main === undefined || !parts.has(target)) refuse(name, 'no-document', 'it has no main document', SAVE_AS)
  return { name, parts, main: target }
}

/** A part's text, or null when there is no such part. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = parts.get(name)
  if (bytes === undefined) return null
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return strFromU8(bytes).replace(/^\ufeff/, '')
}

/** A part's text and elements. Throws when the part is missing or not well-formed. */
export function partElements(reference: ReferencePackage, name: string): { readonly text: string; readonly root: XmlElement } {
  const text = partText(reference.parts, name) ?? ''
  const root = xmlElements(text)
  if (root === null) refuse(reference.name, 'broken-part', `its part ${name} is broken`, SAVE_AS)
  return { text, root }
}

/** The name of the part that a relationship's target means, seen from the part that has it. */
export function resolvePart(from: string, target: string): string {
  const folders = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const piece of target.split('/')) {
    if (piece === '..') folders.pop()
    else if (piece !== '' && piece !== '.') folders.push(piece)
  }
  return folders.join('/')
}

/** The name of the part that holds a part's relationships: `word/_rels/document.xml.rels`. */
export function relationsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/** Stops with a sentence about the company's file. */
export function refuse(name: string, code: string, reason: string, hint: string): never {
  throw new BlamefreeError(`docx/reference-${code}`, `Cannot use ${name} as the look of the Word file: ${reason}.`, hint)
}

const SAVE_AS = 'Give a .docx or .dotx file; open yours in Word or LibreOffice and save it as one.'

function unzipped(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > LARGEST_FILE) refuse(name, 'too-large', 'it is larger than 64 MB', 'Take the large pictures out of it.')
  let total = 0
  let count = 0
  let tooLarge = false
  const files: Record<string, Uint8Array> = (() => {
    try {
      return unzipSync(bytes, {
        filter: ({ originalSize, size }) => {
          total += originalSize
          count += 1
          // Deflate reaches about a thousand to one; XML of Word's stays below fifty to one.
          tooLarge ||= total > LARGEST_CONTENT || count > MOST_PARTS || (originalSize > 8_000_000 && originalSize > size * 200)
          return !tooLarge
        },
      })
    } catch (error) {
      throw new BlamefreeError(
        'docx/reference-not-a-zip',
        `Cannot use ${name} as the look of the Word file: it is not a .docx or .dotx, or it is damaged.`,
        SAVE_AS,
        {
          cause: error,
        },
      )
    }
  })()
  if (tooLarge) refuse(name, 'too-large', 'it is far larger inside than a Word file is', 'Give a Word file that you trust.')
  const parts = new Map<string, Uint8Array>()
  for (const [part, content] of Object.entries(files)) if (!part.endsWith('/')) parts.set(part.replace(/^\/+/, ''), content)
  return parts
}
