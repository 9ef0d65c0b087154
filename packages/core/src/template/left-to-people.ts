import type { Nodes, Root, RootContent } from 'mdast'
import { plainText } from '../plain-text.ts'
import type { Filling } from './filling.ts'

/**
 * Says of each section that has guidance and nothing else but placeholders and evidence that it is left for people. A placeholder is a paragraph all in
 * italics.
 */
export function sayLeftToPeople(tree: Root, { problems }: Filling): void {
  for (const { title, content } of sections(tree)) {
    const hasGuidance = content.some((node) => node.type === 'containerDirective' && node.name === 'guidance')
    if (!hasGuidance || !content.every(isOpen)) continue
    problems.push({
      code: 'fill/left-to-people',
      message: `\u201c${title}\u201d is left for people to write.`,
      hint: 'Its guidance and what the record offers stand in the document.',
      weight: 'info',
    })
  }
}

/** Each heading with all that stands under it, deeper headings' content too. */
function sections({ children }: Root): { title: string; content: RootContent[] }[] {
  const found: { title: string; depth: number; content: RootContent[] }[] = []
  let open: { title: string; depth: number; content: RootContent[] }[] = []
  for (const node of children) {
    if (node.type === 'heading') {
      const section = { title: plainText(node), depth: node.depth, content: [] }
      open = [...open.filter(({ depth }) => depth < node.depth), section]
      found.push(section)
    } else for (const section of open) section.content.push(node)
  }
  return found
}

function isOpen(node: Nodes): boolean {
  if (node.type === 'containerDirective')
    return node.name === 'guidance' || node.name === 'evidence' || (node.name === 'generated' && node.children.every(isOpen))
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'emphasis'
}
