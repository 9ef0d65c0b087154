/** Two indexes that hold the same: one of the first list, one of the second. */
export type Match = readonly [number, number]

/**
 * A longest common subsequence of two lists of texts, as pairs of indexes in order. Fast for long lists that are mostly alike or mostly different;
 * of a text that occurs very often only the occurrences nearest to its place are looked at, so that it may then not be quite the longest.
 */
export function commonSequence(before: readonly string[], after: readonly string[]): Match[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const matches: Match[] = Array.from({ length: start }, (_, index) => [index, index])
  matches.push(...longest(before.slice(start, before.length - end), after.slice(start, after.length - end)).map(([a, b]): Match => [a + start, b + start]))
  for (let index = end; index > 0; index--) matches.push([before.length - index, after.length - index])
  return matches
}

const MOST_PLACES = 48

interface Link {
  readonly match: Match
  readonly previous: Link | null
}

/** Hunt and Szymanski: the longest rising chain through all pairs of equal texts. */
function longest(before: readonly string[], after: readonly string[]): Match[] {
  const places = new Map<string, number[]>()
  for (const [index, text] of after.entries()) {
    const known = places.get(text)
    if (known === undefined) places.set(text, [index])
    else known.push(index)
  }
  const ends: number[] = []
  const links: Link[] = []
  for (const [index, text] of before.entries()) {
    const found = places.get(text)
    if (found === undefined) continue
    const near = nearest(found, Math.round((index * after.length) / before.length))
    for (let at = near.length - 1; at >= 0; at--) {
      const place = near[at] as number
      const length = firstAtLeast(ends, place)
      ends[length] = place
      links[length] = { match: [index, place], previous: links[length - 1] ?? null }
    }
  }
  const matches: Match[] = []
  for (let link = links.at(-1) ?? null; link !== null; link = link.previous) matches.push(link.match)
  return matches.toReversed()
}

function nearest(places: readonly number[], wanted: number): readonly number[] {
  if (places.length <= MOST_PLACES) return places
  const from = Math.max(0, Math.min(places.length - MOST_PLACES, firstAtLeast(places, wanted) - MOST_PLACES / 2))
  return places.slice(from, from + MOST_PLACES)
}

/** Where in a rising list the first number stands that is not smaller. */
function firstAtLeast(rising: readonly number[], wanted: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
