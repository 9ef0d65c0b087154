import type { Nodes } from 'mdast'

/** The words of a node without any markup: text, code and the alternative text of images; blocks, cells and hard breaks are set apart by a space. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  let text = ''
  // A stack of its own: a hostile tree may be deeper than the call stack.
  const waiting: (Nodes | ' ')[] = Array.isArray(node) ? [...(node as readonly Nodes[])].reverse() : [node as Nodes]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ' ') {
      if (text !== '' && !text.endsWith(' ')) text += ' '
    } else if ('children' in next) {
      if (!INLINE.has(next.type)) waiting.push(' ')
      for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] as Nodes)
      if (!INLINE.has(next.type)) waiting.push(' ')
    } else if (next.type === 'break') text += ' '
    else if (next.type === 'image' || next.type === 'imageReference') text += next.alt ?? ''
    else if ('value' in next && next.type !== 'html' && next.type !== 'yaml') text += next.value
  }
  return text.trim()
}

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'textDirective'])
