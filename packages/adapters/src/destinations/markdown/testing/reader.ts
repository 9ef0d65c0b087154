import { openPostMortem } from '@blamefree/core'
import type { Nodes, Root } from 'mdast'
import { seenInDocument, type FormatReader } from '../../testing/seen.ts'
import { CALLOUTS } from '../callouts.ts'

/** Reads what `markdown` wrote with the house's own parser; alerts, which that takes for quotes, become callouts again. */
export const markdownReader: FormatReader = {
  read: ({ bytes, name }) => {
    const text = new TextDecoder().decode(bytes)
    const { document, problems } = openPostMortem(text, name)
    const [problem] = problems
    if (problem !== undefined) throw new Error(`${problem.code}: ${problem.message}`)
    const seen = seenInDocument({ ...document, tree: { type: 'root', children: document.tree.children.map(restored) as Root['children'] } })
    return { ...seen, words: `${text.split('\n---\n')[0] ?? ''} ${seen.words}` }
  },
}

function restored(node: Nodes): Nodes {
  if (node.type !== 'blockquote') return node
  const [first, ...rest] = node.children
  const [lead, ...others] = first?.type === 'paragraph' ? first.children : []
  const mark = lead?.type === 'text' ? /^\[!([A-Z]+)\] ?/.exec(lead.value) : null
  const kind = Object.entries(CALLOUTS).find(([, callout]) => callout.mark === mark?.[1])?.[0]
  if (mark === null || lead?.type !== 'text' || kind === undefined) return node
  const words = [{ ...lead, value: lead.value.slice(mark[0].length) }, ...others].filter((child) => child.type !== 'text' || child.value !== '')
  return { type: 'containerDirective', name: 'callout', attributes: { kind }, children: [{ type: 'paragraph', children: words }, ...rest] }
}
