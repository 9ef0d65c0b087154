import type { Nodes, PhrasingContent, Root } from 'mdast'
import { normalise } from '../normalise.ts'

/** A normalised document as one line of inline content: blocks follow each other with hard breaks, list items keep their marker, code stays code. */
export function inlineOf(tree: Root): PhrasingContent[] {
  const [only] = tree.children
  if (tree.children.length === 0) return []
  if (tree.children.length === 1 && only?.type === 'paragraph') return only.children
  const lines: PhrasingContent[][] = []
  for (const child of tree.children) gather(child, '', lines)
  const content = lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{ type: 'break' }, ...line]))
  const [paragraph] = normalise({ type: 'root', children: [{ type: 'paragraph', children: content }] }).children
  return paragraph?.type === 'paragraph' ? paragraph.children : []
}

function gather(node: Nodes, marker: string, lines: PhrasingContent[][]): void {
  const lead: PhrasingContent[] = marker === '' ? [] : [{ type: 'text', value: marker }]
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') lines.push([...lead, ...node.children])
  else if (node.type === 'code') {
    for (const line of node.value.split('\n')) if (line.trim() !== '') lines.push([{ type: 'inlineCode', value: line }])
  } else if (node.type === 'list') {
    for (const [index, item] of node.children.entries()) {
      const sign = typeof item.checked === 'boolean' ? (item.checked ? '\u2611 ' : '\u2610 ') : node.ordered === true ? `${(node.start ?? 1) + index}. ` : '\u2022 '
      for (const [place, child] of item.children.entries()) gather(child, place === 0 ? sign : '', lines)
    }
  } else if (node.type === 'tableRow') {
    lines.push(node.children.flatMap((cell, index): PhrasingContent[] => [...(index === 0 ? [] : [{ type: 'text' as const, value: ' | ' }]), ...cell.children]))
  } else if ('children' in node) for (const child of node.children) gather(child, '', lines)
}
