import type { BlockContent, Emphasis, List, ListItem, PhrasingContent, Table, Text } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import type { ContainerName } from '../document.ts'
import type { Link } from '../incident.ts'
import type { Instant } from '../instant.ts'
import type { Person } from '../person.ts'
import { safeUrl } from '../safe-url.ts'

/** Words. */
export function text(value: string): Text {
  return { type: 'text', value }
}

/** An honest placeholder, in italics: what is not known, or left to write. A paragraph of nothing else counts as one. */
export function placeholder(value: string): Emphasis {
  return { type: 'emphasis', children: [text(value)] }
}

/** A person, by name, who is still the person in every destination. */
export function personNode({ id, name }: Person, role: string | null): TextDirective {
  return { type: 'textDirective', name: 'person', attributes: role === null ? { id } : { id, role }, children: [text(name)] }
}

/** A moment, as it is shown. */
export function timeNode(at: Instant, label: string): TextDirective {
  return { type: 'textDirective', name: 'time', attributes: { at }, children: [text(label)] }
}

/** A link to something of the record; its title alone when there is no address that a document may hold. */
export function linkNode({ title, url }: Pick<Link, 'title' | 'url'>): PhrasingContent {
  const safe = url === null ? null : safeUrl(url)
  return safe === null ? text(title) : { type: 'link', url: safe, title: null, children: [text(title)] }
}

/** One paragraph. */
export function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

/** A tight list of one-line items; `checked` makes check boxes of them. */
export function list(items: readonly (readonly PhrasingContent[])[], checked?: (index: number) => boolean): List {
  const children = items.map((item, index): ListItem => ({
    type: 'listItem',
    spread: false,
    checked: checked?.(index) ?? null,
    children: [{ type: 'paragraph', children: [...item] }],
  }))
  return { type: 'list', ordered: false, start: null, spread: false, children }
}

/** A table; the first row is its header. */
export function table(rows: readonly (readonly (readonly PhrasingContent[])[])[]): Table {
  return {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children: [...children] })) })),
  }
}

/** A container of the document. */
export function container(name: ContainerName, attributes: Readonly<Record<string, string>>, children: BlockContent[]): ContainerDirective {
  return { type: 'containerDirective', name, attributes: { ...attributes }, children }
}
