import { safeUrl } from '@blamefree/core'
import type { Image, PhrasingContent } from 'mdast'
import { escapeXml } from './escape-xml.ts'
import { attachmentOf, type Page } from './page.ts'

/** Inline content → storage format. `linked` inside a link, which cannot hold another. */
export function inlineXml(nodes: readonly PhrasingContent[], page: Page, linked = false): string {
  let xml = ''
  for (const node of nodes) xml += node.type === 'text' ? escapeXml(node.value) : nodeXml(node, page, linked)
  return xml
}

const MARKS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

function nodeXml(node: PhrasingContent, page: Page, linked: boolean): string {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return `<${MARKS[node.type]}>${inlineXml(node.children, page, linked)}</${MARKS[node.type]}>`
    case 'inlineCode':
      return `<code>${escapeXml(node.value)}</code>`
    case 'break':
      return '<br/>'
    case 'link': {
      if (linked) return inlineXml(node.children, page, true)
      const title = node.title === null || node.title === undefined ? '' : ` title="${escapeXml(node.title)}"`
      return `<a href="${escapeXml(node.url)}"${title}>${inlineXml(node.children, page, true) || escapeXml(node.url)}</a>`
    }
    case 'image':
      return imageXml(node, page, linked)
    case 'footnoteReference': {
      const note = page.notes.get(node.identifier)
      return note === undefined ? '' : `<sup>${note.number}</sup>`
    }
    case 'textDirective': {
      const account = node.name === 'person' && !linked ? page.mentions[node.attributes?.['id'] ?? ''] : undefined
      return account === undefined ? inlineXml(node.children, page, linked) : `<ac:link><ri:user ${page.userAttribute}="${escapeXml(account)}"/></ac:link>`
    }
    default:
      return ''
  }
}

function imageXml(node: Image, page: Page, linked: boolean): string {
  const file = attachmentOf(node.url, page)
  const words = node.alt ?? ''
  if (file !== null) {
    const alt = words === '' ? '' : ` ac:alt="${escapeXml(words)}"`
    const title = node.title === null || node.title === undefined ? '' : ` ac:title="${escapeXml(node.title)}"`
    return `<ac:image${alt}${title}><ri:attachment ri:filename="${escapeXml(file.name)}"/></ac:image>`
  }
  page.lostImages++
  const url = linked ? null : safeUrl(node.url)
  const shown = escapeXml(words || node.url)
  return url === null ? shown : `<a href="${escapeXml(url)}">${shown}</a>`
}
