import { isLabel, printMarkdown } from '@blamefree/core'
import type { Paragraph, Root, RootContent } from 'mdast'
import { CALLOUTS } from './callouts.ts'
import { strong } from './lowered.ts'

/** A lowered tree → Markdown. Callouts at the top are GitHub's alerts, which cannot stand inside anything else; the rest is the house's own printing. */
export function printPage(tree: Root): string {
  const parts: string[] = []
  let between: RootContent[] = []
  const settle = (): void => {
    if (between.length > 0) parts.push(printMarkdown({ type: 'root', children: between }))
    between = []
  }
  for (const node of tree.children) {
    if (node.type !== 'containerDirective') between.push(node)
    else if (node.children.length > 0) {
      settle()
      parts.push(alert(node))
    }
  }
  settle()
  return parts.join('\n')
}

function alert(node: Extract<RootContent, { type: 'containerDirective' }>): string {
  const [first, ...rest] = node.children
  const children = first !== undefined && isLabel(first) ? [strong((first as Paragraph).children), ...rest] : node.children
  const lines = printMarkdown({ type: 'root', children }).trimEnd().split('\n')
  const mark = CALLOUTS[node.attributes?.['kind'] ?? '']?.mark ?? 'NOTE'
  return `> [!${mark}]\n${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n`
}
