import { isLabel } from '@blamefree/core'
import type { List, ListItem, Nodes, Paragraph, Table } from 'mdast'
import { escapeHtml } from './escape-html.ts'
import { inlineHtml } from './inline.ts'
import type { Page } from './page.ts'

/** Blocks → HTML. `tight`: paragraphs of a list item without space around them. */
export function blocksHtml(nodes: readonly Nodes[], page: Page, tight = false): string {
  let html = ''
  for (const node of nodes) html += blockHtml(node, page, tight)
  return html
}

function blockHtml(node: Nodes, page: Page, tight: boolean): string {
  switch (node.type) {
    case 'paragraph':
      return tight ? `<span class="line" dir="auto">${inlineHtml(node.children, page)}</span>` : `<p dir="auto">${inlineHtml(node.children, page)}</p>\n`
    case 'heading': {
      const words = inlineHtml(node.children, page)
      const heading = page.headings.get(node)
      // Without words it would be a stop on the way of a screen reader that says nothing.
      return words === '' || heading === undefined ? '' : `<h${heading.level} id="${escapeHtml(heading.id)}" dir="auto">${words}</h${heading.level}>\n`
    }
    case 'thematicBreak':
      return '<hr/>\n'
    case 'blockquote':
      return `<blockquote dir="auto">${blocksHtml(node.children, page)}</blockquote>\n`
    case 'code':
      return `<pre tabindex="0"><code${node.lang === null || node.lang === undefined ? '' : ` class="language-${escapeHtml(node.lang)}"`}>${escapeHtml(node.value)}</code></pre>\n`
    case 'list':
      return listHtml(node, page)
    case 'table':
      return tableHtml(node, page)
    case 'containerDirective':
      return containerHtml(node, page)
    default:
      return ''
  }
}

function listHtml(node: List, page: Page): string {
  const items = node.children.map((item) => itemHtml(item, page)).join('')
  if (node.ordered !== true) return `<ul>${items}</ul>\n`
  return `<ol${(node.start ?? 1) === 1 ? '' : ` start="${node.start}"`}>${items}</ol>\n`
}

function itemHtml(item: ListItem, page: Page): string {
  const content = blocksHtml(item.children, page, item.spread !== true)
  if (typeof item.checked !== 'boolean') return `<li dir="auto">${content}</li>\n`
  return `<li class="task" dir="auto"><span class="${item.checked ? 'box done' : 'box'}" role="img" aria-label="${item.checked ? 'Done' : 'Open'}"></span>${content}</li>\n`
}

function tableHtml(node: Table, page: Page): string {
  const [header, ...rows] = node.children
  const aligns = (node.align ?? []).map((align) => (align === null ? '' : ` class="${align}"`))
  const cells = (row: typeof header, name: 'th' | 'td'): string =>
    (row?.children ?? [])
      .map((cell, column) => {
        const words = inlineHtml(cell.children, page)
        const tag = words === '' ? 'td' : name
        return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${aligns[column] ?? ''} dir="auto">${words}</${tag}>`
      })
      .join('')
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>\n`).join('')
  const name = `Table ${++page.tables}`
  return `<div class="wide" role="group" aria-label="${name}" tabindex="0"><table>\n<thead><tr>${cells(header, 'th')}</tr></thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`
}

const TITLES: Readonly<Record<string, string>> = { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' }

function containerHtml(node: Extract<Nodes, { type: 'containerDirective' }>, page: Page): string {
  switch (node.name) {
    case 'callout': {
      const given = node.attributes?.['kind'] ?? ''
      const kind = Object.hasOwn(TITLES, given) ? given : 'note'
      const [first, ...rest] = node.children
      const titled = first !== undefined && isLabel(first)
      const title = titled ? `<p class="title" dir="auto">${inlineHtml((first as Paragraph).children, page)}</p>` : `<p class="title ours">${TITLES[kind]}</p>`
      return `<div class="callout ${kind}" role="note">${title}\n${blocksHtml(titled ? rest : node.children, page)}</div>\n`
    }
    case 'evidence':
      return node.children.length === 0
        ? ''
        : `<div class="evidence" role="note"><p class="title ours">What the record shows</p>\n${blocksHtml(node.children, page)}</div>\n`
    case 'guidance':
      return `<div class="guidance" role="note"><p class="title ours">How to complete this section</p>\n${blocksHtml(node.children, page)}</div>\n`
    default:
      return `<div class="${node.name}">${blocksHtml(node.children, page)}</div>\n`
  }
}
