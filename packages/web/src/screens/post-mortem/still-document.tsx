import { isLabel, plainText, safeUrl } from '@blamefree/core'
import type { List, Nodes, Root, Table } from 'mdast'
import { Fragment, type ReactNode } from 'react'
import { imageSource } from '../../parts/document/image-source.ts'
import { LIVE } from './live-names.ts'
import { StillLive } from './live-frame.tsx'
import prose from './prose.module.css'

interface Shown {
  /** Where an image of the document is; null for one that is shown by its description. */
  readonly imageSource: (address: string) => string | null
  /** Containers that are left out. */
  readonly without: readonly string[]
}

const NOTHING: readonly string[] = ['guidance', 'evidence']

/** A document as the editor will show it, before the editor is there, and the facts in a live block. Nothing in it becomes HTML but by elements of ours. */
export function StillDocument({ tree, incident }: { tree: Root; incident: string }): ReactNode {
  return (
    <div className={prose['prose']}>
      <StillBlocks of={tree.children} imageSource={(address) => imageSource(address, incident)} />
    </div>
  )
}

/** Some blocks of a document. */
export function StillBlocks({ of, imageSource: source }: { of: readonly Nodes[]; imageSource: Shown['imageSource'] }): ReactNode {
  return <Children of={of} shown={{ imageSource: source, without: NOTHING }} />
}

function Children({ of, shown }: { of: readonly Nodes[]; shown: Shown }): ReactNode {
  return of.map((node, index) => (
    // A tree that is shown is never changed in place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{shownNode(node, shown)}</Fragment>
  ))
}

function shownNode(node: Nodes, shown: Shown): ReactNode {
  const inside = 'children' in node ? <Children of={node.children} shown={shown} /> : null
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return isLabel(node) ? <div data-title="">{inside}</div> : <p>{inside}</p>
    case 'heading':
      return headingOf(node.depth, inside)
    case 'strong':
      return <strong>{inside}</strong>
    case 'emphasis':
      return <em>{inside}</em>
    case 'delete':
      return <s>{inside}</s>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={safeUrl(node.url) ?? undefined} title={node.title ?? undefined} target="_blank" rel="noopener noreferrer nofollow">
          {inside}
        </a>
      )
    case 'image': {
      const src = shown.imageSource(node.url)
      return src === null ? (
        <img data-src={node.url} alt={node.alt ?? ''} />
      ) : (
        <img src={src} alt={node.alt ?? ''} title={node.title ?? undefined} loading="lazy" />
      )
    }
    case 'list':
      return <Items of={node} shown={shown} />
    case 'table':
      return <Rows of={node} shown={shown} />
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    case 'code':
      return (
        <pre data-language={node.lang ?? undefined}>
          <code>{node.value}</code>
        </pre>
      )
    case 'thematicBreak':
      return <hr />
    case 'footnoteReference':
      return <sup data-note="">{node.identifier}</sup>
    case 'footnoteDefinition':
      return <aside data-footnote={node.identifier}>{inside}</aside>
    case 'textDirective':
      return <span data-directive={node.name}>{inside}</span>
    case 'containerDirective':
      if (LIVE.has(node.name)) return <StillLive name={node.name}>{inside}</StillLive>
      return shown.without.includes(node.name) ? null : (
        <div data-container={node.name} data-kind={node.name === 'callout' ? (node.attributes?.['kind'] ?? 'note') : undefined}>
          {inside}
        </div>
      )
    default:
      return inside
  }
}

function headingOf(depth: number, inside: ReactNode): ReactNode {
  const Tag = `h${Math.min(6, Math.max(1, depth))}` as 'h1'
  return <Tag>{inside}</Tag>
}

function Items({ of, shown }: { of: List; shown: Shown }): ReactNode {
  const items = of.children.map((item, index) => {
    const inside = <Children of={item.children} shown={shown} />
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <li key={index} data-checked={item.checked ?? undefined}>
        {typeof item.checked === 'boolean' ? (
          <>
            <input type="checkbox" checked={item.checked} readOnly disabled aria-label={plainText(item)} />
            <div>{inside}</div>
          </>
        ) : (
          inside
        )}
      </li>
    )
  })
  return of.ordered === true ? <ol start={of.start ?? undefined}>{items}</ol> : <ul>{items}</ul>
}

function Rows({ of: { children, align }, shown }: { of: Table; shown: Shown }): ReactNode {
  const row = (index: number, Cell: 'td' | 'th'): ReactNode => (
    <tr key={index}>
      {children[index]?.children.map((cell, column) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Cell key={column} data-align={align?.[column] ?? undefined}>
          <p>
            <Children of={cell.children} shown={shown} />
          </p>
        </Cell>
      ))}
    </tr>
  )
  return (
    <div data-table="">
      <table>
        <tbody>{children.map((_, index) => row(index, index === 0 ? 'th' : 'td'))}</tbody>
      </table>
    </div>
  )
}
