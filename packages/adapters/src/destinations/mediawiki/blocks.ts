import { isLabel } from '@blamefree/core'
import type { Code, Nodes } from 'mdast'
import { escapeVerbatim, lineStart } from './escape-wikitext.ts'
import { inlineWikitext } from './inline.ts'
import { joinPieces } from './join.ts'
import { listPieces } from './list.ts'
import type { Page } from './page.ts'
import { tablePieces } from './table.ts'

/** Blocks → pieces of wikitext: a paragraph, a heading, an item, a row each. `joinPieces` sets them apart. */
export function blockPieces(nodes: readonly Nodes[], page: Page): string[] {
  const pieces: string[] = []
  let before: Nodes | null = null
  for (const node of nodes) {
    const made = pieceOf(node, page)
    // An empty line between two lists, which would be one otherwise.
    if (node.type === 'list' && before?.type === 'list' && made[0] !== undefined) made[0] = `\n${made[0]}`
    for (const piece of made) pieces.push(piece)
    if (made.length > 0) before = node
  }
  return pieces
}

function pieceOf(node: Nodes, page: Page): string[] {
  switch (node.type) {
    case 'paragraph': {
      const words = inlineWikitext(node.children, page)
      return words === '' ? [] : [lineStart(words)]
    }
    case 'heading': {
      const words = inlineWikitext(node.children, page)
      const signs = '='.repeat(node.depth)
      // A sign at an edge would count with those of the heading.
      return words === '' ? [] : [`${signs} ${words.replace(/^=|=$/g, '&#61;')} ${signs}`]
    }
    case 'thematicBreak':
      return ['----']
    case 'blockquote':
      return [`<blockquote>\n${nested(node.children, page)}\n</blockquote>`]
    case 'code':
      return [codeWikitext(node, page)]
    case 'list':
      return listPieces(node, page, nested)
    case 'table':
      return tablePieces(node, page)
    case 'containerDirective':
      return containerPieces(node, page)
    default:
      return []
  }
}

/** Blocks as one text, for inside of a box or an item. */
export const nested = (nodes: readonly Nodes[], page: Page): string => joinPieces(blockPieces(nodes, page))

/** With colours where the wiki has them, and otherwise as it is. */
function codeWikitext({ lang, value }: Code, { extensions }: Page): string {
  // What would end the block, and lines at its beginning that the extension would drop.
  const plain = !extensions.syntaxHighlight || /<\/syntaxhighlight/i.test(value) || /^\s*\n|^\s*$/.test(value)
  if (plain) return `<pre>\n${escapeVerbatim(value)}</pre>`
  return `<syntaxhighlight lang="${/^[\w+#.-]{1,20}$/.test(lang ?? '') ? (lang ?? '').toLowerCase() : 'text'}">\n${value.normalize('NFC')}\n</syntaxhighlight>`
}

/** The colours of a callout: its edge and its ground. */
const CALLOUTS: Readonly<Record<string, readonly [edge: string, ground: string]>> = {
  note: ['#36c', '#eaf3ff'],
  tip: ['#14866d', '#d5fdf4'],
  warning: ['#ac6600', '#fef6e7'],
  danger: ['#d33', '#fee7e6'],
}

/** How the box that shows evidence begins. */
export const EVIDENCE_TITLE = 'What the record shows'

function containerPieces(node: Extract<Nodes, { type: 'containerDirective' }>, page: Page): string[] {
  if (node.name === 'callout') {
    const [first, ...rest] = node.children
    const label = first !== undefined && isLabel(first) && first.type === 'paragraph' ? inlineWikitext(first.children, page) : ''
    const given = node.attributes?.['kind'] ?? ''
    const kind = Object.hasOwn(CALLOUTS, given) ? given : 'note'
    const [edge, ground] = CALLOUTS[kind] ?? ['', '']
    const style = `border-left: 4px solid ${edge}; background: ${ground}; color: #202122; padding: 0.5em 1em; margin: 0.5em 0`
    const title = label === '' ? [] : [`<p class="blamefree-title">'''${label.replace(/^'''|'''$/g, '')}'''</p>`]
    const inside = nested(first !== undefined && isLabel(first) ? rest : node.children, page)
    return [[`<div class="blamefree-${kind}" style="${style}">`, ...title, ...(inside === '' ? [] : [inside]), '</div>'].join('\n')]
  }
  if (node.name === 'evidence') {
    if (node.children.length === 0) return []
    const style = 'border: 1px solid #a2a9b1; padding: 0.5em 1em; margin: 0.5em 0'
    return [
      `<div class="blamefree-evidence mw-collapsible mw-collapsed" style="${style}">\n'''${EVIDENCE_TITLE}'''\n<div class="mw-collapsible-content">\n${nested(node.children, page)}\n</div>\n</div>`,
    ]
  }
  return blockPieces(node.children, page)
}
