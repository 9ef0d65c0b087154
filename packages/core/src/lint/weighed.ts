import { traitsOf, type Trait } from './traits.ts'
import { BASE, ENOUGH, WEIGHTS } from './weights.ts'

let read: ReadonlyMap<string, number> | null = null

/**
 * Where a sentence blames in words that no rule has, judged by what its words weighed in labelled sentences: the clause that speaks most for blame. Null where too
 * little does.
 */
export function weighed(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  read ??= readWeights(WEIGHTS)
  const weights = read
  const traits = traitsOf(sentence, known)
  const weight = (trait: Trait): number => weights.get(trait.name) ?? 0
  if (traits.reduce((sum, trait) => sum + weight(trait), BASE) < ENOUGH) return null
  const clauses = clausesOf(sentence).map(([from, to]) => ({
    span: [from, to] as const,
    weight: traits.reduce((sum, trait) => (trait.at >= from && trait.to <= to && trait.to > trait.at ? sum + weight(trait) : sum), 0),
  }))
  return clauses.reduce((one, other) => (other.weight > one.weight ? other : one)).span
}

/** The stretches between commas, colons and brackets; short ones belong to what is before them. */
function clausesOf(sentence: string): [number, number][] {
  const clauses: [number, number][] = []
  let from = 0
  for (const { index, 0: sign } of sentence.matchAll(/[,:()](?=\s|$)|$/g)) {
    const last = clauses.at(-1)
    if (last !== undefined && index - from < SHORT) last[1] = index
    else clauses.push([from, index])
    from = index + sign.length
  }
  const [first, second] = clauses
  if (first !== undefined && second !== undefined && first[1] - first[0] < SHORT) clauses.splice(0, 2, [first[0], second[1]])
  return clauses
}

const SHORT = 24

/** Lines of a weight and the traits that have it (`0.40: idiot on_him #motive`) → trait → weight. */
function readWeights(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const line of text.trim().split('\n')) {
    const [head = '', ...traits] = line.split(' ')
    for (const trait of traits) found.set(trait.replaceAll('_', ' '), Number.parseFloat(head))
  }
  return found
}
