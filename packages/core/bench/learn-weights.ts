import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { traitsOf } from '../src/lint/traits.ts'
import { likeliest, wordsOf } from '../src/lint/words-of-people.ts'
import { missingTestData, testData } from '../../../tools/test-data.ts'
import { admittedTraits, type Sentence } from './admitted-traits.ts'
import { logistic, weightOf, type Example, type Learned } from './logistic.ts'

/**
 * Learns how much each trait of a sentence speaks for blame, from the labelled sentences, and writes `src/lint/weights.ts`: `node bench/learn-weights.ts` in packages/core.
 * How strongly weights are held back, and how much must speak for blame, are chosen by leaving out one set after another: no sentence of a set helps to judge another of it.
 * Sentences of real post-mortems count as none, each for less; no trait is learned from them alone.
 */
const SETS: readonly (readonly [set: string, files: readonly string[]])[] = [
  ['ours', ['tune', 'hold-out', 'fresh']],
  ['varied', ['varied-tune', 'varied-hold-out']],
  ...['adapted-1', 'adapted-2', 'adapted-3', 'adapted-4', 'constructions'].map((name) => [name, [name]] as const),
  ...['a', 'b', 'c', 'd', 'e', 'g', 't1', 't2'].map((name) => [name, [`registers-${name}`]] as const),
]
/** The sets by independent writers, which are left out one by one, each with an eighth of the documents. */
const JUDGED = ['a', 'b', 'c', 'd', 'e', 'g', 't1', 't2']
const STRENGTHS = [3, 6, 12]
const PRECISION = 0.92
const NOBODY: ReadonlySet<string> = new Set()
const DOCUMENT = 1
/** How much a wrong finding in a real document, of which there are many more sentences than of ours, counts against the precision. */
const REAL = 0.4
const LEAST = 0.05
const NOTHING = 0.1

const ours = SETS.flatMap(([set, files]) => files.flatMap((name) => sentencesOf(set, name)))
const theirs = documents()
const judged = STRENGTHS.map((strength) => crossValidated(strength))
const most = Math.max(...judged.map(({ found }) => found))
/** Of those that find about as much, the one that learns least by heart. */
const best = judged.findLast(({ found }) => found >= 0.98 * most) ?? crossValidated(STRENGTHS.at(-1) ?? 1)
console.log(`strength ${best.strength}, threshold ${best.threshold.toFixed(2)}`)
for (const line of best.lines) console.log(line)
const final = learned(ours, theirs, best.strength)
const text = written(final, best.threshold)
writeFileSync(join(import.meta.dirname, '../src/lint/weights.ts'), text)
console.log(`${ours.length} sentences of ours, ${theirs.length} of documents, ${text.length} characters`)

function sentencesOf(set: string, name: string): Sentence[] {
  const path = join(import.meta.dirname, 'lint-labels', `${name}.txt`)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^[+-] /.test(line))
    .map((line) => ({ set, blames: line.startsWith('+') ? 1 : 0, text: line.slice(2), traits: traitsIn(line.slice(2)) }))
}

function traitsIn(sentence: string): string[] {
  return traitsOf(sentence, NOBODY).map(({ name }) => name)
}

function documents(): Sentence[] {
  const root = testData('postmortems')
  if (root === null) console.log(`Real documents: skipped, ${String(missingTestData('postmortems'))}`)
  const texts = root === null ? [] : filesIn(root).filter((path) => /\.(?:md|qmd|erb)$/.test(path))
  return texts.flatMap((path, index) =>
    readFileSync(path, 'utf8')
      .split(/\n\s*\n|(?<=[.!?])\s|\n[-*|]/)
      .map((sentence) => sentence.replaceAll(/\s+/g, ' '))
      .filter((sentence) => sentence.length > 20 && sentence.length < 400 && likeliest(wordsOf(sentence), NOBODY) >= 2)
      .map((text) => ({ set: JUDGED[index % JUDGED.length] ?? '', blames: 0, text, traits: traitsIn(text) })),
  )
}

function learned(from: readonly Sentence[], none: readonly Sentence[], strength: number): Learned {
  const admitted = admittedTraits(from)
  const example = (counts: number, { blames, traits }: Sentence): Example => ({ blames, counts, traits: traits.filter((trait) => admitted.has(trait)) })
  return logistic([...from.map((one) => example(1, one)), ...none.map((one) => example(DOCUMENT, one))], strength)
}

/** Each judged set by what is learned from all others, and the lowest threshold that keeps the precision over all of them. */
function crossValidated(strength: number): { strength: number; threshold: number; found: number; lines: string[] } {
  const others = (all: readonly Sentence[], set: string): Sentence[] => all.filter((one) => one.set !== set)
  const scored = JUDGED.flatMap((set) => {
    const model = learned(others(ours, set), others(theirs, set), strength)
    const weigh = (all: readonly Sentence[], real: boolean) =>
      all.filter((one) => one.set === set).map((one) => ({ ...one, real, weight: weightOf(model, one.traits) }))
    return [...weigh(ours, false), ...weigh(theirs, true)]
  }).sort((one, other) => other.weight - one.weight)
  let right = 0
  let all = 0
  let found = 0
  let threshold = Infinity
  for (const { blames, weight, real } of scored) {
    right += blames
    all += real ? REAL : 1
    if (right / all < PRECISION || all < 50) continue
    found = right
    threshold = weight
  }
  const lines = JUDGED.map((set) => {
    const own = scored.filter((one) => one.set === set && !one.real)
    const hits = own.filter(({ weight }) => weight >= threshold)
    const hit = hits.filter(({ blames }) => blames === 1).length
    const wanted = own.filter(({ blames }) => blames === 1).length
    return `    ${set} held out, weights alone: precision ${hit}/${hits.length} = ${(hit / hits.length).toFixed(2)}, recall ${hit}/${wanted} = ${(hit / wanted).toFixed(2)}`
  })
  const real = scored.filter((one) => one.real && one.weight >= threshold)
  if (process.env['LINES'] === '1') for (const { text } of real) console.log(`    document: ${text}`)
  console.log(`strength ${strength}: ${real.length} sentences of documents, threshold ${threshold.toFixed(2)}, ${found} found at precision ${PRECISION}`)
  return { strength, threshold, found, lines }
}

function written({ weights, base }: Learned, threshold: number): string {
  const rows = new Map<number, string[]>()
  for (const [trait, weight] of weights) {
    const rounded = Math.round(weight / LEAST)
    if (Math.abs(weight) >= NOTHING && !/[`$\\]/.test(trait)) rows.set(rounded, [...(rows.get(rounded) ?? []), trait.replaceAll(' ', '_')])
  }
  const lines = [...rows].sort(([one], [other]) => other - one).flatMap(([rounded, traits]) => wrapped(`${(rounded * LEAST).toFixed(2)}:`, traits.sort()))
  return `/** What speaks for blame when nothing does. */
export const BASE = ${base.toFixed(2)}

/** So much must speak for blame; at 0 it is as likely as not. */
export const ENOUGH = ${threshold.toFixed(2)}

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
