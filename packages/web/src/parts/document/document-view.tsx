import { isLabel, plainText, safeUrl } from '@blamefree/core'
import type { List, ListItem, Nodes, Root, Table } from 'mdast'
import { Fragment, type ReactNode } from 'react'
import { documentText as text } from '../../text/document.ts'
import classes from './document-view.module.css'
import { headingsOf, type Heading } from './headings.ts'
import { imageSource } from './image-source.ts'

/** What a view may show otherwise than the document's plain form. */
export interface DocumentViewOptions {
  /** Also how to complete each section, and what the record offers for those left to people; never in what is finished. */
  readonly writing?: boolean
  /** The incident whose images it shows. */
  readonly incident?: string
}

/**
 * A document to read: its tree as elements, so that nothing in it can be anything else. Headings have the ids that `headingsOf` gives, one level below the page's own title.
 */
export function DocumentView({ tree, writing = false, incident }: { tree: Root } & DocumentViewOptions): ReactNode {
  const headings = new Map(headingsOf(tree).map((heading) => [heading.node, heading]))
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const page: Page = { headings, writing, incident, numbers: new Map(notes.map(({ identifier }, index) => [identifier, index + 1])) }
  return (
    <div className={classes['document']}>
      <Blocks nodes={tree.children.filter((node) => node.type !== 'footnoteDefinition')} page={page} />
      {notes.length === 0 ? null : (
        <ol className={classes['notes']}>
          {notes.map((note) => (
            <li key={note.identifier} id={`note-${note.identifier}`}>
              <Blocks nodes={note.children} page={page} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

interface Page {
  readonly headings: ReadonlyMap<Nodes, Heading>
  readonly writing: boolean
  readonly incident: string | undefined
  readonly numbers: ReadonlyMap<string, number>
}

function Blocks({ nodes, page, tight = false }: { nodes: readonly Nodes[]; page: Page; tight?: boolean }): ReactNode {
  return nodes.map((node, index) => <Block key={index} node={node} page={page} tight={tight} />)
}

function Block({ node, page, tight }: { node: Nodes; page: Page; tight: boolean }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return tight ? (
        <span className={classes['line']} dir="auto">
          <Inline nodes={node.children} page={page} />
        </span>
      ) : (
        <p dir="auto">
          <Inline nodes={node.children} page={page} />
        </p>
      )
    case 'heading': {
      const heading = page.headings.get(node)
      if (heading === undefined) return null
      const Tag = `h${heading.level}` as 'h2'
      return (
        <Tag id={heading.id} dir="auto">
          <Inline nodes={node.children} page={page} />
        </Tag>
      )
    }
    case 'thematicBreak':
      return <hr />
    case 'blockquote':
      return (
        <blockquote dir="auto">
          <Blocks nodes={node.children} page={page} />
        </blockquote>
      )
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      )
    case 'list':
      return <ListView node={node} page={page} />
    case 'table':
      return <TableView node={node} page={page} />
    case 'containerDirective':
      return <Container node={node} page={page} />
    default:
      return null
  }
}

function ListView({ node, page }: { node: List; page: Page }): ReactNode {
  const items = node.children.map((item, index) => <Item key={index} item={item} page={page} />)
  return node.ordered === true ? <ol {...(node.start === null || node.start === undefined ? {} : { start: node.start })}>{items}</ol> : <ul>{items}</ul>
}

function Item({ item, page }: { item: ListItem; page: Page }): ReactNode {
  const content = <Blocks nodes={item.children} page={page} tight={item.spread !== true} />
  if (typeof item.checked !== 'boolean') return <li dir="auto">{content}</li>
  return (
    <li dir="auto" className={classes['task']}>
      <span className={classes['box']} data-done={item.checked} role="img" aria-label={item.checked ? text.done : text.open} />
      <div>{content}</div>
    </li>
  )
}

function TableView({ node, page }: { node: Table; page: Page }): ReactNode {
  const [header, ...rows] = node.children
  const align = (column: number): { textAlign?: 'left' | 'center' | 'right' } => {
    const given = node.align?.[column]
    return given === null || given === undefined ? {} : { textAlign: given }
  }
  return (
    <div className={classes['wide']} tabIndex={0} role="group" aria-label={text.table((header?.children ?? []).map((cell) => plainText(cell)).join(', '))}>
      <table>
        <thead>
          <tr>
            {header?.children.map((cell, column) => (
              <th key={column} scope="col" style={align(column)} dir="auto">
                <Inline nodes={cell.children} page={page} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.children.map((cell, column) => (
                <td key={column} style={align(column)} dir="auto">
                  <Inline nodes={cell.children} page={page} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Container({ node, page }: { node: Extract<Nodes, { type: 'containerDirective' }>; page: Page }): ReactNode {
  const [first] = node.children
  const titled = first !== undefined && isLabel(first)
  const inside = <Blocks nodes={titled ? node.children.slice(1) : node.children} page={page} />
  if ((node.name === 'guidance' || node.name === 'evidence') && (!page.writing || node.children.length === 0)) return null
  if (node.name !== 'callout' && node.name !== 'guidance' && node.name !== 'evidence') return inside
  const kind = node.name === 'callout' ? (node.attributes?.['kind'] ?? 'note') : node.name
  return (
    <div className={classes['callout']} data-kind={kind} role="note">
      <p className={classes['title']} dir="auto">
        {titled && first.type === 'paragraph' ? <Inline nodes={first.children} page={page} /> : (text.callouts[kind] ?? text.callouts['note'])}
      </p>
      {inside}
    </div>
  )
}

function Inline({ nodes, page }: { nodes: readonly Nodes[]; page: Page }): ReactNode {
  return nodes.map((node, index) => (
    <Fragment key={index}>
      <InlineNode node={node} page={page} />
    </Fragment>
  ))
}

function InlineNode({ node, page }: { node: Nodes; page: Page }): ReactNode {
  const inside = 'children' in node ? <Inline nodes={node.children} page={page} /> : null
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'break':
      return <br />
    case 'emphasis':
      return <em>{inside}</em>
    case 'strong':
      return <strong>{inside}</strong>
    case 'delete':
      return <del>{inside}</del>
    case 'link':
      return (
        <a href={safeUrl(node.url) ?? undefined} target="_blank" rel="noreferrer noopener" {...(node.title ? { title: node.title } : {})}>
          {inside}
        </a>
      )
    case 'image':
      return <img src={page.incident === undefined ? undefined : (imageSource(node.url, page.incident) ?? undefined)} alt={node.alt ?? ''} loading="lazy" />
    case 'footnoteReference':
      return (
        <sup>
          <a href={`#note-${node.identifier}`} aria-label={text.note(page.numbers.get(node.identifier) ?? 0)}>
            {page.numbers.get(node.identifier) ?? '?'}
          </a>
        </sup>
      )
    case 'textDirective':
      if (node.name === 'person') return <span className={classes['person']}>{inside}</span>
      return node.name === 'time' ? (
        <time dateTime={node.attributes?.['at'] ?? undefined} className="numbers">
          {inside}
        </time>
      ) : (
        <span className="numbers">{inside}</span>
      )
    default:
      return inside
  }
}

/** Inline content by itself, such as an event's text. */
export function InlineView({ nodes, incident }: { nodes: readonly Nodes[]; incident?: string }): ReactNode {
  return <Inline nodes={nodes} page={{ headings: new Map(), writing: false, incident, numbers: new Map() }} />
}
