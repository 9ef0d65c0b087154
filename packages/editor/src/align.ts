/** One step from old children to new ones: what stays, what is changed into what, what goes, what comes. */
export type Step =
  | { readonly do: 'keep'; readonly old: number }
  | { readonly do: 'edit'; readonly old: number; readonly next: number }
  | { readonly do: 'remove'; readonly old: number }
  | { readonly do: 'insert'; readonly next: number }

/** A child as it is compared. */
export interface Comparable {
  /** What it says: equal keys are the same. Empty: it is not in the document yet (an empty paragraph that somebody has just made), so it stays. */
  readonly key: string
  /** Only children of one shape can be changed into each other. */
  readonly shape: string
}

type Pair = readonly [old: number, next: number, same: boolean]

/** How many pairs of children are compared one by one; beyond, pairs are made in order. */
const MANY = 250_000

/** The steps, in the order of the result, from old children to new ones that keep the most of what is there. */
export function align(old: readonly Comparable[], next: readonly Comparable[]): Step[] {
  const present = old.flatMap((child, index) => (child.key === '' ? [] : [{ ...child, index }]))
  const same = longest(present, next, (a, b) => (a.key === b.key ? 1 : 0)).map(([from, to]): Pair => [present[from]?.index ?? 0, to, true])
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  for (const end of [...same, [old.length, next.length, true] as Pair]) {
    const offset = { old: from, next: to }
    const between = longest(old.slice(from, end[0]), next.slice(to, end[1]), likeness)
    pairs.push(...between.map(([a, b]): Pair => [a + offset.old, b + offset.next, false]), end)
    ;[from, to] = [end[0] + 1, end[1] + 1]
  }
  return stepsOf(pairs, old)
}

function stepsOf(pairs: readonly Pair[], old: readonly Comparable[]): Step[] {
  const steps: Step[] = []
  let [from, to] = [0, 0]
  for (const [oldIndex, nextIndex, same] of pairs) {
    // What comes stands before an empty paragraph in its place: whoever is about to write there goes on after it.
    for (; to < nextIndex; to++) steps.push({ do: 'insert', next: to })
    for (; from < oldIndex; from++) steps.push({ do: old[from]?.key === '' ? 'keep' : 'remove', old: from })
    if (oldIndex < old.length) steps.push(same ? { do: 'keep', old: oldIndex } : { do: 'edit', old: oldIndex, next: nextIndex })
    ;[from, to] = [oldIndex + 1, nextIndex + 1]
  }
  return steps
}

/** How alike two children are, from 0 (they cannot become each other) to 2: the share of their keys that is the same at both ends. */
function likeness(a: Comparable, b: Comparable): number {
  if (a.shape !== b.shape || a.key === '') return 0
  const shorter = Math.min(a.key.length, b.key.length)
  let start = 0
  while (start < shorter && a.key[start] === b.key[start]) start++
  let end = 0
  while (end < shorter - start && a.key.at(-1 - end) === b.key.at(-1 - end)) end++
  return 1 + (start + end) / Math.max(a.key.length, b.key.length)
}

/** The pairs, in order, whose scores add up to the most. */
function longest(old: readonly Comparable[], next: readonly Comparable[], score: (a: Comparable, b: Comparable) => number): [number, number][] {
  const shorter = Math.min(old.length, next.length)
  const pairUp = (a: number, b: number): number => score(old[a] as Comparable, next[b] as Comparable)
  let start = 0
  while (start < shorter && old[start]?.key === next[start]?.key && pairUp(start, start) > 0) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end)?.key === next.at(-1 - end)?.key && pairUp(old.length - 1 - end, next.length - 1 - end) > 0) end++
  const height = old.length - start - end
  const width = next.length - start - end
  const ends: [number, number][] = [
    ...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
    ...Array.from({ length: end }, (_, index): [number, number] => [old.length - end + index, next.length - end + index]),
  ]
  const middle =
    height * width > MANY ? inOrder(height, width, (a, b) => pairUp(a + start, b + start)) : best(height, width, (a, b) => pairUp(a + start, b + start))
  return [...ends.slice(0, start), ...middle.map(([a, b]): [number, number] => [a + start, b + start]), ...ends.slice(start)]
}

/** By dynamic programming over every pair. */
function best(height: number, width: number, score: (a: number, b: number) => number): [number, number][] {
  const row = width + 1
  const sums = new Float64Array((height + 1) * row)
  const scores = new Float64Array(height * width)
  for (let a = height - 1; a >= 0; a--) {
    for (let b = width - 1; b >= 0; b--) {
      const value = score(a, b)
      scores[a * width + b] = value
      const paired = value > 0 ? value + (sums[(a + 1) * row + b + 1] ?? 0) : 0
      sums[a * row + b] = Math.max(paired, sums[(a + 1) * row + b] ?? 0, sums[a * row + b + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < height && b < width;) {
    const sum = sums[a * row + b] ?? 0
    const value = scores[a * width + b] ?? 0
    if (value > 0 && sum === value + (sums[(a + 1) * row + b + 1] ?? 0)) pairs.push([a++, b++])
    else if (sum === sums[(a + 1) * row + b]) a++
    else b++
  }
  return pairs
}

/** Each with the first that it can pair with, never going back. */
function inOrder(height: number, width: number, score: (a: number, b: number) => number): [number, number][] {
  const pairs: [number, number][] = []
  for (let a = 0, from = 0; a < height && from < width; a++) {
    for (let b = from; b < Math.min(width, from + 50); b++) {
      if (score(a, b) <= 0) continue
      pairs.push([a, b])
      from = b + 1
      break
    }
  }
  return pairs
}
