import type { RootContent } from 'mdast'
import { plainText } from '../plain-text.ts'

/** The rounds of a loop one after the other, where each is a list or a table of the same kind as one: their items, or their rows below one header. */
export function joinRuns(rounds: readonly (readonly RootContent[])[]): RootContent[] {
  const joined: RootContent[] = []
  let header: string | null = null
  for (const round of rounds) {
    const [first] = round
    const last = joined.at(-1)
    if (round.length === 1 && first?.type === 'list' && last?.type === 'list' && (first.ordered === true) === (last.ordered === true)) {
      for (const item of first.children) last.children.push(item)
    } else if (round.length === 1 && first?.type === 'table' && last?.type === 'table' && header !== null && headerOf(first) === header) {
      for (const row of first.children.slice(1)) last.children.push(row)
    } else {
      header = first?.type === 'table' ? headerOf(first) : null
      for (const node of round) joined.push(node)
    }
  }
  return joined
}

function headerOf(table: Extract<RootContent, { type: 'table' }>): string {
  const [row] = table.children
  return row === undefined ? '' : row.children.map((cell) => plainText(cell)).join('\u0000')
}
