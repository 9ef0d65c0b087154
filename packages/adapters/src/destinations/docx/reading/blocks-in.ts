import type { BlockContent, Blockquote, List, ListItem, Paragraph, RootContent } from 'mdast'
import type { WordReading } from './inline-in.ts'
import { codeIn, paragraphIn, type WordParagraph } from './paragraph-in.ts'
import { tableIn } from './table-in.ts'
import { elementAt, elementsIn, type XmlElement } from './xml-tree.ts'

/** Blocks of a body, a cell or a note as a tree. Word has no lists and no quotations that hold things, only paragraphs that are numbered, styled and indented. */
export function blocksIn(
  elements: readonly XmlElement[],
  reading: WordReading,
): { readonly title: Paragraph['children'] | null; readonly children: RootContent[] } {
  const page: Page = { children: [], lists: [], quoted: 0, title: null }
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:p') putParagraph(element, page, reading)
    else if (element.name === 'w:tbl') {
      const indent = Number(elementAt(element, 'w:tblPr', 'w:tblInd')?.attributes['w:w'] ?? 0)
      const table = tableIn(element, reading, (inner) => blocksIn(inner, reading).children as BlockContent[])
      if (table !== null) placeFor(page, indent, Math.floor(indent / QUOTE)).push(table)
    } else if (element.name === 'w:sdt') for (const child of elementsIn(elementAt(element, 'w:sdtContent'))) visit(child)
    else if (element.name === 'w:customXml' || element.name === 'w:ins') for (const child of elementsIn(element)) visit(child)
  }
  for (const element of elements) visit(element)
  return { title: page.title, children: page.children }
}

interface OpenList {
  readonly id: string
  readonly level: number
  readonly node: List
  readonly pair: boolean
  item: ListItem
  indent: number
}

interface Page {
  readonly children: RootContent[]
  lists: OpenList[]
  /** How many quotations the open lists stand in. */
  quoted: number
  title: Paragraph['children'] | null
}

/** Twips that our quotations and our lists are indented by, a step. */
const QUOTE = 300
const STEP = 360
const NEARLY = 40

function putParagraph(element: XmlElement, page: Page, reading: WordReading): void {
  const paragraph = paragraphIn(element, reading)
  const { kind, indent, children } = paragraph
  if (kind === 'spacer') return
  if (kind === 'title' && page.title === null && page.children.length === 0) page.title = children
  else if (paragraph.number !== null) putItem(paragraph, page, reading)
  else if (kind === 'code') {
    const value = codeIn(element)
    placeFor(page, indent, Math.floor(Math.max(0, indent - 140) / QUOTE)).push({ type: 'code', lang: null, meta: null, value })
  } else if (kind === 'rule') placeFor(page, indent, 0).push({ type: 'thematicBreak' })
  else if (kind === 'heading' || kind === 'title') {
    // The title of the document is above its sections.
    const depth = Math.min(6, paragraph.level + 1) as 2
    placeFor(page, indent, Math.floor(indent / QUOTE)).push({ type: 'heading', depth, children })
  } else if (children.length > 0) wordsPlace(page, paragraph).push({ type: 'paragraph', children })
}

function wordsPlace(page: Page, { kind, indent }: WordParagraph): RootContent[] {
  if (kind !== 'quote') return placeFor(page, indent, 0)
  const item = page.lists.at(-1)
  if (page.quoted > 0 && item !== undefined && indent >= item.indent - NEARLY) return placeFor(page, indent, page.quoted)
  const base = page.quoted === 0 ? (page.lists.findLast((list) => list.indent <= indent - QUOTE + NEARLY)?.indent ?? 0) : 0
  return placeFor(page, indent, Math.max(1, Math.round((indent - base) / QUOTE)), base)
}

/** Where a block belongs that is indented so: in the item of the innermost list whose words begin no further in, or on the page; there in as many quotations. */
function placeFor(page: Page, indent: number, quotes: number, base: number = indent): RootContent[] {
  if (base === 0) page.lists = []
  while ((page.lists.at(-1)?.indent ?? 0) > base + NEARLY) page.lists.pop()
  const item = page.lists.at(-1)?.item
  if (item === undefined) page.quoted = 0
  if (item !== undefined && page.quoted > 0) return item.children
  return quotation(item === undefined ? page.children : item.children, item === undefined || base !== indent ? quotes : 0)
}

/** The innermost of so many quotations at the end of a place. */
function quotation(place: RootContent[], depth: number): RootContent[] {
  let here = place
  for (let step = 0; step < depth; step++) {
    const last = here.at(-1)
    const quote: Blockquote = last?.type === 'blockquote' ? last : { type: 'blockquote', children: [] }
    if (quote !== last) here.push(quote)
    here = quote.children
  }
  return here
}

function putItem(paragraph: WordParagraph, page: Page, { file }: WordReading): void {
  const { id, level } = { id: paragraph.number?.list ?? '', level: paragraph.number?.level ?? 0 }
  const look = file.lists.get(id)?.levels.get(String(level))
  const ordered = look !== undefined && look.format !== 'bullet' && look.format !== 'none'
  const indent = paragraph.indent === 0 ? (level + 1) * STEP : paragraph.indent
  const quoted = paragraph.kind === 'quote' ? Math.max(1, Math.round((indent - (level + 1) * STEP) / QUOTE)) : 0
  const pair = paragraph.kind === 'pair'
  if (quoted !== page.quoted) page.lists = []
  page.quoted = quoted
  while ((page.lists.at(-1)?.level ?? -1) > level) page.lists.pop()
  let list = page.lists.at(-1)
  if (
    list !== undefined &&
    list.level === level &&
    (list.node.ordered !== ordered || list.pair !== pair || (ordered && list.id !== id && !goesOn(list, id, file)))
  ) {
    page.lists.pop()
    list = page.lists.at(-1)
  }
  const children = pair ? pairWords(paragraph.children) : paragraph.children
  const item: ListItem = { type: 'listItem', checked: paragraph.checked, children: children.length === 0 ? [] : [{ type: 'paragraph', children }] }
  if (list !== undefined && list.level === level) {
    list.node.children.push(item)
    list.item = item
    list.indent = indent
    return
  }
  const node: List = {
    type: 'list',
    ordered,
    start: ordered ? (look?.start ?? 1) : null,
    children: [item],
    ...(pair ? { data: { pairs: true } } : {}),
  }
  const place = list === undefined ? quotation(page.children, quoted) : (list.item.children as RootContent[])
  place.push(node)
  page.lists.push({ id, level, node, pair, item, indent })
}

/** Whether a list counts on from an open one, or begins with the number that comes next: other programs write one list as several. */
function goesOn({ id, level, node }: OpenList, next: string, { lists }: WordReading['file']): boolean {
  const [before, after] = [lists.get(id), lists.get(next)]
  const look = after?.levels.get(String(level))
  if (look?.restarts === false && after?.kind !== null && after?.kind === before?.kind) return true
  return look?.start === (node.start ?? 1) + node.children.length
}

/** `Label:` and a tab before the value, as one line. */
function pairWords(children: Paragraph['children']): Paragraph['children'] {
  return children.map((node) => (node.type === 'text' ? { ...node, value: node.value.replace(/\t+/g, ' ') } : node))
}
