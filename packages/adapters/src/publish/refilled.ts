import { editsBetween, type PageBlock, type PageDialect } from '@blamefree/core'

/** A page that was not written to its end, with what is missing of the text that was meant: it was not taken away by people. */
export function refilled(meant: readonly PageBlock[], there: readonly PageBlock[], { canonical }: Pick<PageDialect, 'canonical'>): PageBlock[] {
  const text = (blocks: readonly PageBlock[]): PageBlock[] => blocks.filter(({ kind }) => kind !== 'footer')
  const [whole, now] = [text(meant), text(there)]
  const [wholeSums, nowSums] = [whole, now].map((list) => list.map((block) => canonical(block.text))) as [string[], string[]]
  const edits = editsBetween(wholeSums, nowSums)
  const missing = edits.flatMap(({ from, to }) => wholeSums.slice(from, to))
  const blocks: PageBlock[] = []
  let next = 0
  for (const { from, to, nowFrom, nowTo } of edits) {
    blocks.push(...now.slice(next, nowFrom))
    next = nowTo
    // A piece that was only begun is missing too.
    const theirs = now.slice(nowFrom, nowTo).filter((_, index) => !missing.some((sum) => isBegun(sum, nowSums[nowFrom + index] ?? '')))
    blocks.push(...(theirs.length === 0 ? whole.slice(from, to) : theirs))
  }
  return [...blocks, ...now.slice(next)]
}

/** Whether a piece of several lines is there with its first line, but not with all of them. */
function isBegun(whole: string, there: string): boolean {
  if (whole === there || !whole.includes('\n')) return false
  const lines = whole.split('\n')
  const found = there.split('\n')
  if (found[0] !== lines[0]) return false
  let at = 0
  for (const line of lines) if (line === found[at]) at++
  return at === found.length
}
