import { plainText, safeUrl } from '@blamefree/core'
import type { Image, Link, Nodes, PhrasingContent } from 'mdast'
import { escapeDoku, labelDoku, linkAddress, verbatim } from './escape-doku.ts'
import { fileOf, type Page } from './page.ts'

/** Where inline content stands: in a cell of a table, or in a footnote, which cannot hold another. */
export interface InlinePlace {
  readonly cell?: boolean
  readonly note?: boolean
}

/** Inline content → DokuWiki on one line. */
export function inlineDoku(nodes: readonly PhrasingContent[], page: Page, place: InlinePlace = {}): string {
  const writer: Writer = { page, place, marks: [], closed: [], text: '', words: '' }
  writeAll(nodes, writer)
  settle(place.note === true ? ')' : '', writer)
  // A break at an edge would show nothing.
  return !/^[\s\\]|[\s\\]$/.test(writer.text) ? writer.text : writer.text.replace(/^(?:\s|\\\\(?=\s|$))+|(?:\s|\\\\(?=\s|$))+$/g, '')
}

/** What is written so far. `words` are those of text nodes beside each other: only together do they tell what in them would mean something. */
interface Writer {
  readonly page: Page
  readonly place: InlinePlace
  /** The marks that are open. */
  readonly marks: string[]
  /** The marks that were closed last, and how long the text was then: one that is opened again right behind goes on. */
  readonly closed: { readonly mark: string; readonly at: number }[]
  text: string
  words: string
}

function settle(after: string, writer: Writer): void {
  if (writer.words === '') return
  const { text, place } = writer
  const words = oneSpaced(writer.words)
  writer.text += escapeDoku(text.endsWith('\\\\ ') ? words.trimStart() : words, { cell: place.cell === true, before: text.slice(-1), after })
  writer.words = ''
}

const oneSpaced = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)

function put(doku: string, writer: Writer): void {
  settle(doku.slice(0, 1), writer)
  writer.text += doku
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
      return writeMarked('**', '**', node.children, writer)
    case 'emphasis':
      return writeMarked('//', '//', node.children, writer)
    case 'delete':
      return writeMarked('<del>', '</del>', node.children, writer)
    case 'inlineCode': {
      const words = node.value.replace(/\s+/g, ' ')
      return words.trim() === '' ? undefined : put(`''${verbatim(words)}''`, writer)
    }
    case 'break':
      writer.words = writer.words.trimEnd()
      return put('\\\\ ', writer)
    case 'link':
      return writeLink(node, writer)
    case 'image':
      return writeImage(node, writer)
    case 'footnoteReference':
      return writeNote(node.identifier, writer)
    case 'textDirective': {
      const user = node.name === 'person' ? page.mentions[node.attributes?.['id'] ?? ''] : undefined
      const [only] = node.children
      if (user === undefined && writer.place.cell === true && node.name !== 'person' && only?.type === 'text' && CLOCK.test(only.value))
        return put(escapeDoku(unbroken(only.value), { cell: true }), writer)
      const words = user === undefined ? '' : label(node.children, page)
      return user === undefined ? writeAll(node.children, writer) : put(`[[user>${linkAddress(user)}|${words === '' ? labelDoku(user) : words}]]`, writer)
    }
    default:
  }
}

const AROUND: Readonly<Record<string, readonly [open: string, close: string]>> = {
  strong: ['**', '**'],
  emphasis: ['//', '//'],
  delete: ['<del>', '</del>'],
}

/** A time in a cell stays on one line. */
const CLOCK = /^\d{1,2}:\d\d[^\n]{0,20}$/

const unbroken = (time: string): string => time.replaceAll(' ', '\u00a0')

/** DokuWiki nests marks, but none in itself; newer releases want no white space within at its edges. */
function writeMarked(open: string, close: string, children: readonly PhrasingContent[], writer: Writer): void {
  if (writer.marks.includes(open)) return writeAll(children, writer)
  const before = { text: writer.text, words: writer.words }
  const goesOn = reopened(open, close, writer)
  if (!goesOn) put(open, writer)
  const opened = writer.text
  writer.marks.push(open)
  writeAll(children, writer)
  settle(close.slice(0, 1), writer)
  writer.marks.pop()
  const [, lead = '', words = '', trail = ''] = EDGE.exec(writer.text.slice(opened.length)) ?? []
  if (words === '') {
    Object.assign(writer, before)
    writer.words += lead === '' ? '' : ' '
    return
  }
  writer.text = `${goesOn ? `${opened}${lead}` : `${opened.slice(0, -open.length)}${lead}${open}`}${words}${close}`
  writer.closed.push({ mark: open, at: writer.text.length })
  writer.text += trail
}

/** White space and breaks around what is marked. */
const EDGE = /^((?:\s|\\\\(?=\s))*)([^]*?)((?:\s|\\\\(?=\s))*)$/

