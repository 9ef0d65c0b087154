import type { BlockContent, RootContent } from 'mdast'
import { DIRECTIVES } from '../document.ts'
import { parseMarkdown } from '../markdown.ts'

/**
 * Somebody's Markdown as blocks that cannot change the document around them: headings are strong paragraphs, and containers that mean something to
 * us (live blocks, guidance) leave only their content.
 */
export function proseBlocks(markdown: string): BlockContent[] {
  return parseMarkdown(`\n${markdown}`).tree.children.flatMap(tamed)
}

const OURS: ReadonlySet<string> = new Set(DIRECTIVES.container.filter((name) => name !== 'callout'))

function tamed(node: RootContent): BlockContent[] {
  if (node.type === 'heading') return node.children.length === 0 ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
  if (node.type === 'containerDirective' || node.type === 'blockquote') {
    const children = node.children.flatMap(tamed)
    return node.type === 'containerDirective' && OURS.has(node.name) ? children : [{ ...node, children }]
  }
  if (node.type === 'list') return [{ ...node, children: node.children.map((item) => ({ ...item, children: item.children.flatMap(tamed) })) }]
  return node.type === 'footnoteDefinition' || node.type === 'definition' ? [] : [node as BlockContent]
}
