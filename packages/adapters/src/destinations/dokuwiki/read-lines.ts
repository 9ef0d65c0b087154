import type { BlockContent, PhrasingContent } from 'mdast'
import { dokuRanges } from './doku-ranges.ts'
import { inlineOf, type Reading } from './read-inline.ts'

/** What stands in an item or on a line of a quote: paragraphs, with two breaks between them, and code. */
export function blocksOfLine(line: string, reading: Reading): BlockContent[] {
  const blocks: BlockContent[] = []
  let at = 0
  for (const { from, to } of dokuRanges(line)) {
    const code = codeOf(line.slice(from, to))
    if (code === null) continue
    blocks.push(...paragraphsOf(line.slice(at, from), reading), code)
    at = to
  }
  return [...blocks, ...paragraphsOf(line.slice(at), reading)]
}

/** Code between tags; null where it is something else. */
export function codeOf(text: string): BlockContent | null {
  const [, , options = '', value = ''] = /^<(code|file)\b([^<>\n]*)>([^]*)<\/\1>$/.exec(text) ?? []
  if (!/^<(?:code|file)\b/.test(text)) return null
  const lang = options.trim().split(/\s/)[0] ?? ''
  const shown = value
    .replace(/^\n/, '')
    .replace(/\n$/, '')
    .replace(/<\/(code|file)\u2060>/g, '</$1>')
  return { type: 'code', ...(lang === '' || lang === '-' ? {} : { lang }), value: shown }
}

function paragraphsOf(text: string, reading: Reading): BlockContent[] {
  return paragraphs(inlineOf(text.trim(), reading)).map((children) => ({ type: 'paragraph', children }))
}

/** Inline content with two breaks in a row between its paragraphs. */
export function paragraphs(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const found: PhrasingContent[][] = [[]]
  for (const [at, node] of nodes.entries()) {
    const isBlank = (one: PhrasingContent | undefined): boolean => one?.type === 'text' && one.value.trim() === ''
    if (isBlank(node) && nodes[at - 1]?.type === 'break' && nodes[at + 1]?.type === 'break') continue
    const last = found.at(-1) as PhrasingContent[]
    if (node.type === 'break' && last.at(-1)?.type === 'break') {
      last.pop()
      found.push([])
    } else last.push(node)
  }
  return found.map(withoutEdges).filter((children) => children.length > 0)
}

function withoutEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let [from, to] = [0, nodes.length]
  while (nodes[from]?.type === 'break') from++
  while (to > from && nodes[to - 1]?.type === 'break') to--
  return nodes.slice(from, to)
}
