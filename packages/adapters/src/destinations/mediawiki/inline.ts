import { safeUrl } from '@blamefree/core'
import type { Image, Link, PhrasingContent } from 'mdast'
import { escapeVerbatim, escapeWikitext, linkAddress, reference, type TextPlace } from './escape-wikitext.ts'
import { fileOf, type Page } from './page.ts'

/** Inline content → wikitext on one line. `inside`: a cell, a label or a caption, which a `|` or `]` would end. */
export function inlineWikitext(nodes: readonly PhrasingContent[], page: Page, place: TextPlace = 'prose'): string {
  const writer: Writer = { page, place, linked: null, text: '', words: '', quotes: null }
  writeAll(nodes, writer)
  settle(writer)
  return writer.text.trim()
}

/** What is written so far. `words` are those of text nodes beside each other: only together do they tell what in them would mean something. */
interface Writer {
  readonly page: Page
  readonly place: TextPlace
  /** The address of the link that this is in; a link cannot hold another. */
  readonly linked: string | null
  text: string
  words: string
  /** Whether the text ends in apostrophes that open or close a mark. */
  quotes: 'open' | 'close' | null
}

function settle(writer: Writer): void {
  if (writer.words === '') return
  writer.text += escapeWikitext(writer.words, writer.linked === null ? writer.place : 'label')
  writer.words = ''
  writer.quotes = null
}

function put(wikitext: string, writer: Writer): void {
  settle(writer)
  writer.text += wikitext
  writer.quotes = null
}

function writeAll(nodes: readonly PhrasingContent[], writer: Writer): void {
  for (const node of nodes) {
    if (node.type === 'text') writer.words += node.value
    else writeNode(node, writer)
  }
}

function writeNode(node: Exclude<PhrasingContent, { type: 'text' }>, writer: Writer): void {
  const { page } = writer
  switch (node.type) {
    case 'strong':
      return writeQuoted("'''", node.children, writer)
    case 'emphasis':
      return writeQuoted("''", node.children, writer)
    case 'delete':
      put('<del>', writer)
      writeAll(node.children, writer)
      return put('</del>', writer)
    case 'inlineCode':
      return put(codeWikitext(node.value, writer.place), writer)
    case 'break':
      return put('<br />', writer)
    case 'link':
      return writeLink(node, writer)
    case 'image':
      return writeImage(node, writer)
    case 'footnoteReference': {
      const note = page.notes.get(node.identifier)
      if (note === undefined) return
      page.noted.add(node.identifier)
      if (page.extensions.cite) return put(`<ref name="note-${note.number}" />`, writer)
      return put(writer.linked === null ? `<sup>[[#note-${note.number}|&#91;${note.number}&#93;]]</sup>` : `<sup>&#91;${note.number}&#93;</sup>`, writer)
    }
    case 'textDirective': {
      const user = node.name === 'person' && writer.linked === null ? page.mentions[node.attributes?.['id'] ?? ''] : undefined
      // A time in a cell stays on one line: an event's label may be the time that it has.
      const children = writer.place === 'inside' && node.name !== 'person' ? node.children.map(unbroken) : node.children
      if (user === undefined) return writeAll(children, writer)
      const words = inlineWikitext(node.children, page, 'inside')
      return put(`[[User:${user}|${words === '' ? escapeWikitext(user, 'label') : words}]]`, writer)
    }
    default:
  }
}

const CLOCK = /^\d{1,2}:\d\d[^\n]{0,20}$/

const unbroken = (node: PhrasingContent): PhrasingContent =>
  node.type === 'text' && CLOCK.test(node.value) ? { ...node, value: node.value.replaceAll(' ', '\u00a0') } : node

/** Apostrophes that close a mark and others that open one right behind would be read as one run: an empty tag stands between. */
function writeQuoted(quotes: "''" | "'''", children: readonly PhrasingContent[], writer: Writer): void {
  settle(writer)
  const before = { text: writer.text, quotes: writer.quotes }
  writer.text += `${writer.quotes === 'close' ? '<nowiki />' : ''}${quotes}`
  writer.quotes = 'open'
  const opened = writer.text
  writeAll(children, writer)
  settle(writer)
  if (writer.text === opened) Object.assign(writer, before)
  else {
    writer.text += quotes
    writer.quotes = 'close'
  }
}

function codeWikitext(value: string, place: TextPlace): string {
  const words = value.normalize('NFC').replace(/\s+/g, ' ')
  if (words.trim() === '') return ''
  return /^[\w .,/()+%@$^?-]*$/.test(words) && !/__|--|(?:RFC|PMID|ISBN) /.test(words)
    ? `<code>${words}</code>`
    : `<code><nowiki>${place === 'prose' ? escapeVerbatim(words) : escapeVerbatim(words).replace(/[|!]/g, reference)}</nowiki></code>`
}

function writeLink(node: Link, writer: Writer): void {
  if (writer.linked !== null) return writeAll(node.children, writer)
  const [only] = node.children
  // A picture that leads somewhere says so itself: a label cannot hold one.
  if (node.children.length === 1 && only?.type === 'image' && fileOf(only.url, writer.page) !== null)
    return put(fileWikitext(only, writer.page, node.url), writer)
  const inner: Writer = { page: writer.page, place: writer.place, linked: node.url, text: '', words: '', quotes: null }
  writeAll(node.children, inner)
  settle(inner)
  const label = inner.text.trim()
  put(`[${linkAddress(node.url)} ${label === '' ? escapeWikitext(node.url, 'label') : label}]`, writer)
}

function writeImage(node: Image, writer: Writer): void {
  const { page, linked } = writer
  if (linked === null && fileOf(node.url, page) !== null) return put(fileWikitext(node, page, null), writer)
  page.lostImages++
  const words = (node.alt ?? '') === '' ? node.url : (node.alt ?? '')
  const url = linked === null ? safeUrl(node.url) : null
  if (url === null) writer.words += words
  else put(`[${linkAddress(url)} ${escapeWikitext(words, 'inside')}]`, writer)
}

/** An image of the wiki, not larger than a page is wide. Its caption is what stands there while the wiki does not have the file. */
function fileWikitext({ url, alt, title }: Image, page: Page, link: string | null): string {
  const name = fileOf(url, page)?.name ?? ''
  const words = escapeWikitext((alt ?? '').replace(/\s+/g, ' ').trim(), 'inside')
  const caption = escapeWikitext((title ?? '').replace(/\s+/g, ' ').trim(), 'inside')
  const parts = [`File:${name}`, 'frameless', '800px', ...(words === '' ? [] : [`alt=${words}`]), ...(link === null ? [] : [`link=${linkAddress(link)}`])]
  // A caption that is a word of the syntax (`left`, `alt=…`) is none when something invisible stands before it.
  const shown = caption === '' ? words : caption
  const apart = /=/.test(shown) || shown.split(' ').length < 3 ? '<nowiki />' : ''
  return `[[${[...parts, ...(shown === '' ? [] : [apart + shown])].join('|')}]]`
}
