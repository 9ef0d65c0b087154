import { BlamefreeError } from '@blamefree/core'
import { LARGEST_BODY, MOST_BLOCKS } from '../plan-writing.ts'
import type { Block } from './block.ts'
import { MOST_CHILDREN, MOST_LEVELS } from './limits.ts'
import { plainText } from './text-of-blocks.ts'
import { wireBlock } from './wire-block.ts'

/** A block with those of its children that go along in the same request. */
export interface Sent {
  readonly block: Block
  readonly inside: readonly Sent[]
}

/** A request that appends blocks. */
export interface Append {
  /** Below which block of an earlier request, at its end; null: where the first ones go, right behind those before. */
  readonly parent: Block | null
  readonly sent: readonly Sent[]
}

/**
 * Blocks → the requests that write them, in order. Only blocks of a request's own list can be appended to later (Notion answers their ids alone), so that a block
 * that goes along with its parent goes whole. Of a list that is too long, as many go along that the rest are full hundreds. `tail` goes at the end of the first.
 * Pure. Throws where one block alone is too large.
 */
export function planAppends(blocks: readonly Block[], tail: readonly Block[] = []): Append[] {
  return planned(blocks, { parent: null, tail: tail.map((block) => ({ block, inside: [] })) })
}

function planned(blocks: readonly Block[], { parent, tail }: { readonly parent: Block | null; readonly tail: readonly Sent[] }): Append[] {
  const appends: Append[] = []
  const later: Append[] = []
  let sent: Sent[] = []
  let room = roomAfter(EMPTY, tail)
  const close = (): void => {
    appends.push({ parent, sent: appends.length === 0 ? [...sent, ...tail] : sent })
    sent = []
    room = EMPTY
  }
  for (const block of blocks) {
    let next = sentWith(block, room)
    // Better in a new request with all that can go along than in this one with less.
    if (sent.length > 0 && (next === null || next.inside.length < (sentWith(block, EMPTY)?.inside.length ?? 0))) {
      close()
      next = sentWith(block, room)
    }
    if (next === null) throw tooLarge(block)
    sent.push(next)
    room = roomAfter(room, [next])
    const rest = block.children.slice(next.inside.length)
    if (rest.length > 0) later.push(...planned(rest, { parent: block, tail: [] }))
  }
  if (sent.length > 0 || appends.length === 0) close()
  return [...appends, ...later]
}

/** What a request has room for. */
interface Room {
  readonly elements: number
  readonly blocks: number
  readonly bytes: number
}

const EMPTY: Room = { elements: MOST_CHILDREN, blocks: MOST_BLOCKS, bytes: LARGEST_BODY }

function roomAfter(room: Room, sent: readonly Sent[]): Room {
  return sent.reduce(({ elements, blocks, bytes }, one) => ({ elements: elements - 1, blocks: blocks - countOf(one), bytes: bytes - bytesOf(one) }), room)
}

const countOf = ({ inside }: Sent): number => inside.reduce((sum, one) => sum + countOf(one), 1)
const bytesOf = ({ block, inside }: Sent): number => inside.reduce((sum, one) => sum + bytesOf(one), ownBytes(block))

/** A block with as many of its children, from the first, as may and need to go along; null where not even it has room. */
function sentWith(block: Block, room: Room): Sent | null {
  if (room.elements < 1 || room.blocks < 1) return null
  const wanted = block.children.length === 0 ? 0 : ((block.children.length - 1) % MOST_CHILDREN) + 1
  const inside: Sent[] = []
  let left: Room = { elements: wanted, blocks: room.blocks - 1, bytes: room.bytes - ownBytes(block) }
  for (const child of block.children.slice(0, wanted)) {
    const whole = wholeAt(child, 1)
    const after = whole === null ? null : roomAfter(left, [whole])
    if (whole === null || after === null || after.blocks < 0 || after.bytes < 0) break
    inside.push(whole)
    left = after
  }
  // A table comes with its first row, or not at all.
  return left.bytes < 0 || (block.type === 'table' && inside.length === 0) ? null : { block, inside }
}

/** A block with all that is in it, if that may go along so deep in a request. */
function wholeAt(block: Block, level: number): Sent | null {
  if (block.children.length === 0) return { block, inside: [] }
  if (level === MOST_LEVELS || block.children.length > MOST_CHILDREN) return null
  const inside: Sent[] = []
  for (const child of block.children) {
    const whole = wholeAt(child, level + 1)
    if (whole === null) return null
    inside.push(whole)
  }
  return { block, inside }
}

const encoder = new TextEncoder()
const known = new WeakMap<Block, number>()

/** How large a block is in a request, at most, without what is in it. */
function ownBytes(block: Block): number {
  const before = known.get(block)
  if (before !== undefined) return before
  const anywhere = block.type === 'image' ? { ...block, traits: { address: `https://a.example/${'x'.repeat(block.traits.address?.length ?? 0)}` } } : block
  const bytes = encoder.encode(JSON.stringify(wireBlock(anywhere, new Map()))).byteLength + ROUND_IT
  known.set(block, bytes)
  return bytes
}

/** Commas, and the list of its children. */
const ROUND_IT = 20

function tooLarge(block: Block): BlamefreeError {
  const words = plainText([...block.words, ...block.cells.flat(), ...(block.children[0]?.cells.flat() ?? [])])
  return new BlamefreeError(
    'notion/too-large',
    `Cannot publish to Notion: the block that begins with “${words.trim().slice(0, 60)}” is larger than Notion takes at once.`,
    'Split it, or leave detail out.',
  )
}
