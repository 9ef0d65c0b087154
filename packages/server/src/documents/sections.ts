import { normalise, parseMarkdown, plainText, printMarkdown, type Document, type Problem } from '@blamefree/core'
import type { Heading, Nodes, RootContent } from 'mdast'
import { keepIdentity } from './keep-identity.ts'

/** A part of a document under a heading, sections below it included. */
export interface Section {
  /** From the heading, unique in the document: `learnings-and-risks`. What stands before the first heading is `start`. */
  readonly id: string
  /** Its place among the sections, from 0. */
  readonly index: number
  readonly title: string
  /** The titles of the sections that it is in, outermost first, its own last. */
  readonly path: readonly string[]
  /** 1 to 6; 0 for `start`. */
  readonly depth: number
  /**
   * `written`: somebody's words. `filled`: what a machine filled, nothing for people to do. `to-write`: only guidance, evidence and placeholders so far, or one is left that says so. `parts`: nothing of its
   * own but sections below it.
   */
  readonly state: 'written' | 'filled' | 'to-write' | 'parts'
}

/** Where a section is among the tree's children: its heading at `from` (or nothing, for `start`), its own content up to `own`, all of it up to `to`. */
interface Span extends Section {
  readonly from: number
  readonly own: number
  readonly to: number
}

/** Every section, in reading order. */
export function sectionsOf(document: Document): Section[] {
  return spansOf(document).map(({ from: _from, own: _own, to: _to, ...section }) => section)
}

/** How far the writing is. */
export interface Progress {
  readonly sections: readonly Section[]
  /** Sections that people have still to write. */
  readonly toWrite: number
  readonly written: number
}

export function progressOf(document: Document): Progress {
  const sections = sectionsOf(document)
  const count = (state: Section['state']): number => sections.filter((section) => section.state === state).length
  return { sections, toWrite: count('to-write'), written: count('written') }
}

/** The section, of its own content, that a node of the document stands in; null for none. */
export function sectionAround(document: Document, node: Nodes): Section | null {
  const holds = (one: Nodes): boolean => one === node || ('children' in one && one.children.some(holds))
  const at = document.tree.children.findIndex(holds)
  const span = at < 0 ? undefined : spansOf(document).find(({ from, own }) => from <= at && at < own)
  if (span === undefined) return null
  const { from: _from, own: _own, to: _to, ...section } = span
  return section
}

/** A section's content as our Markdown, without its heading; null when there is no such section. By id or index. */
export function sectionMarkdown(document: Document, name: string): { readonly section: Section; readonly markdown: string } | null {
  const span = findSpan(document, name)
  if (span === null) return null
  const { from, own: _own, to, ...section } = span
  const children = document.tree.children.slice(span.depth === 0 ? from : from + 1, to)
  return { section, markdown: printMarkdown({ type: 'root', children }) }
}

/** What a section shall be. */
export interface SectionEdit {
  /** Our Markdown, without the section's own heading. */
  readonly markdown: string
  /** A new heading; left out: it stays. */
  readonly title?: string | undefined
}

/** The document with a section replaced, sections below it included; null when there is no such section. Blocks that are still there keep their identity. */
export function replaceSection(
  document: Document,
  name: string,
  { markdown, title }: SectionEdit,
): { readonly document: Document; readonly problems: readonly Problem[] } | null {
  const span = findSpan(document, name)
  if (span === null) return null
  const { children } = document.tree
  const head = children[span.from]
  const heading = span.depth === 0 || head?.type !== 'heading' ? [] : [title === undefined ? head : retitled(head, title)]
  const parsed = parseMarkdown(markdown)
  const before = children.slice(span.from + heading.length, span.to)
  const content = keepIdentity(before, parsed.tree.children) as RootContent[]
  const tree = normalise({ type: 'root', children: [...children.slice(0, span.from), ...heading, ...content, ...children.slice(span.to)] })
  return { document: { ...document, tree }, problems: parsed.problems }
}

function retitled(heading: Heading, title: string): Heading {
  return { ...heading, children: [{ type: 'text', value: title }] }
}

function findSpan(document: Document, name: string): Span | null {
  const spans = spansOf(document)
  return spans.find(({ id }) => id === name) ?? (/^\d{1,5}$/.test(name) ? spans[Number(name)] : undefined) ?? null
}

function spansOf({ tree: { children } }: Document): Span[] {
  const heads = children.flatMap((node, at) => (node.type === 'heading' ? [{ node, at }] : []))
  const start = heads[0]?.at ?? children.length
  const spans: Span[] = []
  const taken = new Set(['start'])
  const path: { depth: number; title: string }[] = []
  if (start > 0)
    spans.push({ id: 'start', index: 0, title: '', path: [], depth: 0, state: stateOf(children.slice(0, start), false), from: 0, own: start, to: start })
  for (const [place, { node, at }] of heads.entries()) {
    const title = plainText(node)
    while ((path.at(-1)?.depth ?? 0) >= node.depth) path.pop()
    path.push({ depth: node.depth, title })
    const own = heads[place + 1]?.at ?? children.length
    const to = heads.slice(place + 1).find((next) => next.node.depth <= node.depth)?.at ?? children.length
    spans.push({
      id: freeId(title, taken),
      index: spans.length,
      title,
      path: path.map(({ title }) => title),
      depth: node.depth,
      state: stateOf(children.slice(at + 1, own), to > own),
      from: at,
      own,
      to,
    })
  }
  return spans
}

function freeId(title: string, taken: Set<string>): string {
  const base =
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'section'
  // A bare number would be taken for an index.
  const wanted = /^\d+$/.test(base) ? `section-${base}` : base
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}

function stateOf(content: readonly RootContent[], hasParts: boolean): Section['state'] {
  const said = content.filter((node) => !(node.type === 'containerDirective' && (node.name === 'guidance' || node.name === 'evidence')))
  if (said.length === 0) return hasParts ? 'parts' : 'to-write'
  if (said.every(isPlaceholder) || said.some(saysSo)) return 'to-write'
  return said.every((node) => node.type === 'containerDirective' && node.name !== 'callout') ? 'filled' : 'written'
}

/** A paragraph all in italics, as templates leave it, or a machine's words that are only that. */
function isPlaceholder(node: Nodes): boolean {
  if (node.type === 'containerDirective') return node.name === 'generated' && node.children.every(isPlaceholder)
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'emphasis'
}

/** What says in words that it is to be written: beside words of a template, the section is not written yet. */
function saysSo(node: Nodes): boolean {
  if (node.type === 'containerDirective') return node.name === 'generated' && node.children.length > 0 && node.children.every(saysSo)
  return isPlaceholder(node) && /^to be written/i.test(plainText(node))
}
