import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingTestData, testData } from '../../../tools/test-data.ts'
import { admittedTraits } from './admitted-traits.ts'
import { linesOf, sentencesOfDocuments, type Labelled } from './blame-examples.ts'
import { logistic, weightOf, type Example, type Learned } from './logistic.ts'
import { weightLines } from './weight-lines.ts'

/**
 * Learns how much each trait of a sentence speaks for blame, from the labelled sentences, and writes `src/lint/weights.ts`: `node bench/learn-weights.ts` in
 * packages/core. How strongly weights are held back, and how much must speak for blame, are chosen by leaving out one writer after another: no sentence of a
 * writer helps to judge another of hers. Sentences of real post-mortems are learned from as well; no trait is learned from them alone.
 */
const SETS: readonly (readonly [set: string, files: readonly string[]])[] = [
  ['ours', ['tune', 'hold-out', 'fresh']],
  ['varied', ['varied-tune', 'varied-hold-out']],
  ...['adapted-1', 'adapted-2', 'adapted-3', 'adapted-4', 'constructions', 'constructions-2'].map((name) => [name, [name]] as const),
  ['abcd', ['a', 'b', 'c', 'd'].map((name) => `registers-${name}`)],
  ...['e', 'g', 'h', 't1', 't2', 'w1', 'w2', 'w3'].map((name) => [name, [`registers-${name}`]] as const),
]
/** The sets by independent writers, which are left out one by one, each with a share of the documents. */
const JUDGED = ['abcd', 'e', 'g', 'h', 't1', 't2', 'w1', 'w2', 'w3']
/** The sets that the rules were not made with, so that what rules find of them is no memory. They choose the threshold. */
const NEW_TO_RULES = ['h', 'w1', 'w2', 'w3']
const STRENGTHS = [2, 3]
const PRECISION = 0.945
/** A sentence of a real document counts as much as so many of ours. */
const DOCUMENT = 3
/** So much more must speak for blame in a long document: it has many sentences that each could be taken for blame wrongly, and next to none that blames. */
const CAUTION = 1.2
const LEAST = 0.05
const NOTHING = 0.1

const ours = SETS.flatMap(([set, files]) => files.flatMap((name) => linesOf(set, name)))
const theirs = documents()
const judged = STRENGTHS.map((strength) => crossValidated(strength))
const most = Math.max(...judged.map(({ found }) => found))
/** Of those that find about as much, the one that learns least by heart. */
const best = judged.findLast(({ found }) => found >= 0.98 * most) ?? crossValidated(STRENGTHS.at(-1) ?? 1)
console.log(`strength ${best.strength}, threshold ${best.threshold.toFixed(2)}`)
const text = written(learned(ours, theirs, best.strength), best.threshold)
writeFileSync(join(import.meta.dirname, '../src/lint/weights.ts'), text)
console.log(`${ours.length} sentences of ours, ${theirs.length} of documents, ${text.length} characters`)

function documents(): Labelled[] {
  const root = testData('postmortems')
  if (root !== null) return sentencesOfDocuments(root, JUDGED)
  console.log(`Real documents: skipped, ${String(missingTestData('postmortems'))}`)
  return []
}

function learned(from: readonly Labelled[], none: readonly Labelled[], strength: number): Learned {
  const admitted = admittedTraits(from)
  const example = (counts: number, { blames, traits }: Labelled): Example => ({ is: blames, counts, traits: traits.filter((trait) => admitted.has(trait)) })
  return logistic([...from.map((one) => example(1, one)), ...none.map((one) => example(DOCUMENT, one))], strength)
}

interface Scored extends Labelled {
  readonly real: boolean
  /** By its words alone. */
  readonly weight: number
  /** With its rules, which need no weight. */
  readonly whole: number
}

/** Each judged set by what is learned from all others, and the lowest threshold that keeps the precision of rules and weights where both are new. */
function crossValidated(strength: number): { strength: number; threshold: number; found: number } {
  const others = (all: readonly Labelled[], set: string): Labelled[] => all.filter((one) => one.set !== set)
  const scored = JUDGED.flatMap((set): Scored[] => {
    const model = learned(others(ours, set), others(theirs, set), strength)
    return [...ours.map((one) => score(model, one, false)), ...theirs.map((one) => score(model, one, true))].filter((one) => one.set === set)
  })
  const threshold = lowest(scored.filter(({ set, real }) => !real && NEW_TO_RULES.includes(set)))
  const own = (sets: readonly string[]): Scored[] => scored.filter(({ set, real }) => !real && sets.includes(set))
  const wrong = scored.filter(({ real, blames, weight }) => real && blames === 0 && weight >= threshold + CAUTION)
  console.log(`strength ${strength}, threshold ${threshold.toFixed(2)}: ${wrong.length} sentences of documents`)
  for (const sets of [...JUDGED.map((set) => [set]), NEW_TO_RULES]) {
    const wanted = own(sets).filter(({ blames }) => blames === 1).length
    const figures = (by: 'weight' | 'whole'): string => {
      const hits = own(sets).filter((one) => one[by] >= threshold)
      const right = hits.filter(({ blames }) => blames === 1).length
      return `precision ${right}/${hits.length} = ${(right / hits.length).toFixed(2)}, recall ${right}/${wanted} = ${(right / wanted).toFixed(2)}`
    }
    console.log(`    ${sets.join('+')} held out: weights alone ${figures('weight')}; with rules ${figures('whole')}`)
  }
  if (process.env['LINES'] === '1') for (const { text, weight } of wrong) console.log(`    document: ${weight.toFixed(2)} ${text}`)
  return { strength, threshold, found: own(NEW_TO_RULES).filter(({ whole, blames }) => blames === 1 && whole >= threshold).length }
}

function score(model: Learned, one: Labelled, real: boolean): Scored {
  const weight = Math.max(-Infinity, ...one.pieces.filter(({ weighable }) => weighable).map(({ traits }) => weightOf(model, traits)))
  return {
    ...one,
    real,
    weight,
    whole: one.pieces.some(({ ruled }) => ruled) ? Infinity : weight,
  }
}

function lowest(scored: readonly Scored[]): number {
  let right = 0
  let all = 0
  let threshold = Infinity
  for (const { blames, whole } of scored.toSorted((one, other) => other.whole - one.whole)) {
    right += blames
    all++
    if (right / all >= PRECISION && all >= 50) threshold = whole
  }
  return threshold
}

function written({ weights, base }: Learned, threshold: number): string {
  const lines = weightLines(weights, { least: LEAST, nothing: NOTHING })
  return `/** What speaks for blame when nothing does. */
export const BASE = ${base.toFixed(2)}

/** So much must speak for blame; at 0 it is as likely as not. */
export const ENOUGH = ${threshold.toFixed(2)}

/** So much more in a long document. */
export const CAUTION = ${CAUTION}

/** How much each trait of a sentence speaks for blame, or against it: a weight, then the traits that have it. Written by \`bench/learn-weights.ts\`, never by hand. */
export const WEIGHTS = \`
${lines.join('\n')}
\`
`
}
