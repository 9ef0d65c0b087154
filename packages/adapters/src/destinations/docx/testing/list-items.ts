import type { Element } from '@xmldom/xmldom'
import type { Construct } from '@blamefree/core'
import { indentOf, property, within, wordsOf } from './word-text.ts'

/** Where a list's numbers begin, by its number in the file; absent for lists that have none. */
export type Starts = ReadonlyMap<string, string>

interface Item {
  readonly ticked: boolean | null
  words: string
}

interface OpenList {
  readonly level: number
  readonly number: string
  readonly items: Item[]
}

/**
 * The lists among blocks that stand side by side. Word has no lists, only numbered paragraphs: a deeper one is a list in the last item, and a block that is
 * indented as far as an item's words belongs to the item.
 */
export function listsIn(blocks: readonly Element[], starts: Starts): [Construct, string][] {
  const shown: [Construct, string][] = []
  const open: OpenList[] = []
  const closeTo = (count: number): void => {
    for (const list of open.splice(count).toReversed()) shown.push(...listShown(list, starts))
  }
  for (const block of blocks) {
    const words = wordsOf(block)
    const number = property(block, 'w:numId')
    if (block.tagName !== 'w:p' || number === null) {
      const depth = open.length === 0 ? 0 : Math.floor(indentOf(block) / INDENT)
      if (!isSpacer(block)) closeTo(Math.min(open.length, depth))
      for (const list of open) addTo(list, words)
      continue
    }
    const level = Number(property(block, 'w:ilvl'))
    closeTo(level + 1)
    const same = open[level]
    if (same !== undefined && same.number !== number && (starts.has(number) || starts.has(same.number))) closeTo(level)
    for (const list of open.slice(0, level)) addTo(list, words)
    const list = open[level] ?? { level, number, items: [] }
    if (open[level] === undefined) open.push(list)
    list.items.push({ ticked: tickedOf(block), words })
  }
  closeTo(0)
  return shown
}

/** Twips that each level is indented by. */
const INDENT = 360

function addTo(list: OpenList, words: string): void {
  const last = list.items.at(-1)
  if (last !== undefined) last.words += ` ${words}`
}

const isSpacer = (block: Element): boolean => property(block, 'w:pStyle') === 'TableSpacer'

/** Whether a click ticked the check box that a paragraph begins with; null where there is none. */
function tickedOf(block: Element): boolean | null {
  const box = within(block, 'w14:checked')[0]
  return box === undefined ? null : box.getAttribute('w14:val') === '1'
}

function listShown({ number, items }: OpenList, starts: Starts): [Construct, string][] {
  const start = starts.get(number)
  const words = items.map((item) => item.words).join(' / ')
  const tasks = items.flatMap(({ ticked, words }): [Construct, string][] => (ticked === null ? [] : [['task-list', `${ticked ? '[x]' : '[ ]'} ${words}`]]))
  return [start === undefined ? ['list', words] : ['ordered-list', `${start}: ${words}`], ...tasks]
}
