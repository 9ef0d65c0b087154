import { isFooterText, parseMarkdown, plainText, printMarkdown } from '@blamefree/core'
import type { Problem } from '@blamefree/core'
import type { Nodes, Root, RootContent } from 'mdast'
import { joinText, splitText } from './split-text.ts'

/** A tree → the text of a page: our Markdown, in which lists of labels and values are marked with `*`, which nothing else is. */
export function textOf(tree: Root): string {
  const parts: string[] = []
  let between: RootContent[] = []
  const settle = (): void => {
    if (between.length > 0) parts.push(printMarkdown({ type: 'root', children: between }).trimEnd())
    between = []
  }
  for (const node of footerLast(tree.children)) {
    if (!hasPairs(node)) between.push(node)
    else {
      settle()
      parts.push(
        printMarkdown({ type: 'root', children: [node] })
          .trimEnd()
          .replace(/^- /gm, '* '),
      )
    }
  }
  settle()
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

/** The footer stands at the end, behind the notes, which a file has elsewhere. */
function footerLast(children: readonly RootContent[]): RootContent[] {
  const at = children.findLastIndex((node) => node.type === 'paragraph' && isFooterText(plainText(node)))
  const footer = children[at]
  return footer === undefined ? [...children] : [...children.slice(0, at), ...children.slice(at + 1), footer]
}

const hasPairs = (node: Nodes): boolean => node.type === 'list' && 'pairs' in (node.data ?? {})

/** The text of a page → a tree, labels and values in key information. */
export function treeOf(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const blocks = splitText(text)
  const parts: string[] = []
  for (let from = 0; from < blocks.length;) {
    const pairs = isPair(blocks[from]?.text)
    let to = from + 1
    while (to < blocks.length && isPair(blocks[to]?.text) === pairs) to++
    const part = joinText(blocks.slice(from, to)).trimEnd()
    parts.push(pairs ? `:::key-information\n${part.replace(/^\* /gm, '- ')}\n:::` : part)
    from = to
  }
  return parseMarkdown(parts.join('\n\n'))
}

const isPair = (text: string | undefined): boolean => text?.startsWith('* ') === true
