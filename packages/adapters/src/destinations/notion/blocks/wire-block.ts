import { BlamefreeError, flagAt, listAt, recordAt, textAt } from '@blamefree/core'
import { codeLanguage } from '../code-language.ts'
import { fileName, isOwned } from '../images.ts'
import type { Uploads } from '../upload-files.ts'
import { blockOf, type Block, type PlacedBlock, type Traits } from './block.ts'
import { apiColor, richCode, richText, runsOfRichText, textColor } from './rich-text.ts'
import { plainText } from './text-of-blocks.ts'

/** A block as a request has it, with those of its children that are given. Throws for an image that cannot be made again. */
export function wireBlock(block: Block, uploads: Uploads, children: readonly object[] = []): object {
  const { type, traits } = block
  const inside = children.length === 0 ? {} : { children }
  if (type === 'table') {
    const has_row_header = traits.headerColumn === true
    return { type, table: { table_width: widthOf(block), has_column_header: traits.headerRow === true, has_row_header, ...inside } }
  }
  return { type, [type]: { ...contentOf(block, uploads), ...inside } }
}

/** What is changed at a block that is there, so that it is the other one, its children aside. */
export function wireChange(block: Block, uploads: Uploads): object {
  const { type, traits } = block
  if (type === 'image') return { image: { caption: richText(block.words) } }
  if (type === 'table') return { table: { has_column_header: traits.headerRow === true, has_row_header: traits.headerColumn === true } }
  const colored = type === 'table_row' || type === 'code' || type === 'divider' ? {} : { color: 'default' }
  return { [type]: { ...colored, ...contentOf(block, uploads) } }
}

/** How many cells each row of a table has. */
export const widthOf = ({ children }: Block): number => children[0]?.cells.length ?? 1

function contentOf({ type, words, cells, traits }: Block, uploads: Uploads): object {
  const color = traits.color === undefined || traits.color === '' ? {} : { color: apiColor(traits.color) }
  switch (type) {
    case 'table_row':
      return { cells: cells.map((cell) => richText(cell)) }
    case 'divider':
      return {}
    case 'code':
      return { rich_text: richCode(plainText(words)), language: codeLanguage(traits.language ?? '') }
    case 'image':
      return { ...imageOf(traits.address ?? '', uploads), ...(words.length === 0 ? {} : { caption: richText(words) }) }
    case 'to_do':
      return { rich_text: richText(words), checked: traits.checked === true, ...color }
    case 'callout':
      return { rich_text: richText(words), ...iconOf(traits.icon ?? ''), ...color }
    default:
      return { rich_text: richText(words), ...color, ...(traits.toggle === true && type.startsWith('heading') ? { is_toggleable: true } : {}) }
  }
}

function imageOf(address: string, uploads: Uploads): object {
  const id = uploads.get(fileName(address))
  if (isOwned(address) && id !== undefined) return { type: 'file_upload', file_upload: { id } }
  if (!isOwned(address)) return { type: 'external', external: { url: address } }
  throw new BlamefreeError(
    'notion/image-moved',
    `Cannot publish to Notion: the image “${fileName(address)}” would have to be made again in another place, and its file is at Notion only.`,
    'Move it on the page in Notion, or take it over into the post-mortem, and publish again.',
  )
}

function iconOf(icon: string): object {
  if (icon === '') return {}
  return { icon: /^https?:/.test(icon) ? { type: 'external', external: { url: icon } } : { type: 'emoji', emoji: icon } }
}

const WRITTEN: ReadonlySet<string> = new Set(
  'paragraph heading_1 heading_2 heading_3 heading_4 bulleted_list_item numbered_list_item to_do quote callout toggle code divider image table table_row'.split(
    ' ',
  ),
)

/** A block as Notion gives it, without its children; `hasChildren` says whether there are any that we read. */
export function placedBlock(reply: unknown): { readonly block: PlacedBlock; readonly hasChildren: boolean } {
  const id = textAt(reply, 'id') ?? ''
  const type = textAt(reply, 'type') ?? 'unsupported'
  const content = recordAt(reply, type)
  const address = type === 'image' ? (textAt(content, 'file', 'url') ?? textAt(content, 'external', 'url')) : ''
  const isOurs = WRITTEN.has(type) && address !== null
  if (!isOurs) return { block: { ...blockOf('opaque', { traits: { line: opaqueLine(id, type, content) } }), id, children: [] }, hasChildren: false }
  const words = type === 'code' ? listAt(content, 'rich_text') : listAt(content, type === 'image' ? 'caption' : 'rich_text')
  const runs = runsOfRichText(words)
  const block: PlacedBlock = {
    id,
    type,
    words: type === 'code' ? runs.map((run) => ({ ...run, kind: 'text' })) : runs,
    cells: listAt(content, 'cells').map((cell) => runsOfRichText(Array.isArray(cell) ? cell : [])),
    traits: traitsOf(type, content, address),
    children: [],
  }
  return { block, hasChildren: flagAt(reply, 'has_children') === true }
}

function traitsOf(type: string, content: unknown, address: string): Traits {
  const color = textColor(textAt(content, 'color'))
  const icon = textAt(content, 'icon', 'emoji') ?? textAt(content, 'icon', 'external', 'url')
  return {
    ...(color === '' ? {} : { color }),
    ...(icon !== null && type === 'callout' ? { icon } : {}),
    ...(type === 'code' ? { language: codeLanguage(textAt(content, 'language') ?? '') } : {}),
    ...(type === 'to_do' ? { checked: flagAt(content, 'checked') === true } : {}),
    ...(type === 'image' ? { address } : {}),
    ...(type === 'table' ? { headerRow: flagAt(content, 'has_column_header') === true } : {}),
    ...(flagAt(content, 'has_row_header') === true ? { headerColumn: true } : {}),
    ...(flagAt(content, 'is_toggleable') === true ? { toggle: true } : {}),
  }
}

/** How Notion's Markdown names what it does not show. */
function opaqueLine(id: string, type: string, content: unknown): string {
  const url = `https://www.notion.so/${id.replaceAll('-', '')}`
  const title = (textAt(content, 'title') ?? '').replace(/[<>]/g, '\\$&')
  if (type === 'child_page') return `<page url="${url}">${title}</page>`
  if (type === 'child_database') return `<database url="${url}">${title}</database>`
  return `<unknown url="${url}" alt="${textAt(content, 'block_type') ?? type}"/>`
}
