import { normalise, printInline } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'

/** Collects inline nodes line by line. */
export interface InlineWriter {
  text(value: string): void
  node(node: PhrasingContent): void
  /** What follows begins on a line of its own, if anything came before. */
  line(): void
  /** Whether nothing was written. */
  isEmpty(): boolean
  /** The nodes so far, neither normalised nor made safe. */
  nodes(): readonly PhrasingContent[]
  /** All of it as Markdown of one paragraph, made safe. */
  markdown(): string
}

/** A writer with nothing in it. */
export function inlineWriter(): InlineWriter {
  const nodes: PhrasingContent[] = []
  const text = (value: string): void => {
    const last = nodes.at(-1)
    if (last?.type === 'text') last.value += value
    else nodes.push({ type: 'text', value })
  }
  return {
    text,
    node: (node) => void (node.type === 'text' ? text(node.value) : nodes.push(node)),
    line() {
      const last = nodes.at(-1)
      if (last?.type === 'text') last.value = last.value.trimEnd()
      if (last !== undefined && last.type !== 'break') nodes.push({ type: 'break' })
    },
    isEmpty: () => nodes.every((node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '')),
    nodes: () => nodes,
    markdown() {
      const tree = normalise({ type: 'root', children: [{ type: 'paragraph', children: [...nodes] }] })
      const [paragraph] = tree.children
      return paragraph?.type === 'paragraph' ? printInline(paragraph.children, 'block') : ''
    },
  }
}
