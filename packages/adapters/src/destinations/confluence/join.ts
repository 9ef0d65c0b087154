import type { PageBlock } from '@blamefree/core'
import { xmlTokens } from './xml-tokens.ts'

/** In which container an item belongs, and one to put it in where a merge left none around it. */
const HOMES: Readonly<Record<string, { readonly within: readonly string[]; readonly open: string; readonly names: readonly string[] }>> = {
  tr: { within: ['table', 'thead', 'tbody', 'tfoot'], open: '<table><tbody>', names: ['table', 'tbody'] },
  li: { within: ['ul', 'ol'], open: '<ul>', names: ['ul'] },
  'ac:task': { within: ['ac:task-list'], open: '<ac:task-list>', names: ['ac:task-list'] },
}
const TABLE_PARTS = new Set(['thead', 'tbody', 'tfoot'])
const LAYOUT = /^ac:layout/
const CONTAINER = /^<(?:\/?(?:table|thead|tbody|tfoot|ul|ol|ac:task-list|ac:layout(?:-section|-cell)?)\b)/

/**
 * Pieces as storage format. Pieces of a whole page are put one after another; where a merge took a container away around its items, or left it open, the
 * text is mended, so that what is sent is well-formed always.
 */
export function joinStorage(blocks: readonly PageBlock[]): string {
  const open: string[] = []
  let text = ''
  const closeTo = (depth: number): void => {
    while (open.length > depth) text += `</${open.pop()}>`
  }
  for (const { text: piece } of blocks) {
    const tokens = xmlTokens(piece)
    const first = tokens[0]
    const depth = tokens.reduce((sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0)
    const name = first?.name ?? ''
    if (CONTAINER.test(piece) && first?.kind === 'close') {
      const at = open.lastIndexOf(name)
      if (at < 0) continue
      closeTo(at + 1)
      open.pop()
      text += piece
    } else if (CONTAINER.test(piece) && first?.kind === 'open' && depth > 0) {
      if (TABLE_PARTS.has(name)) {
        if (open.at(-1) !== 'table') {
          closeTo(outside(open))
          text += '<table>'
          open.push('table')
        }
      } else closeTo(outside(open))
      text += piece
      for (const { kind, name: inner } of tokens) if (kind === 'open' && inner !== 'colgroup') open.push(inner)
    } else {
      const home = HOMES[name]
      if (home === undefined) closeTo(outside(open))
      else if (!home.within.includes(open.at(-1) ?? '')) {
        closeTo(outside(open))
        text += home.open
        open.push(...home.names)
      }
      text += piece
    }
  }
  closeTo(0)
  return text
}

/** How many of the open containers may hold any block. */
const outside = (open: readonly string[]): number => open.findLastIndex((name) => LAYOUT.test(name)) + 1
