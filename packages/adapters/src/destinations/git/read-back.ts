import { parseMarkdown, plainText, isFooterText, type Problem } from '@blamefree/core'
import type { Nodes, Paragraph, Root, RootContent } from 'mdast'

/** GitHub's Markdown → our tree: alerts are callouts again; front matter, the title and our footer are no part of a document. */
export function readBack(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const { tree, problems } = parseMarkdown(text)
  const children = tree.children
    .filter((node, index) => !(index === 0 && node.type === 'heading' && node.depth === 1) && !(node.type === 'paragraph' && isFooterText(plainText(node))))
    .map(calloutOf)
  return { tree: { type: 'root', children }, problems }
}

/** The words of the page's own title: its first heading; null where it does not begin with one. */
export function titleOf(text: string): string | null {
  const line = /^#[ \t]+(.+?)[ \t]*#*$/m.exec(text.replace(/^---[ \t]*\n(?:[^]*?\n)??(?:---|\.\.\.)[ \t]*\n/, '').trimStart())
  return line?.index === 0 ? plainText(parseMarkdown(line[0]).tree) : null
}

const KINDS: Readonly<Record<string, string>> = { NOTE: 'note', IMPORTANT: 'note', TIP: 'tip', WARNING: 'warning', CAUTION: 'danger' }

function calloutOf(node: RootContent): RootContent {
  if (node.type !== 'blockquote') return node
  const [first, ...rest] = node.children
  const [lead, ...others] = first?.type === 'paragraph' ? first.children : []
  const mark = lead?.type === 'text' ? /^\[!([A-Z]+)\]\s*/.exec(lead.value) : null
  const kind = KINDS[mark?.[1] ?? '']
  if (mark === null || lead?.type !== 'text' || kind === undefined) return node
  const words = [{ ...lead, value: lead.value.slice(mark[0].length) }, ...others].filter((child) => child.type !== 'text' || child.value !== '')
  const content: Nodes[] = words.length === 0 ? rest : [{ type: 'paragraph', children: words } satisfies Paragraph, ...rest]
  return { type: 'containerDirective', name: 'callout', attributes: { kind }, children: content as Paragraph[] }
}
