import { safeUrl } from '@blamefree/core'
import type { Image, PhrasingContent } from 'mdast'
import { escapeHtml } from './escape-html.ts'
import type { Page } from './page.ts'

/** Inline content → HTML. `linked` inside a link, which cannot hold another. */
export function inlineHtml(nodes: readonly PhrasingContent[], page: Page, linked = false): string {
  let html = ''
  for (const node of nodes) html += node.type === 'text' ? escapeHtml(node.value) : nodeHtml(node, page, linked)
  return html
}

const MARKS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

function nodeHtml(node: PhrasingContent, page: Page, linked: boolean): string {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return `<${MARKS[node.type]}>${inlineHtml(node.children, page, linked)}</${MARKS[node.type]}>`
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`
    case 'break':
      return '<br/>'
    case 'link':
      return linked ? inlineHtml(node.children, page, true) : linkHtml(node.url, inlineHtml(node.children, page, true) || escapeHtml(node.url), node.title)
    case 'image':
      return imageHtml(node, page, linked)
    case 'footnoteReference':
      return noteMark(node.identifier, page)
    case 'textDirective':
      return directiveHtml(node, page, linked)
    default:
      return ''
  }
}

/** A link that opens in the same window and tells the other side nothing. */
function linkHtml(url: string, inner: string, title: string | null | undefined = null): string {
  return `<a href="${escapeHtml(url)}" rel="noreferrer"${title === null ? '' : ` title="${escapeHtml(title)}"`}>${inner}</a>`
}

function directiveHtml(node: Extract<PhrasingContent, { type: 'textDirective' }>, page: Page, linked: boolean): string {
  const words = inlineHtml(node.children, page, true)
  if (node.name === 'time') {
    const at = node.attributes?.['at'] ?? ''
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(at) ? `<time datetime="${escapeHtml(at)}">${words}</time>` : `<span class="time">${words}</span>`
  }
  const id = node.attributes?.['id'] ?? ''
  const url = node.name === 'event' && !linked && words !== '' ? safeUrl(page.records.get(id) ?? '') : null
  return `<span class="${node.name}" data-id="${escapeHtml(id)}">${url === null ? words : linkHtml(url, words)}</span>`
}

function noteMark(identifier: string, { notes, referred }: Page): string {
  const note = notes.get(identifier)
  if (note === undefined) return ''
  const count = (referred.get(identifier) ?? 0) + 1
  referred.set(identifier, count)
  return `<sup class="note-mark"><a id="ref-${identifier}-${count}" href="#note-${identifier}" role="doc-noteref" aria-label="Footnote ${note.number}">${note.number}</a></sup>`
}

const IMAGES = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml)$/

function imageHtml(node: Image, page: Page, linked: boolean): string {
  const asset = Object.hasOwn(page.assets, node.url) ? page.assets[node.url] : undefined
  const alt = node.alt ?? ''
  if (asset !== undefined && IMAGES.test(asset.mediaType)) {
    const title = node.title === null || node.title === undefined ? '' : ` title="${escapeHtml(node.title)}"`
    return `<img src="data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}" alt="${escapeHtml(alt)}"${title}/>`
  }
  page.lostImages++
  const words = `<span class="image" title="${escapeHtml(node.url)}">${escapeHtml(alt || node.url)}</span>`
  const url = linked ? null : safeUrl(node.url)
  return url === null ? words : linkHtml(url, words)
}
