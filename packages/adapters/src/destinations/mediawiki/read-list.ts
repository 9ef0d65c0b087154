import { heldLines, type Problem } from '@blamefree/core'
import type { BlockContent, List, ListItem, RootContent } from 'mdast'
import { inlineOf } from './read-inline.ts'
import { wikiRanges } from './wiki-ranges.ts'

interface Line {
  readonly signs: string
  readonly words: string
}

/** Lines that begin with `*`, `#`, `:` and `;` → lists in each other, as the wiki reads them. A line indented below an item is a paragraph of it. */
export function listsOf(text: string, problems: Problem[]): RootContent[] {
  const lines = heldLines(text, wikiRanges(text)).map(({ text: line }): Line => {
    const [signs = ''] = /^[*#:;]+/.exec(line) ?? []
    return { signs, words: line.slice(signs.length).trim() }
  })
  return blocksAt(lines, 0, problems)
}

function blocksAt(lines: readonly Line[], depth: number, problems: Problem[]): BlockContent[] {
  const blocks: BlockContent[] = []
  let at = 0
  while (at < lines.length) {
    const sign = lines[at]?.signs[depth] ?? ''
    if (sign !== '*' && sign !== '#') {
      const words = lines[at]?.words ?? ''
      if (words !== '') blocks.push({ type: 'paragraph', children: inlineOf(words, problems) })
      at++
      continue
    }
    let end = at + 1
    while (end < lines.length && lines[end]?.signs[depth] === sign) end++
    blocks.push(listAt(lines.slice(at, end), { depth, ordered: sign === '#' }, problems))
    at = end
  }
  return blocks
}

function listAt(lines: readonly Line[], { depth, ordered }: { readonly depth: number; readonly ordered: boolean }, problems: Problem[]): List {
  const children: ListItem[] = []
  let at = 0
  while (at < lines.length) {
    const own = (lines[at]?.signs.length ?? 0) === depth + 1
    let end = at + 1
    while (end < lines.length && (lines[end]?.signs.length ?? 0) > depth + 1) end++
    const words = own ? (lines[at]?.words ?? '') : ''
    const box = /^([\u2610\u2611])(?:\s+|$)/.exec(words)
    const first = inlineOf(words.slice(box?.[0].length ?? 0), problems)
    children.push({
      type: 'listItem',
      ...(box === null ? {} : { checked: box[1] === '\u2611' }),
      children: [
        ...(first.length > 0 ? [{ type: 'paragraph' as const, children: first }] : []),
        ...blocksAt(lines.slice(own ? at + 1 : at, end), depth + 1, problems),
      ],
    })
    at = end
  }
  return { type: 'list', ordered, start: 1, children }
}
