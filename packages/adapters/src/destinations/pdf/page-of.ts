import { cleanText, exportedTree, isLabel, lossesOf, plainText } from '@blamefree/core'
import type { Destination, Document, Loss, RenderOptions } from '@blamefree/core'
import type { FootnoteDefinition, Heading, List, Paragraph, RootContent } from 'mdast'
import { directionOf, isRightToLeft } from './direction.ts'
import { keyInformation } from './key-information.ts'
import { pageImages } from './page-images.ts'
import { altOf, pageInline } from './page-inline.ts'
import type { InlineSetting } from './page-inline.ts'
import { pageTable } from './page-table.ts'
import type { Page, PageBlock } from './page.ts'

/** What a document comes to: the page, the bytes of its images by number, and what does not survive. */
export interface PageResult {
  readonly page: Page
  readonly images: readonly Uint8Array[]
  readonly losses: readonly Loss[]
}

/** What a PDF does not carry: who somebody is and which moment or event words stand for. The words stay. */
export const LOSES: Destination['loses'] = { person: 'simplified', time: 'simplified', event: 'simplified' }

/** A document → the page that the Typst files draw. Pure: the heart of this destination. */
export function pageOf(document: Document, options: RenderOptions = {}): PageResult {
  const images = pageImages(options.assets ?? {})
  const tree = exportedTree(document.tree, options)
  const definitions = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const setting: Setting = {
    images,
    known: new Set(definitions.map(({ identifier }) => identifier)),
    placed: new Set(),
    levels: [],
  }
  const title = cleanText(document.title).replace(/\s+/g, ' ').trim() || 'Post-mortem'
  const children = withoutTitle(tree.children, title)
  const blocks = pageBlocks(children, setting)
  const notes = Object.fromEntries(definitions.map(({ identifier, children }) => [identifier, pageBlocks(children, setting)]))
  const page: Page = {
    title,
    ...languageOf(document.language),
    rtl: RIGHT_TO_LEFT_LANGUAGES.test(document.language),
    zone: document.zone,
    audience: options.audience ?? null,
    blocks,
    notes,
  }
  return { page, images: images.bytes, losses: [...lossesOf(tree, LOSES, SENTENCES), ...images.losses()] }
}

interface Setting extends InlineSetting {
  /** The depths of the headings that we are under, as the document has them. */
  readonly levels: number[]
}

const SENTENCES: Parameters<typeof lossesOf>[2] = {
  person: (count) => `${count === 1 ? '1 mention of a person is a plain name' : `${count} mentions of people are plain names`}.`,
  time: (count) => `${count === 1 ? '1 time is plain text' : `${count} times are plain text`}, in the zone of the document.`,
  event: (count) =>
    `${count === 1 ? '1 timeline event is plain text' : `${count} timeline events are plain text`}, linked to the record where it has an address.`,
}

const RIGHT_TO_LEFT_LANGUAGES = /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv|ckb)\b/i

function languageOf(tag: string): { language: string; region: string | null } {
  const match = /^([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)/i.exec(tag)
  return { language: match?.[1]?.toLowerCase() ?? 'en', region: match?.[2]?.toUpperCase() ?? null }
}

/** The title stands above the text already: a first heading that repeats it would say it twice. */
function withoutTitle(children: readonly RootContent[], title: string): readonly RootContent[] {
  const [first, ...rest] = children
  return first?.type === 'heading' && first.depth === 1 && plainText(first) === title.trim() ? rest : children
}

function pageBlocks(nodes: readonly RootContent[], setting: Setting): PageBlock[] {
  const result: PageBlock[] = []
  for (const node of nodes) pushBlock(node, setting, result)
  return result
}

function pushBlock(node: RootContent, setting: Setting, result: PageBlock[]): void {
  switch (node.type) {
    case 'paragraph':
      result.push(paragraphOf(node, setting))
      return
    case 'heading':
      result.push({ type: 'heading', level: levelOf(node, setting), children: pageInline(node.children, setting), ...directionOf(plainText(node)) })
      return
    case 'list':
      result.push(listOf(node, setting))
      return
    case 'table':
      result.push(pageTable(node, setting))
      return
    case 'code':
      result.push({ type: 'code', value: node.value })
      return
    case 'blockquote':
      result.push({ type: 'quote', children: pageBlocks(node.children, setting), ...directionOf(plainText(node)) })
      return
    case 'thematicBreak':
      result.push({ type: 'rule' })
      return
    case 'containerDirective':
      pushContainer(node, setting, result)
      return
    case 'footnoteDefinition':
      return
    default: {
      const words = plainText(node)
      if (words !== '') result.push({ type: 'paragraph', children: [words] })
    }
  }
}

function paragraphOf(node: Paragraph, setting: Setting): PageBlock {
  const [only] = node.children
  if (node.children.length === 1 && only?.type === 'image') {
    const image = setting.images.place(only.url)
    if (image !== null) return { type: 'figure', image, alt: altOf(only) }
  }
  return { type: 'paragraph', children: pageInline(node.children, setting), ...directionOf(plainText(node)) }
}

/** PDF/UA wants headings from 1 and no level left out, whatever the document's depths are: a level is how many shallower headings one is under. */
function levelOf({ depth }: Heading, { levels }: Setting): number {
  while (levels.length > 0 && (levels.at(-1) ?? 0) >= depth) levels.pop()
  levels.push(depth)
  return levels.length
}

function listOf(node: List, setting: Setting): PageBlock {
  const tasks = node.children.some(({ checked }) => typeof checked === 'boolean')
  return {
    type: 'list',
    ordered: node.ordered === true,
    start: node.start ?? 1,
    tight: node.children.every(({ spread }) => spread !== true),
    checked: tasks ? node.children.map(({ checked }) => (checked === true ? 1 : checked === false ? 0 : 2)) : null,
    items: node.children.map((item) => pageBlocks(item.children, setting)),
    ...directionOf(plainText(node)),
  }
}

function pushContainer(node: Extract<RootContent, { type: 'containerDirective' }>, setting: Setting, result: PageBlock[]): void {
  const [first, ...rest] = node.children
  const label = first !== undefined && first.type === 'paragraph' && isLabel(first) ? first : null
  const children = pageBlocks(label === null ? node.children : rest, setting)
  const direction = isRightToLeft(plainText(node)) ? { rtl: true as const } : {}
  if (node.name === 'callout') {
    const title = label === null ? null : pageInline(label.children, setting)
    result.push({ type: 'callout', kind: node.attributes?.['kind'] ?? 'note', title, children, ...direction })
  } else if (children.length === 0) return
  else if (node.name === 'key-information') result.push(keyInformation(node.children, children))
  else if (node.name === 'evidence' || node.name === 'guidance') result.push({ type: node.name, children, ...direction })
  else result.push({ type: 'section', children })
}
