import type { Nodes, Root } from 'mdast'

/** The addresses of the images that a tree shows, each once, in their order. */
export function shownImages(tree: Root): string[] {
  const found = new Set<string>()
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'image') found.add(node.url)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) waiting.push(node.children[index] as Nodes)
  }
  return [...found]
}
