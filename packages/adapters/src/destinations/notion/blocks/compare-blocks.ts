import { editsBetween } from '@blamefree/core'
import { canonical } from '../canonical.ts'
import { fileName, isOwned } from '../images.ts'
import { isBeside } from './beside-text.ts'
import type { Block, PlacedBlock } from './block.ts'
import { textOfBlocks } from './text-of-blocks.ts'
import { widthOf } from './wire-block.ts'

/** One thing to do to a page. */
export type Change =
  | { readonly kind: 'insert'; readonly parent: PlacedBlock; readonly after: PlacedBlock | null; readonly blocks: readonly Block[] }
  | { readonly kind: 'update'; readonly parent: PlacedBlock; readonly before: PlacedBlock; readonly block: Block }
  | { readonly kind: 'delete'; readonly parent: PlacedBlock; readonly before: PlacedBlock }

/** What makes a page what it is to be, and what had to be left standing. */
export interface Comparison {
  /** What is new first, then what is changed, then what goes. */
  readonly changes: readonly Change[]
  /** Blocks that would go, with something inside that is not ours to throw away. */
  readonly stay: readonly PlacedBlock[]
}

/**
 * The blocks of a page beside those that are wanted. A block that says the same stays untouched, one that became another of its kind is changed where it is. What
 * Notion's API does not let us write is never made, changed or thrown away, nor are empty lines. Pure.
 */
export function compareBlocks(page: PlacedBlock, wanted: readonly Block[]): Comparison {
  const changes: Change[] = []
  const stay: PlacedBlock[] = []
  compareChildren(page, wanted, { changes, stay })
  const of = (kind: Change['kind']): Change[] => changes.filter((change) => change.kind === kind)
  return { changes: [...of('insert'), ...of('update'), ...of('delete')], stay }
}

interface Found {
  readonly changes: Change[]
  readonly stay: PlacedBlock[]
}

function compareChildren(parent: PlacedBlock, wanted: readonly Block[], found: Found): void {
  const now = parent.children.filter((block) => !isPassive(block))
  for (const { from, to, nowFrom, nowTo } of editsBetween(now.map(saysOf), wanted.map(saysOf))) {
    const [before, after] = [now[from], wanted[nowFrom]]
    if (to === from + 1 && nowTo === nowFrom + 1 && before !== undefined && after !== undefined && canBecome(before, after)) {
      if (ownSays(before) !== ownSays(after)) found.changes.push({ kind: 'update', parent, before, block: after })
      compareChildren(before, after.children, found)
      continue
    }
    const blocks = wanted.slice(nowFrom, nowTo).filter(({ type }) => type !== 'opaque')
    if (blocks.length > 0) insert({ kind: 'insert', parent, after: now[from - 1] ?? null, blocks }, found.changes)
    for (const gone of now.slice(from, to)) {
      if (gone.type === 'opaque') continue
      if (holdsOpaque(gone)) found.stay.push(gone)
      else found.changes.push({ kind: 'delete', parent, before: gone })
    }
  }
}

/** What comes to the same place comes in one request, in order. */
function insert(change: Extract<Change, { kind: 'insert' }>, changes: Change[]): void {
  const at = changes.findLastIndex((before) => before.kind === 'insert' && before.parent === change.parent && before.after === change.after)
  const before = changes[at]
  if (before?.kind === 'insert') changes[at] = { ...before, blocks: [...before.blocks, ...change.blocks] }
  else changes.push(change)
}

/** Empty lines, and what we write beside the text: neither is in the text that is wanted. */
function isPassive(block: PlacedBlock): boolean {
  return (
    isBeside(block) ||
    (block.type === 'paragraph' && block.children.length === 0 && block.words.every(({ kind, text }) => kind === 'text' && text.trim() === ''))
  )
}

/** What a block says, with all that is in it but what is not ours. */
function saysOf(block: Block): string {
  return canonical(textOfBlocks([block]))
}

function ownSays(block: Block): string {
  return block.type === 'table' ? JSON.stringify([block.traits.headerRow ?? false, block.traits.headerColumn ?? false]) : saysOf({ ...block, children: [] })
}

function canBecome(before: Block, after: Block): boolean {
  if (before.type !== after.type || before.type === 'opaque' || before.type === 'divider') return false
  if (before.type === 'table') return widthOf(before) === widthOf(after) && before.children.length > 0
  if (before.type !== 'image') return true
  const [one = '', other = ''] = [before.traits.address, after.traits.address]
  return one === other || (isOwned(one) && isOwned(other) && fileName(one) === fileName(other))
}

const holdsOpaque = ({ children }: PlacedBlock): boolean => children.some((child) => child.type === 'opaque' || holdsOpaque(child))
