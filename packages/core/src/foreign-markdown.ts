import type { Nodes, PhrasingContent, Root } from 'mdast'
import { escapeMarkdown } from './escape-markdown.ts'
import { parseWithPositions } from './markdown.ts'
import { inlineOf } from './markdown/inline-of.ts'
import { normalise } from './normalise.ts'
import { printInline } from './print-inline.ts'
import { printMarkdown } from './print-markdown.ts'

/**
 * Markdown that another system's users wrote → Markdown as an event's text may hold it: one paragraph, its blocks set apart by hard breaks. HTML tags go and
 * their words stay, `<br>` becomes a break, comments go; directives are text, so that nobody's comment can become a block of the document.
 */
export function foreignInline(text: string): string {
  return /^[A-Za-z][A-Za-z0-9 ,;()'"?/%+-]*$/.test(text) ? escapeMarkdown(text) : printInline(inlineOf(treeOf(text)), 'block')
}

/** The same with its paragraphs, lists, tables and code kept: a summary's Markdown. */
export function foreignMarkdown(text: string): string {
  return printMarkdown(treeOf(text)).trimEnd()
}

/** A tree of any make → the Markdown of one paragraph, safe. */
export function inlineMarkdown(tree: Root): string {
  return printInline(inlineOf(normalise(tree)), 'block')
}

/** A tree of any make → Markdown with its blocks, safe. */
export function blockMarkdown(tree: Root): string {
  return printMarkdown(normalise(tree)).trimEnd()
}

/** A longer text is cut here, at three dots: no timeline row or summary is this long, and a parser's time grows with it. */
const MOST = 100_000

function treeOf(text: string): Root {
  const parsed = parseWithPositions(text.length > MOST ? `${text.slice(0, MOST)} …` : text.replace(/^(?=---\s*$)/m, '\n'))
  return normalise({ type: 'root', children: withoutTags(parsed.children) as Root['children'] })
}

function withoutTags(children: readonly Nodes[], depth = 0): Nodes[] {
  return children.flatMap((node): Nodes[] => {
    if (node.type === 'html') return fromHtml(node.value, depth > 0)
    if (depth > DEEPEST || !('children' in node)) return [node]
    return [{ ...node, children: withoutTags(node.children, depth + 1) } as Nodes]
  })
}

const DEEPEST = 60

/** HTML's words as nodes. Inside a paragraph a tag stands alone; between paragraphs a whole stretch of HTML is one node. */
function fromHtml(html: string, inline: boolean): Nodes[] {
  if (inline && /^<br\b/i.test(html)) return [{ type: 'break' }]
  const alternative = /^<img\b[^>]*\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(html)
  if (inline) return alternative === null ? [] : [{ type: 'text', value: alternative[1] ?? alternative[2] ?? '' }]
  const lines = wordsOfHtml(html)
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((value): Nodes => ({ type: 'paragraph', children: [{ type: 'text', value }] satisfies PhrasingContent[] }))
}

/** The words of a piece of HTML, a line for each block: tags, comments, scripts and styles go, the commonest character references are resolved. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<(?:br|hr|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre|section|details|summary))\b[^<>]*>/gi, '\n')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal)
      if (code !== null) return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
      return REFERENCES[whole.toLowerCase()] ?? whole
    })
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' }
