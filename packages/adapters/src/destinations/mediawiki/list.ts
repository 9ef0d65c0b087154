import type { List, ListItem, Nodes } from 'mdast'
import { lineStart } from './escape-wikitext.ts'
import { inlineWikitext } from './inline.ts'
import type { Page } from './page.ts'

/** Blocks as one text. */
type Nested = (nodes: readonly Nodes[], page: Page) => string

/** A list → a piece for each item with what lies below it; one piece where the wiki's own lists cannot hold it, and tags are needed. */
export function listPieces(node: List, page: Page, nested: Nested): string[] {
  if (isSimple(node)) return node.children.map((item) => itemLines(item, signOf(node), page).join('\n'))
  return [taggedList(node, page, nested)]
}

const signOf = ({ ordered }: List): string => (ordered === true ? '#' : '*')

/** Whether the signs of the wiki can say it: they know no first number, and an item is paragraphs and lists. */
function isSimple(node: List): boolean {
  if (node.ordered === true && (node.start ?? 1) !== 1) return false
  return node.children.every(({ children }) => {
    // A paragraph behind a list below would belong to the last item of that, and two lists one after another would be one.
    const ahead = children.findIndex(({ type }) => type !== 'paragraph')
    const [list, ...others] = ahead < 0 ? [] : children.slice(ahead)
    return list === undefined || (others.length === 0 && list.type === 'list' && isSimple(list))
  })
}

function itemLines(item: ListItem, sign: string, page: Page): string[] {
  const paragraphs = item.children.flatMap((child) => (child.type === 'paragraph' ? [lineStart(inlineWikitext(child.children, page))] : []))
  const [first = '', ...more] = paragraphs.filter((words) => words !== '')
  const lines = [`${sign} ${boxOf(item)}${first}`.trimEnd(), ...more.map((words) => `${sign}: ${words}`)]
  for (const child of item.children)
    if (child.type === 'list') for (const below of child.children) lines.push(...itemLines(below, `${sign}${signOf(child)}`, page))
  return lines
}

/** The wiki has no boxes: a character shows whether it is done. */
const boxOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? `${checked ? '\u2611' : '\u2610'} ` : '')

function taggedList(node: List, page: Page, nested: Nested): string {
  const name = node.ordered === true ? 'ol' : 'ul'
  const start = node.ordered === true && (node.start ?? 1) !== 1 ? ` start="${node.start}"` : ''
  const items = node.children.map((item) => {
    const box = boxOf(item)
    return `<li>${box.trim()}\n${nested(item.children, page)}\n</li>`
  })
  return `<${name}${start}>\n${items.join('\n')}\n</${name}>`
}
