import { commonSequence } from './common-sequence.ts'
import type { Side } from './edited-page.ts'
import type { PageBlock } from './page-destination.ts'

/** Two insertions at one place as one: what is alike once, in one side's spelling; of the rest, one side's first. `texts` are their canonical texts. */
export function interleave(
  blocks: Readonly<Record<Side, readonly PageBlock[]>>,
  texts: Readonly<Record<Side, readonly string[]>>,
  { first, spelling }: { readonly first: Side; readonly spelling: Side },
): PageBlock[] {
  const second = first === 'ours' ? 'theirs' : 'ours'
  const common = commonSequence(texts[first], texts[second])
  const joined: PageBlock[] = []
  let one = 0
  let two = 0
  for (const [a, b] of [...common, [blocks[first].length, blocks[second].length] as const]) {
    joined.push(...blocks[first].slice(one, a), ...blocks[second].slice(two, b))
    const same = blocks[spelling][spelling === first ? a : b]
    if (same !== undefined) joined.push(same)
    one = a + 1
    two = b + 1
  }
  return joined
}
