import { parseInline } from '@blamefree/core'
import { Fragment, type ReactNode } from 'react'

type Inline = ReturnType<typeof parseInline>[number]

/** Markdown of one paragraph, as it is kept, shown as text with its emphasis, code and links. Nothing in it is ever HTML. */
export function InlineText({ text }: { text: string }): ReactNode {
  return <>{inlineNodes(parseInline(text))}</>
}

/** Inline nodes of a document, as React shows them. */
export function inlineNodes(nodes: readonly Inline[]): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{shown(node)}</Fragment>)
}

function shown(node: Inline): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'strong':
      return <strong>{inlineNodes(node.children)}</strong>
    case 'emphasis':
      return <em>{inlineNodes(node.children)}</em>
    case 'delete':
      return <del>{inlineNodes(node.children)}</del>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noreferrer">
          {inlineNodes(node.children)}
        </a>
      )
    default:
      return 'children' in node ? inlineNodes(node.children) : 'value' in node ? node.value : null
  }
}
