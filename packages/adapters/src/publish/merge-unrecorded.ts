import { differences, type Decide, type MergeConflict, type PageBlock, type PageDialect, type PageMerge } from '@blamefree/core'

/**
 * A page of ours of which nothing is known any more, neither what we wrote nor how it read: nobody can tell which of its words are ours of earlier and which
 * are theirs. What we have more is added; everything that stands there and not in ours is a conflict, and nothing is taken away unasked.
 */
export function mergeUnrecorded(theirs: readonly PageBlock[], ours: readonly PageBlock[], dialect: PageDialect, decide: Decide): PageMerge {
  const there = theirs.filter(({ kind }) => kind !== 'footer')
  const here = ours.filter(({ kind }) => kind !== 'footer')
  const texts = (list: readonly PageBlock[]): string[] => list.map(({ text }) => dialect.canonical(text))
  const blocks: PageBlock[] = []
  const conflicts: MergeConflict[] = []
  let next = 0
  let nextOurs = 0
  const same = (to: number, toOurs: number): void => {
    blocks.push(...(dialect.keeps === 'theirs' ? there.slice(next, to) : here.slice(nextOurs, toOurs)))
  }
  for (const { from, to, nowFrom, nowTo } of differences(texts(there), texts(here))) {
    same(from, nowFrom)
    ;[next, nextOurs] = [to, nowTo]
    const [old, fresh] = [there.slice(from, to), here.slice(nowFrom, nowTo)]
    const section = (old[0] ?? fresh[0])?.section ?? ''
    const decided = old.length === 0 ? 'ours' : decide(section)
    if (decided === null) conflicts.push({ section, before: '', theirs: dialect.join(old), ours: dialect.join(fresh) })
    blocks.push(...(decided === 'ours' ? fresh : old))
  }
  same(there.length, here.length)
  blocks.push(...ours.filter(({ kind }) => kind === 'footer'))
  return { blocks, conflicts, theirs: [], kept: [], ours: [], agreed: { ours, theirs } }
}