/** A mark that was closed right before goes on. Not where what stands before it was set apart from the mark alone. */
function reopened(open: string, close: string, writer: Writer): boolean {
  const last = writer.closed.at(-1)
  if (writer.words !== '' || last?.mark !== open || last.at !== writer.text.length) return false
  const inside = writer.text.slice(0, -close.length)
  if (!/[a-ln-zA-Z0-9\s.,;%\u0080-\uffff]$/.test(inside)) return false
  writer.closed.pop()
  writer.text = inside
  return true
}

/** The words of a link, which has no marks in it. */
function label(children: readonly PhrasingContent[], page: Page): string {
  if (children.some(({ type }) => type !== 'text' && type !== 'textDirective')) page.plainLabels++
  return labelDoku(plainText(children).replace(/\s+/g, ' ').trim())
}

function writeLink(node: Link, writer: Writer): void {
  const { page } = writer
  const target = /^mailto:/i.test(node.url) ? /^[^@\s:/]+@[^@\s]+\.[^@\s]+$/.exec(node.url.slice(7))?.[0] : safeUrl(node.url)
  if (target === undefined || target === null) return writeAll(node.children, writer)
  const [only] = node.children
  // A mark around all of the words stands around the link.
  const mark = node.children.length === 1 && only !== undefined ? AROUND[only.type] : undefined
  if (mark !== undefined && only !== undefined && 'children' in only && !writer.marks.includes(mark[0]))
    return writeMarked(...mark, [{ ...node, children: only.children }], writer)
  const picture = node.children.length === 1 && only?.type === 'image' && fileOf(only.url, page) !== null ? imageDoku(only, page) : null
  const words = picture ?? label(node.children, page)
  put(linkDoku(linkAddress(target), writer.place.cell === true && CLOCK.test(words) ? unbroken(words) : words), writer)
}

function writeImage(node: Image, writer: Writer): void {
  const { page } = writer
  if (fileOf(node.url, page) !== null) return put(imageDoku(node, page), writer)
  page.lostImages++
  const words = (node.alt ?? '').trim() === '' ? node.url : (node.alt ?? '')
  const url = safeUrl(node.url)
  if (url === null || url.startsWith('mailto:')) writer.words += words
  else put(linkDoku(linkAddress(url), labelDoku(words.replace(/\s+/g, ' ').trim())), writer)
}

const linkDoku = (address: string, words: string): string => (words === '' || words === address ? `[[${address}]]` : `[[${address}|${words}]]`)

/** An image of the wiki, by its whole name: a page may be moved. */
function imageDoku({ url, alt, title }: Image, page: Page): string {
  const name = `:${page.namespace === '' ? '' : `${page.namespace}:`}${fileOf(url, page)?.name ?? ''}`
  const words = labelDoku(((alt ?? '').trim() === '' ? (title ?? '') : (alt ?? '')).replace(/\s+/g, ' ').trim())
  return words === '' ? `{{${name}}}` : `{{${name}|${words}}}`
}

/** A footnote stands where it is referred to; DokuWiki shows two of the same words as one. */
function writeNote(identifier: string, writer: Writer): void {
  const { page, place } = writer
  const note = page.notes.get(identifier)
  if (note === undefined || place.note === true) return
  page.noted.add(identifier)
  const words = noteDoku(note.definition.children, page, place.cell === true)
  if (words !== '') put(`((${words}))`, writer)
}

/** The blocks of a note on one line: an empty line sets paragraphs apart. */
export function noteDoku(blocks: readonly Nodes[], page: Page, cell: boolean): string {
  const lines = inlineLines(blocks).map((children) => inlineDoku(children, page, { note: true, cell }))
  return joinLines(lines, 2)
}

/** Lines in one, with so many breaks between them; two set paragraphs apart. */
export const joinLines = (lines: readonly string[], breaks: 1 | 2): string =>
  lines
    .filter((line) => line !== '')
    // A backslash at the end would be read with those of the break.
    .map((line, index, all) => (index < all.length - 1 ? line.replace(/\\$/, '%%\\%%') : line))
    .join('\\\\ '.repeat(breaks))

/** Blocks as lines of inline content: of lists, tables and code the words are left. */
export function inlineLines(blocks: readonly Nodes[]): PhrasingContent[][] {
  return blocks.flatMap((block): PhrasingContent[][] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [block.children]
      case 'code':
        return block.value.split('\n').map((value) => [{ type: 'inlineCode', value }])
      case 'tableRow':
        return [block.children.flatMap(({ children }, index): PhrasingContent[] => (index === 0 ? children : [{ type: 'text', value: ' | ' }, ...children]))]
      default:
        return 'children' in block ? inlineLines(block.children) : []
    }
  })
}
