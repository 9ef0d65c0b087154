import type { PageBlock } from '@blamefree/core'
import { separator } from './separator.ts'

/** Pieces as wikitext. Where a merge took away the opening or the end of a table around its rows, it is put back: what is sent can be read always. */
export function joinWikitext(blocks: readonly PageBlock[]): string {
  let text = ''
  let before = ''
  let open = false
  const put = (piece: string): void => {
    text += `${separator(before, piece)}${piece}`
    before = piece
  }
  for (const { text: piece } of blocks) {
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
