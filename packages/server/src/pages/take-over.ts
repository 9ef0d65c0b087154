import { normalise, plainText, type Document, type Problem } from '@blamefree/core'
import type { Nodes, Root, RootContent } from 'mdast'
import { sequenceDifference } from '../documents/sequence-difference.ts'

/** A section of a page elsewhere as a tree of ours: as we last knew it there, and as it is now. */
export interface SectionThere {
  readonly before: Root
  readonly after: Root
}

/**
 * The document with what was changed there of a section changed here too, block by block: found by its words, so that guidance, live blocks and what the place cannot say stay as they are.
 * What stands in a live block, or was changed here as well, is left and reported.
 */
export function takeOver(
  document: Document,
  section: string,
  { before, after }: SectionThere,
): { readonly document: Document; readonly problems: readonly Problem[] } {
  const children = [...document.tree.children]
  const span = spanOf(children, section)
  const [then, now] = [bodyOf(before, section), bodyOf(after, section)]
  if (span === null) return { document: withChildren(document, [...children, ...after.children]), problems: [] }
  const own = children.slice(span.from, span.to)
  const problems: Problem[] = []
  for (const change of changesBetween(then, now)) {
    const place = placeOf(own, then, change)
    if (place === null) problems.push(left(section, then.slice(change.from, change.to), change.nodes))
    else own.splice(place.from, place.to - place.from, ...change.nodes)
  }
  return { document: withChildren(document, [...children.slice(0, span.from), ...own, ...children.slice(span.to)]), problems }
}

const withChildren = (document: Document, children: RootContent[]): Document => ({ ...document, tree: normalise({ type: 'root', children }) })

/** Words with their kind: what a block is known again by, whatever became of its emphasis on the way. */
const keyOf = (node: Nodes): string => `${node.type} ${wordsOf(node)}`
const wordsOf = (node: Nodes): string => plainText(node).replace(/\s+/g, ' ').trim()

/** The own content of a section, without the sections below it. */
function spanOf(children: readonly RootContent[], section: string): { from: number; to: number } | null {
  const at = section === '' ? -1 : children.findIndex((node) => node.type === 'heading' && wordsOf(node) === section)
  if (section !== '' && at < 0) return null
  const next = children.findIndex((node, index) => index > at && node.type === 'heading')
  return { from: at + 1, to: next < 0 ? children.length : next }
}

function bodyOf({ children }: Root, section: string): RootContent[] {
  return children.filter((node) => !(node.type === 'heading' && wordsOf(node) === section))
}

/** What stands from `from` to `to` in what was there became these nodes. */
interface Change {
  readonly from: number
  readonly to: number
  readonly nodes: RootContent[]
}

/** From the last to the first, so that places before a change stay what they were. */
function changesBetween(then: readonly RootContent[], now: readonly RootContent[]): Change[] {
  const changes: { from: number; to: number; nodes: RootContent[] }[] = []
  let [at, atNow] = [0, 0]
  let open: (typeof changes)[number] | null = null
  for (const { kind, items } of sequenceDifference(then.map(keyOf), now.map(keyOf))) {
    if (kind === 'same') {
      ;[at, atNow, open] = [at + items.length, atNow + items.length, null]
      continue
    }
    if (open === null) changes.push((open = { from: at, to: at, nodes: [] }))
    if (kind === 'removed') open.to = at += items.length
    else open.nodes.push(...now.slice(atNow, (atNow += items.length)))
  }
  return changes.toReversed()
}

/** Where in our own blocks a change belongs; null where it cannot be told. */
function placeOf(own: readonly RootContent[], then: readonly RootContent[], { from, to }: Change): { from: number; to: number } | null {
  const keys = own.map(keyOf)
  const wanted = then.slice(from, to).map(keyOf)
  if (wanted.length > 0) {
    const at = keys.findIndex((_, index) => wanted.every((key, next) => keys[index + next] === key))
    return at < 0 ? null : { from: at, to: at + wanted.length }
  }
  const after = from === 0 ? -1 : keys.lastIndexOf(keyOf(then[from - 1] as RootContent))
  if (after >= 0) return { from: after + 1, to: after + 1 }
  const before = then[from] === undefined ? -1 : keys.indexOf(keyOf(then[from]))
  if (before >= 0) return { from: before, to: before }
  // The section had nothing there: behind what it has here.
  return then.length === 0 ? { from: own.length, to: own.length } : null
}

function left(section: string, then: readonly RootContent[], now: readonly RootContent[]): Problem {
  const [first] = then.length > 0 ? then : now
  const words = first === undefined ? '' : wordsOf(first)
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words
  return {
    code: 'pages/not-taken',
    message: `In “${section}”, ${then.length > 0 ? `what became of “${shown}” there` : `“${shown}”, which is new there,`} was not taken over: here it is another text by now, or a fact of the record.`,
    weight: 'warning',
    hint: 'Change it here by hand; a fact is changed in the timeline or the facts of the incident.',
  }
}
