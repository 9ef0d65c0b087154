import { cdata, escapeXml } from './escape-xml.ts'
import { xmlTree, type XmlElement, type XmlNode } from './xml-tree.ts'

/**
 * A piece of storage format without what Confluence writes into it by itself: ids of macros, tasks and elements, the order of attributes, layout of tables, spaces
 * between blocks, the paragraph in a cell, and the marks of comments. Two pieces with the same canonical text say the same.
 */
export function canonicalStorage(text: string): string {
  return printed(cleaned(xmlTree(text)))
}

const OWN_ATTRIBUTES =
  /^(?:ac:macro-id|ac:local-id|local-id|ac:schema-version|ac:breakout-.*|data-layout|data-table-.*|data-number-column|data-highlight-colour|ac:ref|ac:original-.*|ac:thumbnail|ac:version-at-save|ri:version-at-save|ac:content-id|data-card-appearance|rel)$/
const GONE = new Set(['ac:task-id', 'ac:task-uuid', 'colgroup'])
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del', tt: 'code' }
/** Around these, and at their edges, spaces say nothing. */
const BLOCK = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th blockquote hr pre div br ac:task-list ac:task ac:task-body ac:task-status ac:structured-macro ac:rich-text-body ac:parameter ac:plain-text-body ac:layout ac:layout-section ac:layout-cell'.split(
    ' ',
  ),
)
const UNWRAPPED = new Set(['td', 'th', 'li', 'ac:task-body'])
const CLASSLESS = new Set(['table', 'tr', 'td', 'th', 'tbody', 'p', 'ul', 'ol', 'li'])

function cleaned(nodes: readonly XmlNode[]): XmlNode[] {
  const flat: XmlNode[] = []
  for (const node of nodes) {
    if (node.type !== 'element') flat.push(node)
    else if (!GONE.has(node.name)) {
      const children = cleaned(node.children)
      if (isTransparent(node)) flat.push(...children)
      else {
        const name = SAME[node.name] ?? node.name
        flat.push({ type: 'element', name, attributes: attributesOf(node), children: UNWRAPPED.has(node.name) ? unwrapped(children) : children })
      }
    }
  }
  return spaced(merged(flat))
}

/** What only marks words, and says nothing itself. */
function isTransparent({ name, attributes }: XmlElement): boolean {
  return (
    name === 'ac:inline-comment-marker' || (name === 'span' && (Object.keys(attributes).length === 0 || attributes['class'] === 'placeholder-inline-tasks'))
  )
}

function attributesOf({ name, attributes }: XmlElement): XmlElement['attributes'] {
  const written = Object.entries(attributes)
  if (written.length === 0) return attributes
  const kept = written.filter(([key]) => !OWN_ATTRIBUTES.test(key) && !(key === 'class' && CLASSLESS.has(name)))
  return Object.fromEntries(kept.toSorted(([one], [two]) => (one < two ? -1 : 1)))
}

/** The content of a cell's or an item's only paragraph. A first paragraph before other blocks loses its frame as well: Confluence writes it either way. */
function unwrapped(children: readonly XmlNode[]): XmlNode[] {
  const [first, ...rest] = children
  const plain = first?.type === 'element' && first.name === 'p' && Object.keys(first.attributes).length === 0
  return plain && !rest.some((node) => node.type === 'element' && node.name === 'p') ? [...first.children, ...rest] : [...children]
}

function merged(nodes: readonly XmlNode[]): XmlNode[] {
  const result: XmlNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') result[result.length - 1] = { type: 'text', value: last.value + node.value }
    else if (node.type === 'cdata' && last?.type === 'cdata') result[result.length - 1] = { type: 'cdata', value: last.value + node.value }
    else result.push(node)
  }
  return result
}

function spaced(nodes: readonly XmlNode[]): XmlNode[] {
  const result: XmlNode[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') {
      result.push(node)
      continue
    }
    let value = SPACES.test(node.value) ? node.value.replace(/[\s\u00a0]+/g, ' ') : node.value
    if (isBlock(nodes[index - 1])) value = value.trimStart()
    if (isBlock(nodes[index + 1])) value = value.trimEnd()
    if (value !== '') result.push(value === node.value ? node : { type: 'text', value })
  }
  return result
}

/** Spaces that are not one. */
const SPACES = /\s\s|[^\S ]/

const isBlock = (node: XmlNode | undefined): boolean => node === undefined || node.type === 'end' || (node.type === 'element' && BLOCK.has(node.name))

function printed(nodes: readonly XmlNode[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += escapeXml(node.value)
    else if (node.type === 'cdata') text += cdata(node.value)
    else if (node.type === 'end') text += `</${node.name}>`
    else {
      let opening = `<${node.name}`
      for (const [name, value] of Object.entries(node.attributes)) opening += ` ${name}="${escapeXml(value)}"`
      text += node.children.length === 0 ? `${opening}/>` : `${opening}>${printed(node.children)}</${node.name}>`
    }
  }
  return text
}
