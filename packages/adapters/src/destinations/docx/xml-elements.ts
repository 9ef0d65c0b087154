import { unescapeXml } from './xml.ts'

/** One element of an XML text, by where it stands in it. */
export interface XmlElement {
  /** With its prefix, as written: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Of the first character of its start tag. */
  readonly start: number
  /** After the last character of its end tag. */
  readonly end: number
  /** Of the content; equal to `contentEnd` for an empty element. */
  readonly contentStart: number
  readonly contentEnd: number
  readonly children: readonly XmlElement[]
}

/**
 * The elements of a well-formed XML text, as a tree with places in it, so that a part of somebody else's can be changed here and there and otherwise
 * stays as it is, byte for byte. Null when the text is not well-formed, or has a document type declaration (no Office file has one).
 */
export function xmlElements(text: string): XmlElement | null {
  const top: Open = { name: '', attributes: {}, start: 0, contentStart: 0, children: [] }
  const open: Open[] = [top]
  TOKENS.lastIndex = 0
  for (let match = TOKENS.exec(text); match !== null; match = TOKENS.exec(text)) {
    const [token, closing, name, rest] = match
    if (token.startsWith('<!DOCTYPE')) return null
    if (name === undefined) continue
    if (closing === '/') {
      const element = open.pop()
      if (element === undefined || element.name !== name || open.length === 0) return null
      open.at(-1)?.children.push({ ...element, contentEnd: match.index, end: TOKENS.lastIndex })
      continue
    }
    const begun: Open = { name, attributes: attributesOf(rest ?? ''), start: match.index, contentStart: TOKENS.lastIndex, children: [] }
    if (token.endsWith('/>')) open.at(-1)?.children.push({ ...begun, contentEnd: TOKENS.lastIndex, end: TOKENS.lastIndex })
    else open.push(begun)
    if (open.length > DEEPEST) return null
  }
  return open.length === 1 && top.children.length === 1 ? (top.children[0] ?? null) : null
}

/** Every element below this one with that name, in the text's order. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (inner: XmlElement): void => {
    for (const child of inner.children) {
      if (child.name === name) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** A replacement of a stretch of a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with all edits made; they must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

/** An edit that puts text at the end of an element's content; an element without content gets its end tag. */
export function appended(text: string, element: XmlElement, addition: string): Edit {
  if (element.contentEnd !== element.end) return { start: element.contentEnd, end: element.contentEnd, text: addition }
  const tag = text.slice(element.start, element.end).replace(/\s*\/>$/, '>')
  return { start: element.start, end: element.end, text: `${tag}${addition}</${element.name}>` }
}

type Open = Omit<XmlElement, 'end' | 'contentEnd' | 'children'> & { readonly children: XmlElement[] }

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== undefined) attributes[name] = unescapeXml(double ?? single ?? '')
  }
  return attributes
}

const DEEPEST = 500
const TOKENS = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE|<(\/?)([^\s<>/!?=]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g
