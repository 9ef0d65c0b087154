import type { PageBlock } from '@blamefree/core'
import { separator } from './separator.ts'

/** Pieces of a page as wikitext. */
export const joinWikitext = (blocks: readonly PageBlock[]): string => joinPieces(blocks.map(({ text }) => text))

/** Pieces as wikitext. Where a merge took away the opening or the end of a table around its rows, it is put back: what is sent can be read always. */
export function joinPieces(pieces: readonly string[]): string {
  let text = ''
  let before = ''
  let open = false
  const put = (piece: string): void => {
    text += `${separator(before, piece)}${piece}`
    before = piece
  }
  for (const piece of pieces) {
    const part = /^\s*(\{\||\|-|\|\})/.exec(piece)?.[1] ?? ''
    if (part === '|}' && !open) continue
    if (open && part !== '|-' && part !== '|}') put('|}')
    if (part === '|-' && !open) put('{| class="wikitable"')
    open = part === '|-' || (part === '{|' && !/\n\s*\|\}[^\n]*$/.test(piece))
    put(piece)
  }
  if (open) put('|}')
  return text
}
