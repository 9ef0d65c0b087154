import { emojiOf, foreignInline, isRecord, listAt, numberAt, parseInline, textAt, valueAt, withEmoji, type JsonRecord } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import type { InlineWriter } from './inline-writer.ts'
import { dateNode, linkNode, personNode, writeCode, writeMrkdwn, type Names } from './mrkdwn.ts'

/** What may be inside what: lists in lists, containers in containers. Slack goes no deeper than this. */
const DEEPEST = 8

/** Block Kit (docs.slack.dev/reference/block-kit/blocks) → inline nodes, each block on a line of its own. Pictures and buttons give their words. */
export function writeBlocks(blocks: readonly unknown[], names: Names, out: InlineWriter): void {
  for (const block of blocks.slice(0, 200)) {
    if (!isRecord(block)) continue
    out.line()
    writeBlock(block, names, out)
  }
}

function writeBlock(block: JsonRecord, names: Names, out: InlineWriter): void {
  switch (block['type']) {
    case 'rich_text':
      for (const element of listAt(block, 'elements')) writeRich(element, { names, out, depth: 0 })
      return
    case 'header':
      writeWords(block['text'], names, out)
      return
    case 'section':
      writeWords(block['text'], names, out)
      for (const field of listAt(block, 'fields')) {
        out.line()
        writeWords(field, names, out, true)
      }
      return
    case 'context':
      for (const element of listAt(block, 'elements')) {
        if (isRecord(element) && element['type'] === 'image') continue
        if (!out.isEmpty()) out.text(' ')
        writeWords(element, names, out)
      }
      return
    case 'actions':
      for (const element of listAt(block, 'elements')) {
        const [url, label] = [textAt(element, 'url'), textAt(element, 'text', 'text')]
        if (url === null || label === null) continue
        if (!out.isEmpty()) out.text(' ')
        out.node(linkNode(url, withEmoji(label)))
      }
      return
    case 'image':
    case 'video':
    case 'file':
      out.text(withEmoji(textAt(block, 'title', 'text') ?? textAt(block, 'title') ?? textAt(block, 'alt_text') ?? ''))
      return
    case 'markdown':
      for (const node of parseInline(foreignInline((textAt(block, 'text') ?? '').slice(0, 12_000)))) out.node(node)
      return
    case 'table':
      for (const row of listAt(block, 'rows')) writeRow(row, names, out)
      return
    default:
      writeWords(block['text'], names, out)
  }
}

function writeRow(row: unknown, names: Names, out: InlineWriter): void {
  out.line()
  for (const [index, cell] of (Array.isArray(row) ? row : []).entries()) {
    if (index > 0) out.text(' · ')
    if (isRecord(cell) && cell['type'] === 'rich_text') {
      for (const section of listAt(cell, 'elements')) for (const element of listAt(section, 'elements')) writeElement(element, names, out)
    } else out.text(textAt(cell, 'text') ?? '')
  }
}

/** A text object. A field's name and value stand under each other in Slack; here they stand in one line. */
function writeWords(words: unknown, names: Names, out: InlineWriter, oneLine = false): void {
  const text = typeof words === 'string' ? words : textAt(words, 'text')
  if (text === null) return
  const value = (oneLine ? text.replace(/\s*\n+\s*/g, ' ') : text).slice(0, 12_000)
  if (valueAt(words, 'type') === 'plain_text') writeLines(withEmoji(value), out)
  else writeMrkdwn(value, names, out)
}

function writeLines(text: string, out: InlineWriter): void {
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (index > 0) out.line()
    if (line !== '') out.text(line)
  }
}

interface Walk {
  readonly names: Names
  readonly out: InlineWriter
  readonly depth: number
}

function writeRich(element: unknown, walk: Walk): void {
  const { names, out, depth } = walk
  if (depth > DEEPEST || !isRecord(element)) return
  const children = listAt(element, 'elements')
  switch (element['type']) {
    case 'rich_text_list': {
      const ordered = element['style'] === 'ordered'
      const first = (numberAt(element, 'offset') ?? 0) + 1
      for (const [index, item] of children.entries()) {
        out.line()
        out.text(ordered ? `${first + index}. ` : '\u2022 ')
        writeRich(item, { names, out, depth: depth + 1 })
      }
      out.line()
      return
    }
    case 'rich_text_quote':
      out.line()
      out.text('> ')
      for (const child of children) writeElement(child, names, out)
      out.line()
      return
    case 'rich_text_preformatted':
      out.line()
      writeCode(
        children.map((child) => textAt(child, 'url') ?? (typeof valueAt(child, 'text') === 'string' ? String(valueAt(child, 'text')) : '')).join(''),
        out,
      )
      return
    default:
      for (const child of children) writeElement(child, names, out)
  }
}

function writeElement(element: unknown, names: Names, out: InlineWriter): void {
  if (!isRecord(element)) return
  const text = typeof element['text'] === 'string' ? element['text'] : ''
  switch (element['type']) {
    case 'text':
      for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
        if (index > 0) out.line()
        if (line !== '') out.node(styled({ type: 'text', value: line }, element['style']))
      }
      return
    case 'link':
      out.node(styled(linkNode(textAt(element, 'url') ?? '', text.trim() === '' ? null : text), element['style']))
      return
    case 'user':
      out.node(personNode(textAt(element, 'user_id') ?? 'unknown', names))
      return
    case 'channel': {
      const id = textAt(element, 'channel_id') ?? ''
      out.text(`#${names.channel(id) ?? id}`)
      return
    }
    case 'usergroup':
      out.text('@group')
      return
    case 'broadcast':
      out.text(`@${textAt(element, 'range') ?? 'here'}`)
      return
    case 'emoji':
      out.text(emojiText(element))
      return
    case 'date':
      out.node(dateNode(numberAt(element, 'timestamp') ?? Number.NaN, textAt(element, 'fallback') ?? ''))
      return
    default:
      out.text(text === '' ? (textAt(element, 'value') ?? '') : text)
  }
}

function emojiText(element: JsonRecord): string {
  const unicode = textAt(element, 'unicode')
  if (unicode !== null && /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,9}$/i.test(unicode)) {
    const points = unicode.split('-').map((part) => Number.parseInt(part, 16))
    if (points.every((point) => point <= 0x10ffff)) return String.fromCodePoint(...points)
  }
  const name = textAt(element, 'name') ?? ''
  const tone = numberAt(element, 'skin_tone')
  return emojiOf(tone === null ? name : `${name}::skin-tone-${tone}`) ?? (name === '' ? '' : `:${name}:`)
}

function styled(node: PhrasingContent, style: unknown): PhrasingContent {
  if (!isRecord(style)) return node
  if (style['code'] === true && node.type === 'text') return { type: 'inlineCode', value: node.value }
  let result = node
  if (style['strike'] === true) result = { type: 'delete', children: [result] }
  if (style['italic'] === true) result = { type: 'emphasis', children: [result] }
  return style['bold'] === true ? { type: 'strong', children: [result] } : result
}
