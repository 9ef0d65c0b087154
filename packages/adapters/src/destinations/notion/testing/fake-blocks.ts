/** A block over there: what it is, and what is in it. */
export interface StoredBlock {
  readonly id: string
  readonly type: string
  content: Record<string, unknown>
  children: StoredBlock[]
}

/** What Notion says when it refuses blocks. */
export class Refused extends Error {}

type Json = Record<string, unknown>

/** What blocks over there need to know. */
export interface BlockHouse {
  newId(): string
  /** The name of a file that was uploaded; null for none. */
  fileName(upload: string): string | null
}

/** Blocks of a request → blocks that are there. Refuses what is over a limit, too deep, or no block, as Notion does. */
export function storeBlocks(children: unknown, house: BlockHouse, parentType = 'page'): StoredBlock[] {
  const list = listOf(children, 'body.children')
  if (countOf(list) > 1000) refuse(`body.children should have at most 1000 blocks in total, instead has ${countOf(list)}`)
  return stored(list, { house, level: 0, parentType })
}

function stored(list: readonly Json[], { house, level, parentType }: { house: BlockHouse; level: number; parentType: string }): StoredBlock[] {
  if (list.length > 100) refuse(`body.children.length should be ≤ \`100\`, instead was \`${list.length}\``)
  return list.map((block) => {
    const type = String(block['type'])
    const { children, ...content } = (block[type] ?? refuse(`body.children: ${type} is missing`)) as Json
    if ((type === 'table_row') !== (parentType === 'table')) refuse(`${type} is not supported below ${parentType}`)
    const inside = children === undefined ? [] : listOf(children, `${type}.children`)
    if (inside.length > 0 && level === 2) refuse(`body.children.${type}.children should be not present`)
    if (inside.length > 0 && !MAY_HOLD.has(type)) refuse(`${type}.children should be not present`)
    if (type === 'table') holdTable(content, inside)
    return { id: house.newId(), type, content: contentOf(type, content, house), children: stored(inside, { house, level: level + 1, parentType: type }) }
  })
}

const MAY_HOLD: ReadonlySet<string> = new Set(
  'paragraph heading_1 heading_2 heading_3 heading_4 bulleted_list_item numbered_list_item to_do quote callout toggle table'.split(' '),
)

function holdTable(content: Json, rows: readonly Json[]): void {
  if (rows.length === 0) refuse('table.children should be defined')
  for (const row of rows)
    if (listOf((row['table_row'] as Json)['cells'], 'cells').length !== content['table_width'])
      refuse('Number of cells in table row must match the table width')
}

/** Changes a block that is there. */
export function changeBlock(block: StoredBlock, body: Json, house: BlockHouse): void {
  const { type, in_trash: _, ...more } = body
  const [kind] = Object.keys(more)
  if (kind !== block.type || Object.keys(more).length !== 1 || (type !== undefined && type !== kind))
    refuse(`body.${kind} should be not present: the block is ${block.type}`)
  const change = more[kind] as Json
  if ('children' in change || 'table_width' in change) refuse('children and table_width cannot be updated')
  if (kind === 'table_row' && listOf(change['cells'], 'cells').length !== (block.content['cells'] as unknown[]).length)
    refuse('Number of cells in table row must match the table width of the parent table')
  block.content = { ...block.content, ...contentOf(kind, change, house, block) }
}

function contentOf(type: string, content: Json, house: BlockHouse, before?: StoredBlock): Json {
  const made: Json = { ...content }
  for (const key of ['rich_text', 'caption']) if (content[key] !== undefined) made[key] = richText(content[key])
  if (type === 'table_row') made['cells'] = listOf(content['cells'], 'cells').map(richText)
  if (type === 'image' && before === undefined) {
    const upload = (content['file_upload'] as { id: string } | undefined)?.id
    if (upload !== undefined) {
      made['file'] = { name: house.fileName(upload) ?? refuse(`File upload ${upload} is not there`) }
      made['type'] = 'file'
      delete made['file_upload']
    } else if (typeof (content['external'] as Json | undefined)?.['url'] !== 'string') refuse('image should have an address')
  }
  if (['rich_text', 'caption', 'cells'].every((key) => content[key] === undefined) && !['divider', 'table', 'image'].includes(type))
    refuse(`${type}.rich_text should be defined`)
  if (type === 'code' && typeof content['language'] !== 'string') refuse('code.language should be defined')
  return made
}

const PLAIN = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: 'default' }

function richText(items: unknown): Json[] {
  const list = listOf(items, 'rich_text')
  if (list.length > 100) refuse(`rich_text.length should be ≤ \`100\`, instead was \`${list.length}\``)
  return list.map((item) => {
    const text = item['text'] as { content?: string; link?: { url: string } | null } | undefined
    const annotations = { ...PLAIN, ...(item['annotations'] as Json | undefined) }
    if (text !== undefined) {
      const { content = '', link = null } = text
      if (content.length > 2000) refuse(`text.content.length should be ≤ \`2000\`, instead was \`${content.length}\``)
      if (/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(content)) refuse('text.content is no valid Unicode')
      if (link !== null && link.url.length > 2000) refuse('text.link.url.length should be ≤ `2000`')
      return { type: 'text', text: { content, link }, annotations, plain_text: content, href: link?.url ?? null }
    }
    const equation = item['equation'] as { expression: string } | undefined
    if (equation !== undefined) return { type: 'equation', equation, annotations, plain_text: equation.expression, href: null }
    const mention = item['mention'] as Json
    return { type: 'mention', mention, annotations, plain_text: `@${mentioned(mention)}`, href: null }
  })
}

function mentioned(mention: Json): string {
  const first = Object.values(mention).find((value) => typeof value === 'object')
  const { id, start } = (first ?? {}) as { id?: string; start?: string }
  return id ?? start ?? ''
}

/** A block as an answer has it. `sign` signs the address of a file anew. */
export function shownBlock(block: StoredBlock, sign: (name: string) => string): Json {
  const { id, type, content, children } = block
  const file = content['file'] as { name: string } | undefined
  const shown = file === undefined ? content : { ...content, file: { url: sign(file.name), expiry_time: '2026-03-04T11:00:00.000Z' } }
  return { object: 'block', id, type, [type]: shown, has_children: children.length > 0, in_trash: false }
}

/** The list in which a block is, and where; null where it is in none. */
export function placeOfBlock(blocks: StoredBlock[], id: string): { readonly list: StoredBlock[]; readonly at: number } | null {
  const at = blocks.findIndex((block) => block.id === id)
  if (at >= 0) return { list: blocks, at }
  for (const { children } of blocks) {
    const found = placeOfBlock(children, id)
    if (found !== null) return found
  }
  return null
}

function countOf(list: readonly Json[]): number {
  return list.reduce((sum, block) => sum + 1 + countOf(listOf((block[String(block['type'])] as Json | undefined)?.['children'] ?? [], 'children')), 0)
}

function listOf(value: unknown, name: string): Json[] {
  return Array.isArray(value) ? (value as Json[]) : refuse(`${name} should be an array`)
}

function refuse(message: string): never {
  throw new Refused(message)
}
