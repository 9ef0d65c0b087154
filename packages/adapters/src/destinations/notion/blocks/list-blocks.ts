import { flagAt, listAt, textAt, type World } from '@blamefree/core'
import { must } from '../ask.ts'
import type { NotionConfig } from '../settings.ts'
import type { PlacedBlock } from './block.ts'
import { MOST_CHILDREN } from './limits.ts'
import { placedBlock } from './wire-block.ts'

/** The blocks below a page or a block, with all that is in them: a request for each hundred, and for each block with something in it. What is not ours to write is not looked into. */
export async function listBlocks(parent: string, config: NotionConfig, world: World): Promise<PlacedBlock[]> {
  const listed = await listOwn(parent, config, world)
  await listInside(listed, config, world)
  return listed.map(({ block }) => block)
}

/** A block of a list, and whether there is something in it that is not read yet. */
export interface Listed {
  readonly block: PlacedBlock
  readonly hasChildren: boolean
}

/** Reads what is in the blocks of a list. */
export async function listInside(listed: readonly Listed[], config: NotionConfig, world: World): Promise<void> {
  for (const { block, hasChildren } of listed) if (hasChildren) block.children.push(...(await listBlocks(block.id, config, world)))
}

/** The blocks right below a page or a block, without what is in them. */
export async function listOwn(parent: string, config: NotionConfig, world: World): Promise<Listed[]> {
  const found: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const start: string = cursor === '' ? '' : `&start_cursor=${encodeURIComponent(cursor)}`
    const reply = await must({ method: 'GET', path: `/blocks/${parent}/children?page_size=${MOST_CHILDREN}${start}` }, config, world)
    for (const item of listAt(reply, 'results')) if (flagAt(item, 'in_trash') !== true) found.push(placedBlock(item))
    cursor = flagAt(reply, 'has_more') === true ? textAt(reply, 'next_cursor') : null
  }
  return found
}
