import type { Definition, Nodes } from 'mdast'
import { cleanText } from './clean-text.ts'
import { DIRECTIVES } from './document.ts'

/** What normalising met that a document may not hold, for whoever wants to report it. */
export type Report = (what: 'html' | 'comment' | 'link' | 'directive' | 'depth' | 'node', node: Nodes) => void

/** Where inline content stands, and what can be resolved from there. */
export interface InlineContext {
  readonly report: Report
  readonly definitions: ReadonlyMap<string, Definition>
  /** The identifiers of footnotes that exist, by the identifiers they had before. */
  readonly footnotes: ReadonlyMap<string, string>
  /** `line` (headings, labels): no hard breaks. `label` of a directive: no links, images, footnotes or directives either. */
  readonly place: 'block' | 'line' | 'label' | 'cell'
}

/** The names of text directives that a document may hold. */
export const TEXT_DIRECTIVES: readonly string[] = DIRECTIVES.text

/** What cannot be written as code where it stands: a bracket ends a label, `]:` makes a link a definition, and a backslash before a pipe ends a cell. */
export function isUnwritableCode(value: string, place: InlineContext['place'], inLink: boolean): boolean {
  if (place === 'label') return /[[\]]/.test(value) || (inLink && value.includes(']:'))
  return (inLink && value.includes(']:')) || (place === 'cell' && /(?<!\\)(?:\\\\)*\\\|/.test(value))
}

/** Attributes with plain names and one-line values, in the order they came. */
export function cleanAttributes(attributes: Readonly<Record<string, string | null | undefined>> | null | undefined): Record<string, string> {
  const clean: Record<string, string> = {}
  if (attributes === null || attributes === undefined) return clean
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    if (typeof value === 'string' && (COMMON.has(name) || NAME.test(name))) clean[name] = cleanText(value)
  }
  return clean
}

/** The names that nearly every attribute has. */
const COMMON = new Set(['id', 'at', 'role', 'kind', 'events', 'of'])

/** No name begins with `_`, so that none is an object's own, such as `__proto__`. */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/

/** A title of a link or image without spaces at its ends; null when there is none. */
export function cleanTitle(title: string | null | undefined): string | null {
  if (title === null || title === undefined) return null
  const clean = trimSpaces(cleanText(title))
  return clean === '' ? null : clean
}

/** Text without spaces at its ends. */
export function trimSpaces(text: string): string {
  if (!text.startsWith(' ') && !text.endsWith(' ')) return text
  return text.replace(/^ +/, '').replace(/ +$/, '')
}
