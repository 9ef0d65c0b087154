import { BlamefreeError } from '@blamefree/core'
import type { Run } from '../inline/run.ts'
import { blockOf, type Block } from './block.ts'
import { MOST_CHILDREN, MOST_TEXTS } from './limits.ts'
import { portionsOf, richCode, richText } from './rich-text.ts'
import { plainText } from './text-of-blocks.ts'

/** Blocks none of which has more rich text than Notion takes: one that has goes on in another. Throws where that cannot be. */
export function fittingBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const children = fittingBlocks(block.children)
    const whole = children.every((child, index) => child === block.children[index]) && children.length === block.children.length
    const same = whole ? block : { ...block, children }
    if (block.cells.some((cell) => richText(cell).length > MOST_TEXTS)) throw tooLarge('cell of a table', plainText(block.cells.flat()))
    if (block.cells.length > MOST_CHILDREN) throw tooLarge('row of a table', plainText(block.cells.flat()))
    if (block.type === 'code') return codeParts(same)
    return richText(block.words).length > MOST_TEXTS ? parted(same) : [same]
  })
}

/** The words in as many blocks as they need: paragraphs after a paragraph, and inside of anything else. */
function parted(block: Block): Block[] {
  if (/^heading|^image$|^toggle$/.test(block.type)) throw tooLarge(block.type === 'image' ? 'description of an image' : 'heading', plainText(block.words))
  const [first = [], ...more] = runPortions(block.words)
  const paragraphs = more.map((words) => blockOf('paragraph', { words }))
  if (block.type !== 'paragraph') return [{ ...block, words: first, children: [...paragraphs, ...block.children] }]
  const last = paragraphs.pop()
  return [{ ...block, words: first, children: [] }, ...paragraphs, ...(last === undefined ? [] : [{ ...last, traits: block.traits, children: block.children }])]
}

function runPortions(runs: readonly Run[]): Run[][] {
  const portions: Run[][] = []
  let portion: Run[] = []
  // A run alone may be longer than all that fits.
  const pieces = runs.flatMap((run) => (run.kind === 'text' ? portionsOf(run.text, LONGEST_PIECE).map((text) => ({ ...run, text })) : [run]))
  for (const piece of pieces) {
    if (richText([...portion, piece]).length > MOST_TEXTS) {
      portions.push(portion)
      portion = []
    }
    portion.push(piece)
  }
  return [...portions, portion]
}

/** Code in as many blocks as it needs, parted between lines where it has any. */
function codeParts(block: Block): Block[] {
  const text = plainText(block.words)
  if (richCode(text).length <= MOST_TEXTS) return [block]
  const parts: string[] = []
  for (const line of text.split(/(?<=\n)/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + line.length <= LONGEST_CODE) parts[parts.length - 1] = last + line
    else parts.push(...portionsOf(line, LONGEST_CODE))
  }
  return parts.map((part) => ({ ...block, words: [{ ...(block.words[0] as Run), text: part.replace(/\n$/, '') }] }))
}

/** Short enough that words before it leave room for some of it. */
const LONGEST_PIECE = 50_000
/** Somewhat less than what fits, because parts may end before a character of two halves. */
const LONGEST_CODE = MOST_TEXTS * 1990

function tooLarge(what: string, words: string): BlamefreeError {
  return new BlamefreeError(
    'notion/too-large',
    `Cannot publish to Notion: the ${what} that begins with “${words.trim().slice(0, 60)}” has more than Notion takes in one block.`,
    'Split it, or leave detail out.',
  )
}
