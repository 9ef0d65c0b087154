import { plainText } from '@blamefree/core'
import type { RootContent } from 'mdast'
import type { PageBlock, PageInline } from './page.ts'

/** Key information → groups of labelled values, by its headings: each with what follows it. Without headings, one group. */
export function keyInformation(nodes: readonly RootContent[], blocks: readonly PageBlock[]): PageBlock {
  return { type: 'groups', groups: groupsOf(blocks).map((group) => group.map(withLabels)), shares: sharesOf(groupsOf(nodes)) }
}

function groupsOf<Block extends { readonly type: string }>(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const current = groups.at(-1)
    if (current === undefined || block.type === 'heading') groups.push([block])
    else current.push(block)
  }
  return groups
}

/** The list with what stands before the colon of each item made strong, so that the eye finds it. */
function withLabels(block: PageBlock): PageBlock {
  if (block.type !== 'list') return block
  return {
    ...block,
    items: block.items.map((item) =>
      item.map((part, index) => (index === 0 && part.type === 'paragraph' ? { ...part, children: labelled(part.children) } : part)),
    ),
  }
}

function labelled(children: readonly PageInline[]): readonly PageInline[] {
  const [first, ...rest] = children
  const label = typeof first === 'string' ? LABEL.exec(first) : null
  if (typeof first !== 'string' || label === null) return children
  const value = first.slice(label[0].length)
  return [{ type: 'strong', children: [label[0]] }, ...(value === '' ? [] : [value]), ...rest]
}

/** A label and its colon; not the colon of an address or of a time. */
const LABEL = /^[^:]{1,60}:(?=\s|$)/

/** Of two columns of groups, what each wants of the width: by its longest line, and neither less than two thirds of the other. */
function sharesOf(groups: readonly (readonly RootContent[])[]): readonly [number, number] {
  const longest = (side: 0 | 1): number =>
    groups
      .filter((_, index) => index % 2 === side)
      .flat()
      .flatMap((block) => (block.type === 'list' ? block.children : [block]))
      .reduce((most, line) => Math.max(most, plainText(line).length), 1)
  const [left, right] = [Math.min(longest(0), LONG_LINE), Math.min(longest(1), LONG_LINE)]
  return [Math.max(left, Math.round(right / 1.5)), Math.max(right, Math.round(left / 1.5))]
}

/** Lines longer than this, in characters, break in either column. */
const LONG_LINE = 52
