import { isLabel, plainText } from '@blamefree/core'
import type { List, ListItem, Nodes, Table, TableRow } from 'mdast'
import { inlineXml } from './inline.ts'
import { plainMacro, richMacro } from './macro.ts'
import type { Page } from './page.ts'

/** Blocks → storage format. */
export function blocksXml(nodes: readonly Nodes[], page: Page): string {
  let xml = ''
  for (const node of nodes) xml += blockXml(node, page)
  return xml
}

function blockXml(node: Nodes, page: Page): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlineXml(node.children, page)}</p>`
    case 'heading': {
      const words = inlineXml(node.children, page)
      return words === '' ? '' : `<h${node.depth}>${words}</h${node.depth}>`
    }
    case 'thematicBreak':
      return '<hr/>'
    case 'blockquote':
      return `<blockquote>${blocksXml(node.children, page)}</blockquote>`
    case 'code':
      return plainMacro('code', { language: languageOf(node.lang) }, node.value)
    case 'list':
      return listXml(node, page)
    case 'table':
      return tableXml(node, page)
    case 'containerDirective':
      return containerXml(node, page)
    default:
      return ''
  }
}

/** Confluence shows an error for a language that it does not know: only names that cannot hurt, in lower case. */
const languageOf = (lang: string | null | undefined): string | null =>
  lang !== null && lang !== undefined && /^[\w+#.-]{1,20}$/.test(lang) ? lang.toLowerCase() : null

function listXml(node: List, page: Page): string {
  const checked = node.children.filter((item) => typeof item.checked === 'boolean').length
  if (checked === node.children.length && node.ordered !== true)
    return `<ac:task-list>${node.children.map((item) => taskXml(item, page)).join('')}</ac:task-list>`
  const items = node.children.map((item) => `<li>${boxOf(item)}${blocksXml(item.children, page)}</li>`).join('')
  if (node.ordered !== true) return `<ul>${items}</ul>`
  return `<ol${(node.start ?? 1) === 1 ? '' : ` start="${node.start}"`}>${items}</ol>`
}

/** In a list of which not every item is a task, a box is a character. */
const boxOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? `<p>${checked ? '\u2611' : '\u2610'}</p>` : '')

function taskXml(item: ListItem, page: Page): string {
  return `<ac:task><ac:task-status>${item.checked === true ? 'complete' : 'incomplete'}</ac:task-status><ac:task-body>${blocksXml(item.children, page)}</ac:task-body></ac:task>`
}

function tableXml(node: Table, page: Page): string {
  const [header, ...rows] = node.children
  const styles = (node.align ?? []).map((align) => (align === null ? '' : ` style="text-align: ${align};"`))
  const row = (cells: TableRow | undefined, name: 'th' | 'td'): string =>
    `<tr>${(cells?.children ?? []).map((cell, column) => `<${name}><p${styles[column] ?? ''}>${inlineXml(cell.children, page)}</p></${name}>`).join('')}</tr>`
  return `<table><tbody>${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

/** The macro that a callout becomes: what Confluence calls a note is yellow, and its warning red. */
const CALLOUTS: Readonly<Record<string, string>> = { note: 'info', tip: 'tip', warning: 'note', danger: 'warning' }

function containerXml(node: Extract<Nodes, { type: 'containerDirective' }>, page: Page): string {
  if (node.name === 'callout') {
    const [first, ...rest] = node.children
    const titled = first !== undefined && isLabel(first)
    const kind = node.attributes?.['kind'] ?? ''
    const macro = Object.hasOwn(CALLOUTS, kind) ? CALLOUTS[kind] : CALLOUTS['note']
    return richMacro(macro ?? 'info', { title: titled ? plainText(first) : null }, blocksXml(titled ? rest : node.children, page))
  }
  if (node.name === 'evidence') return node.children.length === 0 ? '' : richMacro('expand', { title: 'What the record shows' }, blocksXml(node.children, page))
  return blocksXml(node.children, page)
}
