import { BlamefreeError, listAt, type World } from '@blamefree/core'
import { must, type Call } from '../ask.ts'
import type { NotionConfig } from '../settings.ts'
import type { Uploads } from '../upload-files.ts'
import type { Block, PlacedBlock } from './block.ts'
import type { Change } from './compare-blocks.ts'
import { listBlocks } from './list-blocks.ts'
import { planAppends, type Append, type Sent } from './plan-appends.ts'
import { placedBlock, wireBlock, wireChange } from './wire-block.ts'

/** What blocks are written with. */
export interface BlockWriting {
  readonly config: NotionConfig
  readonly world: World
  readonly uploads: Uploads
}

/** Carries out a change, and keeps the blocks as Notion says that they are now. */
export async function applyChange(change: Change, writing: BlockWriting): Promise<void> {
  const { config, world, uploads } = writing
  if (change.kind === 'insert') return appendBlocks(change.parent, { after: change.after, appends: planAppends(change.blocks) }, writing)
  const { parent, before } = change
  const at = parent.children.indexOf(before)
  try {
    const reply = await must(changeCall(change, uploads), config, world)
    if (change.kind === 'update') parent.children[at] = { ...placedBlock(reply).block, children: before.children }
  } catch (error) {
    if (!isGone(error)) throw error
    if (change.kind === 'update') throw goneMeanwhile()
  }
  if (change.kind === 'delete') parent.children.splice(at, 1)
}

/** Whether Notion says that a block is not there any more: it is in the trash, or was never there. */
function isGone(error: unknown): boolean {
  if (!(error instanceof BlamefreeError)) return false
  return error.code === 'notion/not-found' || (error.code === 'notion/refused' && /\barchived\b|\bin_trash\b|\bno child\b/.test(error.message))
}

function goneMeanwhile(): BlamefreeError {
  return new BlamefreeError(
    'notion/changed',
    'Cannot publish to Notion: somebody took a block of the page away while it was written.',
    'Publish again: what is missing is written then, and what was changed there is kept.',
  )
}

/** The request of a change; of an insertion the first. */
export function changeCall(change: Change, uploads: Uploads): Call {
  if (change.kind === 'delete') return { method: 'DELETE', path: `/blocks/${change.before.id}` }
  if (change.kind === 'update') return { method: 'PATCH', path: `/blocks/${change.before.id}`, json: wireChange(change.block, uploads) }
  const [first] = planAppends(change.blocks)
  return appendCall(change.parent, { after: change.after, sent: first?.sent ?? [] }, uploads)
}

/** What is appended, and where. */
export interface Appending {
  /** Right behind which block; null: at the beginning. */
  readonly after: PlacedBlock | null
  readonly appends: readonly Append[]
  /** Blocks that are there already, for what goes below them. */
  readonly placed?: Iterable<readonly [Block, PlacedBlock]>
}

/** Appends blocks below another one. */
export async function appendBlocks(root: PlacedBlock, { after, appends, placed: before = [] }: Appending, writing: BlockWriting): Promise<void> {
  const { config, world, uploads } = writing
  const placed = new Map<Block, PlacedBlock>(before)
  let last = after
  for (const { parent: below, sent } of appends) {
    const parent = below === null ? root : placed.get(below)
    if (parent === undefined) throw unexpected()
    const behind = below === null ? last : (parent.children.at(-1) ?? null)
    const reply = await must(appendCall(parent, { after: behind, sent }, uploads), config, world).catch((error: unknown) => {
      throw isGone(error) ? goneMeanwhile() : error
    })
    const made = await placedReplies(sent, listAt(reply, 'results'), writing)
    parent.children.splice(behind === null ? 0 : parent.children.indexOf(behind) + 1, 0, ...made)
    for (const [index, { block }] of sent.entries()) placed.set(block, made[index] as PlacedBlock)
    if (below === null) last = made.at(-1) ?? last
  }
}

/** The blocks of an answer. What went along inside of them is not in it, and is read. */
async function placedReplies(sent: readonly Sent[], replies: readonly unknown[], { config, world }: BlockWriting): Promise<PlacedBlock[]> {
  if (replies.length < sent.length) throw unexpected()
  const made: PlacedBlock[] = []
  for (const [index, { inside }] of sent.entries()) {
    const { block } = placedBlock(replies[index])
    if (inside.length > 0) block.children.push(...(await listBlocks(block.id, config, world)))
    made.push(block)
  }
  return made
}

function appendCall(parent: PlacedBlock, { after, sent }: { readonly after: PlacedBlock | null; readonly sent: readonly Sent[] }, uploads: Uploads): Call {
  const children = sent.map((one) => wireSent(one, uploads))
  const position = after === null ? { type: 'start' } : { type: 'after_block', after_block: { id: after.id } }
  return { method: 'PATCH', path: `/blocks/${parent.id}/children`, json: { children, position } }
}

/** A block and what goes along with it, as a request has them. */
export function wireSent({ block, inside }: Sent, uploads: Uploads): object {
  return wireBlock(
    block,
    uploads,
    inside.map((one) => wireSent(one, uploads)),
  )
}

function unexpected(): BlamefreeError {
  return new BlamefreeError('notion/failed', 'Cannot publish to Notion: it answers with other blocks than it was sent.', 'Publish again.')
}
