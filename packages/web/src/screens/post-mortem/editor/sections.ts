import type { Node } from '@tiptap/pm/model'

/** A part of the text under a heading of the top level, while it is being written. Positions are those of the document they were read from. */
export interface WrittenSection {
  readonly title: string
  /** 1 to 6. */
  readonly depth: number
  /** Where its heading begins. */
  readonly from: number
  /** Where its own content ends: at the next heading. */
  readonly to: number
  /** As the API says it of what is stored: `parts` is for what has only sections below it. */
  readonly state: 'written' | 'filled' | 'to-write' | 'parts'
  readonly guidance: Node | null
  readonly evidence: Node | null
}

/** Every section, in reading order. */
export function sectionsOf(doc: Node): WrittenSection[] {
  const heads: { readonly node: Node; readonly from: number; readonly content: Node[]; to: number }[] = []
  doc.forEach((node, offset) => {
    const last = heads.at(-1)
    if (node.type.name === 'heading') {
      if (last !== undefined) last.to = offset
      heads.push({ node, from: offset, content: [], to: doc.content.size })
    } else last?.content.push(node)
  })
  return heads.map(({ node, from, to, content }, index) => {
    const depth = Number(node.attrs['level'])
    const next = heads[index + 1]
    const hasParts = next !== undefined && Number(next.node.attrs['level']) > depth
    const named = (name: string): Node | null => content.find((child) => isContainer(child, name) && child.textContent !== '') ?? null
    return { title: node.textContent, depth, from, to, state: stateOf(content, hasParts), guidance: named('guidance'), evidence: named('evidence') }
  })
}

/** Whether a node is a container, of a name when one is given. */
export function isContainer(node: Node, ...names: readonly string[]): boolean {
  return node.type.name === 'container' && (names.length === 0 || names.includes(String(node.attrs['name'])))
}

/** A paragraph all in italics, as templates leave it to be written, or what a machine filled that is only that. */
export function isPlaceholder(node: Node): boolean {
  if (isContainer(node, 'generated')) return node.children.every(isPlaceholder)
  return (
    node.type.name === 'paragraph' &&
    node.childCount > 0 &&
    node.children.every((child) => child.isText && child.marks.some(({ type }) => type.name === 'italic'))
  )
}

/** Of the paragraphs in italics, the ones that say so or are in brackets: anybody may write a line in italics. */
export function asksToWrite(node: Node): boolean {
  return node.type.name === 'paragraph' && isPlaceholder(node) && /^(?:to be written|\[)/i.test(node.textContent)
}

/** What says in words that it is to be written: beside words of a template, the section is not written yet. What is in brackets may be somebody's own. */
export function saysSo(node: Node): boolean {
  if (isContainer(node, 'generated')) return node.childCount > 0 && node.children.every(saysSo)
  return asksToWrite(node) && /^to be written/i.test(node.textContent)
}

function stateOf(content: readonly Node[], hasParts: boolean): WrittenSection['state'] {
  const said = content.filter((node) => !isContainer(node, 'guidance', 'evidence') && !(node.type.name === 'paragraph' && node.content.size === 0))
  if (said.length === 0) return hasParts ? 'parts' : 'to-write'
  if (said.every(isPlaceholder) || said.some(saysSo)) return 'to-write'
  return said.every((node) => isContainer(node) && !isContainer(node, 'callout')) ? 'filled' : 'written'
}
