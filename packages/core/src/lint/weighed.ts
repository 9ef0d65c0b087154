import { traitsOf, type Trait } from './traits.ts'
import { BASE, WEIGHTS } from './weights.ts'

/** So much must speak for blame; at 0 it is as likely as not. */
const ENOUGH = 1

let read: ReadonlyMap<string, number> | null = null

/**
 * Where a sentence blames in words that no rule has, judged by what its words weighed in labelled sentences: from the first trait that clearly speaks for blame to the last.
 * Null where too little does.
 */
export function weighed(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  read ??= readWeights(WEIGHTS)
  const weights = read
  const traits = traitsOf(sentence, known)
  const weight = (trait: Trait): number => weights.get(trait.name) ?? 0
  if (traits.reduce((sum, trait) => sum + weight(trait), BASE) < ENOUGH) return null
  const strongest = traits
    .filter((trait) => trait.to > trait.at)
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, 4)
  return [Math.min(...strongest.map(({ at }) => at)), Math.max(...strongest.map(({ to }) => to))]
}

/** Lines of a weight and the traits that have it (`0.40: idiot on_him #motive`) → trait → weight. */
function readWeights(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const line of text.trim().split('\n')) {
    const [head = '', ...traits] = line.split(' ')
    for (const trait of traits) found.set(trait.replaceAll('_', ' '), Number.parseFloat(head))
  }
  return found
}
