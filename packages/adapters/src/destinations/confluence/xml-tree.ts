import { decodeReferences } from '@blamefree/core'
import { attributesOf, xmlTokens } from './xml-tokens.ts'

/** An element, words, the plain body of a macro, or the end of an element that began elsewhere (pieces of a page need not be whole). */
export type XmlNode =
  | { readonly type: 'element'; readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlNode[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'cdata'; readonly value: string }
  | { readonly type: 'end'; readonly name: string }

/** An element of storage format. */
export type XmlElement = Extract<XmlNode, { type: 'element' }>

/** Storage format as a tree, whatever it is: what is not closed is closed, comments go, references are decoded. */
export function xmlTree(text: string): XmlNode[] {
  const roots: XmlNode[] = []
  const open: XmlElement[] = []
  for (const { kind, name, raw } of xmlTokens(text)) {
    const here = open.at(-1)?.children ?? roots
    if (kind === 'text') here.push({ type: 'text', value: decodeReferences(raw) })
    else if (kind === 'cdata') here.push({ type: 'cdata', value: raw.slice(9, raw.endsWith(']]>') ? -3 : undefined) })
    else if (kind === 'close') {
      const at = open.findLastIndex((element) => element.name === name)
      if (at < 0) here.push({ type: 'end', name })
      else open.length = at
    } else if (kind !== 'comment') {
      const written = attributesOf(raw)
      const attributes = written.length === 0 ? NONE : Object.fromEntries(written.map(([key, value]) => [key, decodeReferences(value)]))
      const element: XmlElement = { type: 'element', name, attributes, children: [] }
      here.push(element)
      if (kind === 'open') open.push(element)
    }
  }
  return roots
}

/** The words of nodes, macros' plain bodies included. */
export function wordsOf(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (node.type === 'element' ? (HIDDEN.has(node.name) ? '' : wordsOf(node.children)) : node.type === 'end' ? '' : node.value)).join('')
}

const NONE: Readonly<Record<string, string>> = {}
const HIDDEN = new Set(['ac:parameter', 'ac:task-id', 'ac:task-uuid', 'ac:task-status', 'ac:default-parameter'])

/** A child by its name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | null {
  return children.find((child): child is XmlElement => child.type === 'element' && child.name === name) ?? null
}

/** What a macro is told: `title`, `language`. */
export function parameterOf(macro: XmlElement, name: string): string | null {
  for (const child of macro.children)
    if (child.type === 'element' && child.name === 'ac:parameter' && (child.attributes['ac:name'] ?? '') === name) return wordsOf(child.children)
  return null
}
