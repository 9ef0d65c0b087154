import { isFooterText, normalise, parseInline, type Problem } from '@blamefree/core'
import type { BlockContent, Code, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { attributeOf, childLines, FENCE, pieceEnd } from './lines.ts'
import { withoutMark } from './mark.ts'
import { plainLine } from './plain-line.ts'

/** Notion-flavoured Markdown → our tree. What a document cannot hold becomes its words, and is said. */
export function readBack(text: string): { readonly tree: Root; readonly problems: readonly Problem[] } {
  const lost = new Set<string>()
  const children = blocksOf(withoutMark(text).text.replace(/\r\n?/g, '\n').split('\n'), lost)
  const problems = [...lost].map((what): Problem => ({
    code: 'notion/not-ours',
    message: `A post-mortem cannot hold ${what} of Notion: ${what === 'a page or database' ? 'its name is' : 'its words are'} kept.`,
    weight: 'warning',
  }))
  return { tree: normalise({ type: 'root', children }), problems }
}

function blocksOf(lines: readonly string[], lost: Set<string>): RootContent[] {
  const nodes: RootContent[] = []
  for (let at = 0; at < lines.length;) {
    const end = pieceEnd(lines, at)
    const piece = lines.slice(at, end)
    at = end
    const [line = ''] = piece
    if (line.trim() === '' || /^<(?:empty-block|table_of_contents)\b/.test(line) || isFooterText(plainLine(line))) continue
    addBlock(piece, { nodes, lost })
  }
  return nodes
}

interface Reading {
  readonly nodes: RootContent[]
  readonly lost: Set<string>
}

function addBlock(piece: readonly string[], { nodes, lost }: Reading): void {
  const [raw = ''] = piece
  const line = raw.replace(/\s*\{(?:\s*[a-z_]+="[^"]*")+\s*\}\s*$/, '')
  const children = (): RootContent[] => blocksOf(childLines(piece), lost)
  const heading = /^(#{1,6})\s+(.*)$/.exec(line)
  const item = /^(?:(-)(?: \[([ xX])\])?|(\d{1,9})\.)(?:\s+(.*))?$/.exec(line)
  if (heading !== null) nodes.push({ type: 'heading', depth: (heading[1]?.length ?? 1) as 1, children: inline(heading[2] ?? '', lost) }, ...children())
  else if (/^-{3,}$/.test(line)) nodes.push({ type: 'thematicBreak' })
  else if (FENCE.test(line)) nodes.push(codeOf(piece))
  else if (item !== null) addItem(item, children(), { nodes, lost })
  else if (/^>(?:\s|$)/.test(line)) nodes.push({ type: 'blockquote', children: quoted(line.slice(1), children(), lost) })
  else if (/^<table\b/.test(line)) nodes.push(tableOf(piece, lost))
  else if (/^<callout\b/.test(line) || /^:{3,}\s*callout/.test(line)) nodes.push(calloutOf(piece, lost))
  else if (/^<details\b/.test(line)) nodes.push(...detailsOf(piece, lost))
  else {
    const content = inline(line, lost)
    if (content.length > 0) nodes.push({ type: 'paragraph', children: content })
    nodes.push(...children())
  }
}

function addItem([, bullet, box, number, words = '']: RegExpExecArray, children: readonly RootContent[], { nodes, lost }: Reading): void {
  const ordered = bullet === undefined
  const last = nodes.at(-1)
  const item: ListItem = { type: 'listItem', spread: false, checked: box === undefined ? null : box !== ' ', children: quoted(words, children, lost) }
  if (last?.type === 'list' && last.ordered === ordered) last.children.push(item)
  else nodes.push({ type: 'list', ordered, start: ordered ? Number(number ?? 1) : null, spread: false, children: [item] })
}

const quoted = (words: string, children: readonly RootContent[], lost: Set<string>): BlockContent[] => {
  const content = inline(words.trim(), lost)
  return [...(content.length === 0 ? [] : [{ type: 'paragraph' as const, children: content }]), ...(children as BlockContent[])]
}

function codeOf(piece: readonly string[]): Code {
  const lang = /^`{3,}\s*(\S*)/.exec(piece[0] ?? '')?.[1] ?? ''
  return { type: 'code', lang: lang === '' || lang === 'plain' ? null : lang, value: piece.slice(1, -1).join('\n') }
}

function tableOf(piece: readonly string[], lost: Set<string>): Table {
  const rows = [...piece.join('\n').matchAll(/<tr\b[^>]*>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]\b[^>]*>([^]*?)<\/t[dh]>/g)].map(([, cell = '']) => inline(cell.trim(), lost)),
  )
  const width = Math.max(1, ...rows.map((row) => row.length))
  return {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: rows.map((row) => ({ type: 'tableRow', children: row.map((children) => ({ type: 'tableCell', children })) })),
  }
}

function calloutOf(piece: readonly string[], lost: Set<string>): RootContent {
  const [line = ''] = piece
  const color = attributeOf(line, 'color') ?? ''
  const kind = /red/.test(color) ? 'danger' : /yellow|orange/.test(color) ? 'warning' : /green/.test(color) ? 'tip' : 'note'
  const inner = /^<callout\b[^>]*>(.+)<\/callout>\s*$/.exec(line)?.[1]
  const lines = inner === undefined ? piece.slice(1, -1).map((text) => text.replace(/^\t/, '')) : [inner]
  return { type: 'containerDirective', name: 'callout', attributes: { kind }, children: blocksOf(lines, lost) as BlockContent[] }
}

function detailsOf(piece: readonly string[], lost: Set<string>): RootContent[] {
  const text = piece.join('\n')
  const title = inline(/<summary>([^]*?)<\/summary>/.exec(text)?.[1] ?? '', lost)
  const rest = piece.slice(1, -1).filter((line) => !/^\s*<summary>/.test(line))
  const children = blocksOf(
    rest.map((line) => line.replace(/^\t/, '')),
    lost,
  )
  lost.add('a toggle')
  return [...(title.length === 0 ? [] : [{ type: 'paragraph' as const, children: [{ type: 'strong' as const, children: title }] }]), ...children]
}

/** Its escapes are those of CommonMark; tags are taken off, and said where they held something that we have no word for. */
function inline(text: string, lost: Set<string>): PhrasingContent[] {
  const plain = text
    .replace(/<mention-user\b[^>]*?(?:\/>|>([^<]*)<\/mention-user>)/g, (_whole, name?: string) => name ?? '@?')
    .replace(/<(?:page|database|mention-(?:page|database|data-source))\b[^>]*?(?:\/>|>([^<]*)<\/[a-z-]+>)/g, (_whole, name?: string) => {
      lost.add('a page or database')
      return name ?? ''
    })
    .replace(/<mention-date\b[^>]*?start="([^"]*)"[^>]*>/g, '$1')
    .replace(/<unknown\b[^>]*>/g, () => {
      lost.add('a block')
      return ''
    })
    .replace(/(?<!\\)<\/?(?:span|image|file|video|audio|pdf|embed|column|columns|synced_block|tab|p|quote)\b[^>]*>/g, '')
    .replace(/(?<![\\$])\$([^$\n]+)\$/g, (_whole, formula: string) => {
      lost.add('a formula')
      return `\`${formula}\``
    })
  return parseInline(escapeLineStart(plain)).map(withoutProtocol)
}

/** A line of text stays one: what CommonMark would read as a block there is none for Notion. */
const escapeLineStart = (text: string): string => text.replace(/^(#|>|[-+](?=\s)|~{3}|={2})/, '\\$1')

function withoutProtocol<N extends Nodes>(node: N): N {
  return node.type === 'image' && node.url.startsWith('file-upload:') ? { ...node, url: '' } : node
}
