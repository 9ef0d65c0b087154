import { speech } from './clauses.ts'

/** The words of a text that carry its content, shortened to their stems: no small words, no addresses; numbers and names of systems stay. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const word of speech(text)
    .replace(/https?:\/\/\S+/g, ' ')
    .match(WORD) ?? []) {
    if (word.length < 2 || SMALL_WORDS.has(word)) continue
    words.add(stem(word))
    if (words.size >= 60) break
  }
  return words
}

/** How much of the smaller of two texts is in the other, from 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared += 1
  return shared / small.size
}

/** A crude English stem, good enough to see that `rolled` and `rolling` are one word. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word
  const cut = word.replace(/(?:ations?|ings?|ers?|ies|ed|es|ly|s|e)$/, '')
  return cut.length < 3 ? word : cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_./-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu

const SMALL_WORDS = new Set(
  `a about after again all also am an and any anyone are as at back be because been before being but by can cannot could did do does doing don't down for from get
  getting go going got had has have having he her here his how i if in into is isn't it it's its just know let like lol look looking looks make may maybe me might
  more most much my need no not now of off ok okay on once one only or other our out over per please probably really right same see she should since so some someone
  something still such sure than thanks that that's the their them then there these they thing things think this those though to too try trying up us very was we well
  were what when where which while who why will with would yeah yes yet you your i'm i'll we're we'll there's don they're been am pm`.split(/\s+/),
)
