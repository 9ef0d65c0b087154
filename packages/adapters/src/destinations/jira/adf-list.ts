import type { List, ListItem, Nodes, PhrasingContent } from 'mdast'
import { paragraph, words, type AdfNode } from './adf.ts'
import { inlineAdf } from './adf-inline.ts'
import { lose, type Writing } from './writing.ts'

/** How a list is written where it stands. */
export interface ListPlace {
  /** Whether a task list may stand there. */
  readonly tasks: boolean
  /** What is inside an item → ADF. */
  readonly inner: (nodes: readonly Nodes[]) => AdfNode[]
}

/** A list → ADF. Items with a box are a task list of their own, which knows no numbers and no blocks inside. */
export function listAdf(node: List, { tasks, inner }: ListPlace, writing: Writing): AdfNode[] {
  const result: AdfNode[] = []
  const { children } = node
  for (let from = 0; from < children.length;) {
    const task = isTask(children[from])
    let to = from + 1
    while (to < children.length && isTask(children[to]) === task) to++
    const items = children.slice(from, to)
    if (task && tasks) result.push(taskListAdf(items, node.ordered === true, writing))
    else result.push(plainListAdf(items, node.ordered === true ? (node.start ?? 1) + from : null, { inner, writing }))
    from = to
  }
  return result
}

const isTask = (item: ListItem | undefined): boolean => typeof item?.checked === 'boolean'

function plainListAdf(
  items: readonly ListItem[],
  start: number | null,
  { inner, writing }: { readonly inner: ListPlace['inner']; readonly writing: Writing },
): AdfNode {
  const content = items.map((item): AdfNode => {
    const boxed = typeof item.checked === 'boolean'
    if (boxed) lose(writing, 'task-list')
    const blocks = inner(boxed ? withBox(item) : item.children)
    // An item begins with words, also where it has none.
    return { type: 'listItem', content: blocks[0]?.type === 'paragraph' || blocks[0]?.type === 'codeBlock' ? blocks : [paragraph([]), ...blocks] }
  })
  if (start === null) return { type: 'bulletList', content }
  return { type: 'orderedList', ...(start === 1 ? {} : { attrs: { order: start } }), content }
}

function withBox({ checked, children }: ListItem): ListItem['children'] {
  const box: PhrasingContent = { type: 'text', value: checked === true ? '\u2611 ' : '\u2610 ' }
  const [first, ...rest] = children
  return first?.type === 'paragraph' ? [{ ...first, children: [box, ...first.children] }, ...rest] : [{ type: 'paragraph', children: [box] }, ...children]
}

function taskListAdf(items: readonly ListItem[], ordered: boolean, writing: Writing): AdfNode {
  if (ordered) lose(writing, 'ordered-list')
  const localId = `tasks-${++writing.tasks}`
  const content = items.flatMap((item): AdfNode[] => {
    const state = item.checked === true ? 'DONE' : 'TODO'
    const inner: AdfNode[] = []
    const below: AdfNode[] = []
    const line = (nodes: readonly AdfNode[]): void => {
      if (nodes.length > 0) inner.push(...(inner.length === 0 ? [] : [{ type: 'hardBreak' }]), ...nodes)
    }
    const attrs = { localId: `task-${++writing.tasks}`, state }
    for (const child of item.children) {
      if (child.type === 'list' && child.children.length > 0 && child.children.every(isTask))
        below.push(taskListAdf(child.children, child.ordered === true, writing))
      else for (const nodes of linesOf(child, writing)) line(nodes)
    }
    return [{ type: 'taskItem', attrs, ...(inner.length === 0 ? {} : { content: inner }) }, ...below]
  })
  return { type: 'taskList', attrs: { localId }, content }
}

/** Any block as lines of inline content: a task has no room for more. */
function linesOf(node: Nodes, writing: Writing, mark = ''): AdfNode[][] {
  const begun = (nodes: AdfNode[]): AdfNode[] => (mark === '' || nodes.length === 0 ? nodes : [words(mark), ...nodes])
  switch (node.type) {
    case 'paragraph':
      return [begun(inlineAdf(node.children, writing))]
    case 'heading':
      lose(writing, 'heading')
      return [begun(inlineAdf(node.children, writing, [{ type: 'strong' }]))]
    case 'code':
      lose(writing, 'code-block')
      return node.value.split('\n').map((text) => begun(text === '' ? [] : [words(text, [{ type: 'code' }])]))
    case 'thematicBreak':
      lose(writing, 'thematic-break', 'dropped')
      return []
    case 'list':
      lose(writing, node.ordered === true ? 'ordered-list' : 'list')
      return node.children.flatMap((item, index) => itemLines(item, node.ordered === true ? `${(node.start ?? 1) + index}. ` : '\u2022 ', writing))
    case 'tableRow':
      return [begun(node.children.flatMap((cell, index) => [...(index === 0 ? [] : [words(' | ')]), ...inlineAdf(cell.children, writing)]))]
    case 'blockquote':
    case 'table':
      lose(writing, node.type)
      return node.children.flatMap((child) => linesOf(child, writing))
    case 'containerDirective':
      if (node.name === 'callout' || node.name === 'evidence') lose(writing, node.name)
      return node.children.flatMap((child) => linesOf(child, writing))
    default:
      return []
  }
}

function itemLines(item: ListItem, mark: string, writing: Writing): AdfNode[][] {
  const boxed = typeof item.checked === 'boolean'
  if (boxed) lose(writing, 'task-list')
  const box = boxed ? (item.checked === true ? '\u2611 ' : '\u2610 ') : ''
  return item.children.flatMap((child, index) => linesOf(child, writing, index === 0 ? `${mark}${box}` : ''))
}
