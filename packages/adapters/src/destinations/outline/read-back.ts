import { isFooterText, parseMarkdown, plainText, type Problem } from '@blamefree/core'
import type { Paragraph, Root, RootContent } from 'mdast'
import { OUR_KINDS } from './callouts.ts'
import { partsOf } from './split.ts'

/** Outline's Markdown → our tree: notices are callouts again, mentions names; our footer is no part of a document. */
export function readBack(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const children: RootContent[] = []
  for (const part of partsOf(text.replace(/\r\n?/g, '\n'))) {
    const [, kind = 'info', inner = ''] = part.notice ? (/^:::(\w+)\s*\n([^]*?)\n?:::\s*$/.exec(part.text) ?? []) : []
    const read = parseMarkdown(plainMentions(part.notice ? inner : part.text))
    problems.push(...read.problems)
    if (!part.notice) children.push(...read.tree.children)
    else
      children.push({
        type: 'containerDirective',
        name: 'callout',
        attributes: { kind: OUR_KINDS[kind] ?? 'note' },
        children: read.tree.children as Paragraph[],
      })
  }
  return { tree: { type: 'root', children: children.filter((node) => !(node.type === 'paragraph' && isFooterText(plainText(node)))) }, problems }
}

/** Mentions as names, and Outline's highlights and underlines as their words. */
function plainMentions(text: string): string {
  return text.replace(/@\[([^\]]*)\]\(mention:\/\/[^)]*\)/g, '$1').replace(/(?<![=\\])==(?=\S)([^=\n]+?)(?<=\S)==(?!=)/g, '$1')
}
