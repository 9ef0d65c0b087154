import { readWeights } from '../read-weights.ts'
import type { Sentence } from './sentences.ts'
import { traitsOf, type Trait } from './traits.ts'
import { BASE, WEIGHTS } from './weights.ts'

let read: ReadonlyMap<string, number> | null = null

/** How much a sentence speaks for blame by what its words weighed in labelled sentences, and where its clause stands that does so most: offsets into it. */
export interface Weighed {
  readonly weight: number
  readonly heaviest: () => readonly [number, number]
}

/** Weighs all traits of a sentence. `known`: names of people, in lower case. */
export function weigh(sentence: Pick<Sentence, 'text' | 'asked'>, known: ReadonlySet<string>): Weighed {
  read ??= readWeights(WEIGHTS)
  const weights = read
  const traits = traitsOf(sentence, known)
  const weightOf = ({ name }: Trait): number => weights.get(name) ?? 0
  const heaviest = (): readonly [number, number] => {
    const clauses = clausesOf(sentence.text).map(([from, to]) => ({
      span: [from, to] as const,
      weight: traits.reduce((sum, trait) => (trait.at >= from && trait.to <= to && trait.to > trait.at ? sum + weightOf(trait) : sum), 0),
    }))
    return clauses.reduce((one, other) => (other.weight > one.weight ? other : one)).span
  }
  return { weight: traits.reduce((sum, trait) => sum + weightOf(trait), BASE), heaviest }
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
