import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { traitsOf } from '../src/lint/traits.ts'
import { likeliest, wordsOf } from '../src/lint/words-of-people.ts'
import { missingTestData, testData } from '../../../tools/test-data.ts'

/**
 * Learns how much each trait of a sentence speaks for blame, from the labelled sentences, by logistic regression, and writes `src/lint/weights.ts`. Sentences of real
 * post-mortems count as none, each for less; only traits that sentences of ours have are learned. `node bench/learn-weights.ts` in packages/core; the same input gives the same weights.
 */
const SETS = [
  'tune',
  'hold-out',
  'varied-tune',
  'varied-hold-out',
  'fresh',
  'adapted-1',
  'adapted-2',
  'adapted-3',
  'adapted-4',
  'registers-a',
  'registers-b',
  'registers-c',
  'registers-d',
  'registers-e',
  'constructions',
]
const NOBODY: ReadonlySet<string> = new Set()
const ROUNDS = 25
const SHRINK = 0.03
const DOCUMENT = 0.5
const LEAST = 0.05
/** How many of our sentences must have a word, and two words. */
const ALONE = 2
const PAIRED = 3

interface Example {
  readonly blames: number
  readonly counts: number
  readonly traits: readonly string[]
}

const ours = SETS.flatMap((name) => readFileSync(join(import.meta.dirname, 'lint-labels', `${name}.txt`), 'utf8').split('\n'))
  .filter((line) => /^[+-] /.test(line))
  .map((line): Example => ({ blames: line.startsWith('+') ? 1 : 0, counts: 1, traits: traitsIn(line.slice(2)) }))
const times = new Map<string, number>()
for (const { traits } of ours) for (const trait of traits) times.set(trait, (times.get(trait) ?? 0) + 1)
const examples = [...ours, ...documents()].map((one) => ({
  ...one,
  traits: one.traits.filter((trait) => (times.get(trait) ?? 0) >= (trait.includes(' ') ? PAIRED : ALONE)),
}))
const { weights, base } = learned(examples)
writeFileSync(join(import.meta.dirname, '../src/lint/weights.ts'), written(weights, base))
console.log(`${examples.length} sentences, ${weights.size} traits, base ${base.toFixed(2)}`)

function traitsIn(sentence: string): string[] {
  return traitsOf(sentence, NOBODY).map(({ name }) => name)
}

function documents(): Example[] {
  const root = testData('postmortems')
  if (root === null) console.log(`Real documents: skipped, ${String(missingTestData('postmortems'))}`)
  const texts = root === null ? [] : filesIn(root).filter((path) => /\.(?:md|qmd|erb)$/.test(path))
  return texts
    .flatMap((path) => readFileSync(path, 'utf8').split(/\n\s*\n|(?<=[.!?])\s|\n[-*|]/))
    .map((sentence) => sentence.replaceAll(/\s+/g, ' '))
    .filter((sentence) => sentence.length > 20 && sentence.length < 400 && likeliest(wordsOf(sentence), NOBODY) >= 2)
    .map((sentence) => ({ blames: 0, counts: DOCUMENT, traits: traitsIn(sentence) }))
}

function learned(all: readonly Example[]): { weights: Map<string, number>; base: number } {
  const found = new Map<string, number>()
  const order = [...all]
  const chance = randomFrom(1)
  let base = 0
  let rate = 0.1
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1))
      ;[order[at], order[other]] = [order[other] as Example, order[at] as Example]
    }
    for (const { blames, counts, traits } of order) {
      const sum = traits.reduce((total, trait) => total + (found.get(trait) ?? 0), base)
      const step = rate * counts * (blames - 1 / (1 + Math.exp(-sum)))
      base += step
      for (const trait of traits) found.set(trait, (found.get(trait) ?? 0) * (1 - rate * SHRINK) + step)
    }
    rate *= 0.92
  }
  return { weights: found, base }
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

function written(found: ReadonlyMap<string, number>, base: number): string {
  const rows = new Map<number, string[]>()
  for (const [trait, weight] of found) {
    const rounded = Math.round(weight / LEAST)
    if (rounded !== 0 && !/[`$\\]/.test(trait)) rows.set(rounded, [...(rows.get(rounded) ?? []), trait.replaceAll(' ', '_')])
  }
  const lines = [...rows].sort(([one], [other]) => other - one).flatMap(([rounded, traits]) => wrapped(`${(rounded * LEAST).toFixed(2)}:`, traits.sort()))
  return `/** What speaks for blame when nothing does. */
export const BASE = ${base.toFixed(2)}

/** How much each trait of a sentence speaks for blame, or against it: a weight, then the traits that have it. Written by \`bench/learn-weights.ts\`, never by hand. */
export const WEIGHTS = \`
${lines.join('\n')}
\`
`
}

function wrapped(head: string, traits: readonly string[]): string[] {
  const lines: string[] = [head]
  for (const trait of traits) {
    if ((lines.at(-1) ?? '').length + trait.length > 156) lines.push(head)
    lines.push(`${lines.pop() ?? ''} ${trait}`)
  }
  return lines
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesIn(join(path, name)) : [join(path, name)]))
}
