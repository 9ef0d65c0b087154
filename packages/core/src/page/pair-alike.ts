import type { Match } from './common-sequence.ts'

const ALIKE = 0.4
const SAID_AGAIN = 0.85
const MOST_COMPARED = 20_000
const WINDOW = 8

/** Which of some old texts became which of some new ones, judged by their words, in order. What is not paired is new, or gone. */
export function pairAlike(before: readonly string[], after: readonly string[]): Match[] {
  if (before.length === 0 || after.length === 0) return []
  const old = before.map(wordsOf)
  const fresh = after.map(wordsOf)
  if (before.length * after.length <= MOST_COMPARED) return bestPairs(old, fresh)
  // Every row of a long table changed: row by row.
  if (before.length === after.length) return before.map((_, index): Match => [index, index])
  return greedyPairs(old, fresh)
}

/** Whether two texts have so much in common that one is the other, spelled in another way. */
export function isSaidAgain(one: string, two: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(two)]
  return likeness(first, second) >= (first.total + second.total === 0 ? ALIKE : SAID_AGAIN)
}

interface Words {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
  /** How it begins, for what has no words. */
  readonly start: string
}

function wordsOf(text: string): Words {
  const counts = new Map<string, number>()
  let total = 0
  for (const [word] of text.replace(/<[^>]*>/g, ' ').matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    total++
  }
  return { counts, total, start: /^\W*\w*/.exec(text)?.[0] ?? '' }
}

/** How much two texts say the same: twice the common words by all words, from 0 to 1. */
function likeness(one: Words, two: Words): number {
  if (one.total === 0 && two.total === 0) return one.start === two.start ? 0.5 : 0
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, two.counts.get(word) ?? 0)
  return (2 * common) / (one.total + two.total)
}

/** The pairs in order whose likeness together is greatest. */
function bestPairs(old: readonly Words[], fresh: readonly Words[]): Match[] {
  const width = fresh.length + 1
  const best = new Float64Array((old.length + 1) * width)
  const like = new Float64Array(old.length * fresh.length)
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = fresh.length - 1; b >= 0; b--) {
      const alike = likeness(old[a] as Words, fresh[b] as Words)
      like[a * fresh.length + b] = alike
      const paired = alike < ALIKE ? -1 : alike + at(best, (a + 1) * width + b + 1)
      best[a * width + b] = Math.max(paired, at(best, (a + 1) * width + b), at(best, a * width + b + 1))
    }
  const pairs: Match[] = []
  for (let a = 0, b = 0; a < old.length && b < fresh.length;) {
    const here = at(best, a * width + b)
    const alike = at(like, a * fresh.length + b)
    if (alike >= ALIKE && here === alike + at(best, (a + 1) * width + b + 1)) pairs.push([a++, b++])
    else if (here === at(best, (a + 1) * width + b)) a++
    else b++
  }
  return pairs
}

const at = (numbers: Float64Array, index: number): number => numbers[index] as number

/** Each old text with the first new one near by that is like it. */
function greedyPairs(old: readonly Words[], fresh: readonly Words[]): Match[] {
  const pairs: Match[] = []
  let next = 0
  for (const [index, words] of old.entries()) {
    for (let b = next; b < Math.min(fresh.length, next + WINDOW); b++)
      if (likeness(words, fresh[b] as Words) >= ALIKE) {
        pairs.push([index, b])
        next = b + 1
        break
      }
  }
  return pairs
}
