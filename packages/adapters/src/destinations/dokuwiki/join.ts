import type { PageBlock } from '@blamefree/core'
import { separator } from './separator.ts'

/** Pieces of a page as its text. */
export const joinDoku = (blocks: readonly PageBlock[]): string => joinPieces(blocks.map(({ text }) => text))

/** Pieces set apart from each other. */
export function joinPieces(pieces: readonly string[]): string {
  let text = ''
  let before = ''
  for (const piece of pieces) {
    text += `${separator(before, piece)}${piece}`
    before = piece
  }
  return text
}
