import { wireSent } from '../blocks/apply-changes.ts'
import type { Block, PlacedBlock } from '../blocks/block.ts'
import { blocksOfText } from '../blocks/blocks-of-text.ts'
import { textOfBlocks } from '../blocks/text-of-blocks.ts'
import { placedBlock } from '../blocks/wire-block.ts'
import { shownBlock, storeBlocks, type BlockHouse, type StoredBlock } from './fake-blocks.ts'

/** A page over there. */
export interface FakePage {
  readonly id: string
  title: string
  text: string
  /** Its content, from when it is first read or written by blocks; null before. */
  blocks: StoredBlock[] | null
  parent: Record<string, string>
  properties: Record<string, string>
  in_trash: boolean
  is_archived?: boolean
  edited: number
}

/** A page's content as Markdown, with files by their names. */
export function textOf({ text, blocks }: FakePage): string {
  return blocks === null ? text : textOfBlocks(blocks.map(placedOf))
}

function placedOf(block: StoredBlock): PlacedBlock {
  const { block: placed, hasChildren } = placedBlock(shownBlock(block, (name) => `file://${name}`))
  return hasChildren ? { ...placed, children: block.children.map(placedOf) } : placed
}

/** Somebody changes a page: blocks that say what one said before are that one. */
export function setText(page: FakePage, text: string): void {
  if (page.blocks === null) {
    page.text = text
    return
  }
  const before = new Map(page.blocks.map((block) => [textOfBlocks([placedOf(block)]), block]))
  page.blocks = blocksOfText(text).flatMap((block) => {
    const said = textOfBlocks([block])
    const old = before.get(said)
    before.delete(said)
    return old === undefined ? madeBlocks(said, null) : [old]
  })
}

let people = 0

/** A text as blocks that are there. Files are known by their names. */
export function madeBlocks(text: string, house: BlockHouse | null): StoredBlock[] {
  const names = new Map([...text.matchAll(/\(file:\/\/([^)]+)\)/g)].map(([, name = '']) => [name, name]))
  const theirs: BlockHouse = { newId: () => house?.newId() ?? `bbbbbbbb-0000-0000-0000-${String(++people).padStart(12, '0')}`, fileName: (name) => name }
  const made = (block: Block, parentType: string): StoredBlock => {
    // People are not held to the limits of requests: each block is made by itself, a table with its first row.
    const inside = block.type === 'table' ? block.children.slice(0, 1).map((row) => ({ block: row, inside: [] })) : []
    const [own] = storeBlocks([wireSent({ block, inside }, names)], theirs, parentType)
    if (own === undefined) throw new Error('The fake made no block.')
    return { ...own, children: block.children.map((child) => made(child, block.type)) }
  }
  return blocksOfText(text.replace(/\(file:\/\/([^)]+)\)/g, '(file-upload://$1)')).map((block) => made(block, 'page'))
}
