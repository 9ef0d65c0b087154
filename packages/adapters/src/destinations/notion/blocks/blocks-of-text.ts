import { codeLanguage } from '../code-language.ts'
import { IMAGE_LINE } from '../images.ts'
import { readRuns } from '../inline/read-runs.ts'
import { NO_MARKS, type Run } from '../inline/run.ts'
import { attributeOf, childLines, FENCE, pieceEnd, rowEnd } from '../lines.ts'
import { blockOf, OPAQUE_LINE, type Block, type Traits } from './block.ts'

/** Notion-flavoured Markdown → the blocks that it stands for. */
export function blocksOfText(text: string): Block[] {
  return blocksOf(text.replace(/\r\n?/g, '\n').split('\n'))
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const end = /^\s*<tr\b/.test(lines[at] ?? '') ? rowsEnd(lines, at) : pieceEnd(lines, at)
    const block = blockOfPiece(lines.slice(at, end))
    if (block !== null) blocks.push(block)
    at = end
  }
  return blocks
}

/** Rows without the beginning of their table, which somebody took away. */
function rowsEnd(lines: readonly string[], start: number): number {
  let end = start
  while (/^\s*<tr\b/.test(lines[end] ?? '')) end = rowEnd(lines, end)
  return end
}

const NOTHING = /^(?:\s*|<empty-block\s*\/?>|<\/(?:table|callout|details|td|tr)>)$/
const TRAITS = /\s*\{((?:\s*[a-z_]+="[^"]*")+)\s*\}\s*$/

function blockOfPiece(piece: readonly string[]): Block | null {
  const [raw = ''] = piece
  if (NOTHING.test(raw.trim())) return null
  if (FENCE.test(raw)) return codeOf(piece)
  if (/^\s*<(?:table|tr)\b/.test(raw)) return tableOf(piece)
  if (/^<callout\b/.test(raw) || /^:{3,}\s*callout/.test(raw)) return calloutOf(piece)
  if (/^<details\b/.test(raw)) return toggleOf(piece)
  if (OPAQUE_LINE.test(raw)) return blockOf('opaque', { traits: { line: raw } })
  const image = IMAGE_LINE.exec(raw)
  if (image !== null) return blockOf('image', { words: readRuns(image[1] ?? ''), traits: { address: image[2] ?? '' } })
  return lineOf(raw.replace(TRAITS, ''), { traits: traitsOf(TRAITS.exec(raw)?.[1] ?? ''), children: blocksOf(childLines(piece)) })
}

function lineOf(line: string, { traits, children }: { readonly traits: Traits; readonly children: readonly Block[] }): Block {
  if (/^-{3,}$/.test(line)) return blockOf('divider')
  const [, heading, dash, box, number, quote, words = ''] = /^(?:(#{1,6})|(-)(?: \[([ xX])\])?|(\d{1,9}\.)|(>))(?:\s+(.*))?$/.exec(line) ?? []
  const made = (type: string, more: Traits = {}, text = words): Block =>
    blockOf(type, { words: readRuns(text.trim()), traits: { ...traits, ...more }, children })
  if (heading !== undefined) return made(`heading_${Math.min(heading.length, 4)}`, children.length > 0 ? { toggle: true } : {})
  if (box !== undefined) return made('to_do', { checked: box !== ' ' })
  if (dash !== undefined) return made('bulleted_list_item')
  if (number !== undefined) return made('numbered_list_item')
  return quote === undefined ? made('paragraph', {}, line) : made('quote')
}

function traitsOf(text: string): Traits {
  const color = attributeOf(text, 'color')
  return { ...(color === null ? {} : { color }), ...(attributeOf(text, 'toggle') === 'true' ? { toggle: true } : {}) }
}

function codeOf(piece: readonly string[]): Block {
  const [, fence = '', name = ''] = FENCE.exec(piece[0] ?? '') ?? []
  const closed = piece.length > 1 && piece.at(-1)?.trim() === fence
  const text = piece.slice(1, closed ? -1 : undefined).join('\n')
  return blockOf('code', { words: plainRuns(text), traits: { language: codeLanguage(name) } })
}

function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ kind: 'text', text, target: '', marks: NO_MARKS }]
}

function tableOf(piece: readonly string[]): Block | null {
  const [line = ''] = piece
  const rows = [...piece.join('\n').matchAll(/<tr\b[^>]*>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]\b[^>]*>([^]*?)<\/t[dh]>/g)].map(([, cell = '']) => readRuns(cell.trim().replace(/\n\s*/g, ' '))),
  )
  if (rows.length === 0) return null
  const width = Math.max(1, ...rows.map((row) => row.length))
  const children = rows.map((row) => blockOf('table_row', { cells: Array.from({ length: width }, (_, index) => row[index] ?? []) }))
  const headerRow = attributeOf(line, 'header-row') === 'true'
  return blockOf('table', { traits: { headerRow, ...(attributeOf(line, 'header-column') === 'true' ? { headerColumn: true } : {}) }, children })
}

function calloutOf(piece: readonly string[]): Block {
  const [line = ''] = piece
  const inner = /^<callout\b[^>]*>(.+)<\/callout>\s*$/.exec(line)?.[1]
  const inside = inner === undefined ? blocksOf(within(piece)) : [blockOf('paragraph', { words: readRuns(inner) })]
  const [first, ...rest] = inside
  const leads = first?.type === 'paragraph' && first.children.length === 0 && (first.traits.color ?? '') === ''
  const [icon, color] = [attributeOf(line, 'icon'), attributeOf(line, 'color')]
  const traits = { ...(icon === null ? {} : { icon }), ...(color === null ? {} : { color }) }
  return blockOf('callout', { words: leads ? first.words : [], traits, children: leads ? rest : inside })
}

function toggleOf(piece: readonly string[]): Block {
  const summary = /<summary>([^]*?)<\/summary>/.exec(piece.join('\n'))?.[1] ?? ''
  const color = attributeOf(piece[0] ?? '', 'color')
  const rest = within(piece).filter((line) => !/^\s*<summary>/.test(line))
  return blockOf('toggle', { words: readRuns(summary.trim()), traits: color === null ? {} : { color }, children: blocksOf(rest) })
}

/** The lines between the beginning and the end of a block, a tab less deep. */
const within = (piece: readonly string[]): string[] => piece.slice(1, -1).map((line) => line.replace(/^\t/, ''))
