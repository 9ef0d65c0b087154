import type { BlockContent, List, ListItem } from 'mdast'
import { blocksOfLine } from './read-lines.ts'
import type { Reading } from './read-inline.ts'
import { depthOf } from './split.ts'

interface Item {
  readonly depth: number
  readonly ordered: boolean
  readonly words: string
}

/** Items, each with the lines that belong to it → lists in each other, as DokuWiki reads them. */
export function listsOf(items: readonly string[], reading: Reading): List[] {
  return listsAt(
    items.map((text): Item => {
      const [, sign = '', words = ''] = /^[ \t]*([*-])([^]*)$/.exec(text) ?? []
      return { depth: depthOf(text), ordered: sign === '-', words: words.trim() }
    }),
    reading,
  )
}

function listsAt(items: readonly Item[], reading: Reading): List[] {
  const lists: List[] = []
  let at = 0
  while (at < items.length) {
    const first = items[at] as Item
    let end = at + 1
    while (end < items.length && (items[end]?.depth ?? 0) > first.depth) end++
    const last = lists.at(-1)
    const list: List = last !== undefined && last.ordered === first.ordered ? last : { type: 'list', ordered: first.ordered, start: 1, children: [] }
    if (list !== last) lists.push(list)
    list.children.push(itemOf(first.words, listsAt(items.slice(at + 1, end), reading), reading))
    at = end
  }
  return lists
}

/** An item of a list, with the box that a character shows. */
export function itemOf(words: string, below: readonly BlockContent[], reading: Reading): ListItem {
  const box = /^([\u2610\u2611])(?:\s+|$)/.exec(words)
  return {
    type: 'listItem',
    ...(box === null ? {} : { checked: box[1] === '\u2611' }),
    children: [...blocksOfLine(words.slice(box?.[0].length ?? 0), reading), ...below],
  }
}
