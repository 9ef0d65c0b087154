import type { Nodes } from 'mdast'

/** The words of a node without any markup: text, code and the alternative text of images; blocks, cells and hard breaks are set apart by a space. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  let text = ''
  // Not asked of the text itself, which is in pieces while it grows: putting them together at each block would be quadratic.
  let spaced = true
  // A stack of its own: a hostile tree may be deeper than the call stack.
  const waiting: (Nodes | ' ')[] = Array.isArray(node) ? [...(node as readonly Nodes[])].reverse() : [node as Nodes]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ' ') {
      if (!spaced) text += ' '
      spaced = true
    } else if ('children' in next) {
      if (!INLINE.has(next.type)) waiting.push(' ')
      for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] as Nodes)
      if (!INLINE.has(next.type)) waiting.push(' ')
    } else {
      const words = wordsOf(next)
      if (words === '') continue
      text += words
      spaced = words.endsWith(' ')
    }
  }
  return text.trim()
}

function wordsOf(node: Exclude<Nodes, { children: unknown }>): string {
  if (node.type === 'break') return ' '
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'value' in node && node.type !== 'html' && node.type !== 'yaml' ? node.value : ''
}

const INLINE = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'textDirective'])
