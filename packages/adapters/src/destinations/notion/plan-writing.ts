import { BlamefreeError, type PageBlock } from '@blamefree/core'
import { FENCE } from './lines.ts'
import { joinPage, splitPage } from './split.ts'

/** The most blocks and the largest body of one request that Notion takes (500 kB; some room is left for what is around the text). */
export const MOST_BLOCKS = 1000
export const LARGEST_BODY = 480_000

/** A text as as few portions as Notion's limits allow, in order; each is whole blocks. Throws where one block alone is too large. */
export function portions(text: string): string[] {
  const found: string[] = []
  let current: PageBlock[] = []
  let [blocks, bytes] = [0, 0]
  const close = (): void => {
    found.push(joinPage(current))
    current = []
    blocks = 0
    bytes = 0
  }
  for (const run of runs(splitPage(text))) {
    const size = run.reduce((sum, piece) => sum + jsonBytes(piece.text) + 2, 0)
    const count = run.reduce((sum, piece) => sum + blocksIn(piece.text), 0)
    if (size > LARGEST_BODY || count > MOST_BLOCKS)
      throw new BlamefreeError(
        'notion/too-large',
        `Cannot publish to Notion: a block in ${run[0]?.section === '' ? 'the beginning' : `“${run[0]?.section ?? ''}”`} is larger than Notion takes at once.`,
        'Split it, or leave detail out.',
      )
    if (current.length > 0 && (bytes + size > LARGEST_BODY || blocks + count > MOST_BLOCKS - 1)) close()
    current.push(...run)
    bytes += size
    blocks += count
  }
  close()
  return found
}

/** Pieces that only Notion can make together: a table from its head to its end. */
function runs(blocks: readonly PageBlock[]): PageBlock[][] {
  const found: PageBlock[][] = []
  let table: PageBlock[] | null = null
  for (const block of blocks) {
    if (/^<table\b/.test(block.text)) table = []
    if (table === null) found.push([block])
    else {
      table.push(block)
      if (block.text.trim() === '</table>') {
        found.push(table)
        table = null
      }
    }
  }
  if (table !== null) found.push(table)
  return found
}

/** How many blocks a piece is for Notion, at most: lines, but for cells and closing tags. */
function blocksIn(text: string): number {
  if (FENCE.test(text.split('\n')[0] ?? '')) return 1
  return text.split('\n').filter((line) => !/^\s*<(?:\/|td|summary|col)/.test(line)).length
}

const encoder = new TextEncoder()
const jsonBytes = (text: string): number => encoder.encode(JSON.stringify(text)).byteLength
