import { isLabel, normalise } from '@blamefree/core'
import type { List, Nodes, PhrasingContent, Root, Table } from 'mdast'
import { marksAround, type EditorMark, type EditorNode } from './editor-node.ts'

/** A document's tree as the editor has it: a `doc` that fits the schema. Where nobody has written yet there is an empty paragraph to write in, which the tree does not have. */
export function editorOfTree(tree: Root): EditorNode {
  return { type: 'doc', content: blocksOf(normalise(tree).children) }
}

function blocksOf(children: readonly Nodes[]): EditorNode[] {
  const blocks = children.map(blockOf)
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

function blockOf(node: Nodes): EditorNode {
  switch (node.type) {
    case 'heading':
      return textblock('heading', node.children, { level: node.depth })
    case 'blockquote':
      return { type: 'blockquote', content: blocksOf(node.children) }
    case 'list':
      return listOf(node)
    case 'code':
      return { type: 'codeBlock', attrs: { language: node.lang ?? null }, ...(node.value === '' ? {} : { content: [{ type: 'text', text: node.value }] }) }
    case 'thematicBreak':
      return { type: 'horizontalRule' }
    case 'table':
      return tableOf(node)
    case 'containerDirective':
      return { type: 'container', attrs: { name: node.name, attributes: JSON.stringify(node.attributes ?? {}) }, content: blocksOf(node.children) }
    case 'footnoteDefinition':
      return { type: 'footnote', attrs: { identifier: node.identifier }, content: blocksOf(node.children) }
    case 'paragraph':
      return textblock(isLabel(node) ? 'title' : 'paragraph', node.children)
    default:
      throw new Error(`A normalised tree has no ${node.type} among its blocks.`)
  }
}

function listOf(node: List): EditorNode {
  const content = node.children.map((item): EditorNode => ({ type: 'listItem', attrs: { checked: item.checked ?? null }, content: blocksOf(item.children) }))
  return node.ordered === true ? { type: 'orderedList', attrs: { start: node.start ?? 1 }, content } : { type: 'bulletList', content }
}

function tableOf(node: Table): EditorNode {
  const content = node.children.map((row, index): EditorNode => {
    const type = index === 0 ? 'tableHeader' : 'tableCell'
    const cells = row.children.map((cell, column): EditorNode => ({
      type,
      attrs: { align: node.align?.[column] ?? null },
      content: [textblock('paragraph', cell.children)],
    }))
    return { type: 'tableRow', content: cells }
  })
  return { type: 'table', content }
}

function textblock(type: string, children: readonly PhrasingContent[], attrs?: EditorNode['attrs']): EditorNode {
  const content: EditorNode[] = []
  pushInline(children, [], content)
  const plain = content.map((node, index) => (node.type === 'hardBreak' ? plainBreak(node, content[index - 1], content[index + 1]) : node))
  return { type, ...(attrs === undefined ? {} : { attrs }), ...(plain.length > 0 ? { content: plain } : {}) }
}

/** What stands around a break follows from its neighbours, nearly always; then it is not said, as it is not for a break that somebody types. */
function plainBreak(node: EditorNode, before: EditorNode | undefined, after: EditorNode | undefined): EditorNode {
  const [left, right] = [marksAround(before), marksAround(after)]
  let shared = 0
  while (shared < left.length && JSON.stringify(left[shared]) === JSON.stringify(right[shared])) shared++
  return node.attrs?.['around'] === JSON.stringify(left.slice(0, shared)) ? { type: 'hardBreak' } : node
}

function pushInline(children: readonly PhrasingContent[], marks: readonly EditorMark[], into: EditorNode[]): void {
  for (const node of children) {
    switch (node.type) {
      case 'strong':
        pushInline(node.children, [...marks, { type: 'bold' }], into)
        break
      case 'emphasis':
        pushInline(node.children, [...marks, { type: 'italic' }], into)
        break
      case 'delete':
        pushInline(node.children, [...marks, { type: 'strike' }], into)
        break
      case 'link':
        pushInline(node.children, [...marks, { type: 'link', attrs: { href: node.url, title: node.title ?? null } }], into)
        break
      case 'text':
        into.push(textOf(node.value, marks))
        break
      case 'inlineCode':
        into.push(textOf(node.value, [...marks, { type: 'code' }]))
        break
      default:
        into.push(atomOf(node, marks))
    }
  }
}

const textOf = (text: string, marks: readonly EditorMark[]): EditorNode => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })

function atomOf(node: PhrasingContent, marks: readonly EditorMark[]): EditorNode {
  const around = marks.length > 0 ? JSON.stringify(marks) : null
  switch (node.type) {
    case 'break':
      return { type: 'hardBreak', attrs: { around: JSON.stringify(marks) } }
    case 'image':
      return { type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null, around } }
    case 'footnoteReference':
      return { type: 'footnoteReference', attrs: { identifier: node.identifier, around } }
    case 'textDirective':
      return {
        type: 'directive',
        attrs: { name: node.name, attributes: JSON.stringify(node.attributes ?? {}), label: JSON.stringify(node.children), around },
      }
    default:
      throw new Error(`A normalised tree has no ${node.type} in its text.`)
  }
}
