import { parseMarkdown } from '@blamefree/core'
import { Fragment, useMemo, type ReactNode } from 'react'
import { InlineView } from './document/document-view.tsx'

type Block = ReturnType<typeof parseMarkdown>['tree']['children'][number]

/** Markdown of several paragraphs, shown: paragraphs, lists, quotes, tables and code. Nothing in it is ever HTML. */
export function MarkdownText({ text }: { text: string }): ReactNode {
  const { tree } = useMemo(() => parseMarkdown(text), [text])
  return <>{blocks(tree.children)}</>
}

const blocks = (nodes: readonly Block[]): ReactNode => nodes.map((node, index) => <Fragment key={index}>{shown(node)}</Fragment>)

function shown(node: Block): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <InlineView nodes={node.children} />
        </p>
      )
    case 'heading':
      return (
        <p>
          <strong>
            <InlineView nodes={node.children} />
          </strong>
        </p>
      )
    case 'list': {
      const items = node.children.map((item, index) => <li key={index}>{blocks(item.children)}</li>)
      return node.ordered === true ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'blockquote':
      return <blockquote>{blocks(node.children)}</blockquote>
    case 'code':
      return <pre>{node.value}</pre>
    case 'table':
      return (
        <table>
          <tbody>
            {node.children.map((row, index) => (
              <tr key={index}>
                {row.children.map((cell, at) => (
                  <td key={at}>
                    <InlineView nodes={cell.children} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    default:
      return 'children' in node ? blocks(node.children) : null
  }
}
