import { differences, type PageBlock, type PageDialect } from '@blamefree/core'

/** A page that was not written to its end, with what is missing of the text that was meant: it was not taken away by people. */
export function refilled(meant: readonly PageBlock[], there: readonly PageBlock[], { canonical }: Pick<PageDialect, 'canonical'>): PageBlock[] {
  const text = (blocks: readonly PageBlock[]): PageBlock[] => blocks.filter(({ kind }) => kind !== 'footer')
  const [whole, now] = [text(meant), text(there)]
  const blocks: PageBlock[] = []
  let next = 0
  const sums = (list: readonly PageBlock[]): string[] => list.map((block) => canonical(block.text))
  for (const { from, to, nowFrom, nowTo } of differences(sums(whole), sums(now))) {
    blocks.push(...now.slice(next, nowTo))
    next = nowTo
    if (nowFrom === nowTo) blocks.push(...whole.slice(from, to))
  }
  return [...blocks, ...now.slice(next)]
}
