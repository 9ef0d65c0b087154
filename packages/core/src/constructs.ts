import type { Nodes, Root } from 'mdast'
import type { Construct, Destination, Loss } from './destination.ts'

/** How often each construct occurs in a tree. Constructs that do not occur are absent. */
export function countConstructs(tree: Root): ReadonlyMap<Construct, number> {
  const counts = new Map<Construct, number>()
  const visit = (node: Nodes): void => {
    // Most of a document is text, which is no construct.
    if (node.type === 'text') return
    for (const construct of constructsOf(node)) counts.set(construct, (counts.get(construct) ?? 0) + 1)
    const { children } = node as { readonly children?: readonly Nodes[] }
    if (children !== undefined) for (let index = 0; index < children.length; index++) visit(children[index] as Nodes)
  }
  visit(tree)
  return counts
}

/** The constructs that one node is, without those inside it. A table that aligns a column is two, and a list with an open or ticked item as well. */
export function constructsOf(node: Nodes): readonly Construct[] {
  switch (node.type) {
    case 'list': {
      const list = node.ordered === true ? 'ordered-list' : 'list'
      return node.children.some(({ checked }) => typeof checked === 'boolean') ? [list, 'task-list'] : [list]
    }
    case 'table':
      return (node.align ?? []).some((align) => align !== null) ? ['table', 'table-alignment'] : ['table']
    case 'containerDirective':
      return node.name === 'callout' || node.name === 'evidence' ? [node.name] : []
    case 'textDirective':
      return node.name === 'person' || node.name === 'time' || node.name === 'event' ? [node.name] : []
    default:
      return PLAIN[node.type] ?? []
  }
}

const PLAIN: Readonly<Record<string, readonly Construct[]>> = {
  heading: ['heading'],
  emphasis: ['emphasis'],
  strong: ['strong'],
  delete: ['strikethrough'],
  inlineCode: ['inline-code'],
  link: ['link'],
  image: ['image'],
  break: ['line-break'],
  blockquote: ['blockquote'],
  code: ['code-block'],
  thematicBreak: ['thematic-break'],
  footnoteReference: ['footnote'],
}

/**
 * The losses of a format in a tree, from what the format declares and a sentence for each construct: `people` → `12 people became plain names.`
 * A construct that does not occur is not reported.
 */
export function lossesOf(tree: Root, loses: Destination['loses'], sentences: Partial<Record<Construct, (count: number) => string>>): Loss[] {
  const losses: Loss[] = []
  for (const [construct, count] of countConstructs(tree)) {
    const what = loses[construct]
    if (what !== undefined) losses.push({ construct, what, count, message: sentences[construct]?.(count) ?? `${count} \u00d7 ${construct}: ${what}.` })
  }
  return losses
}

/** The loss of so many images that no file came for, in a format that names them instead; none for 0. */
export function imageLosses(count: number): Loss[] {
  if (count === 0) return []
  const which =
    count === 1 ? '1 image is named instead of shown, because no file for it' : `${count} images are named instead of shown, because no files for them`
  return [{ construct: 'image', what: 'simplified', count, message: `${which} came with the document.` }]
}
