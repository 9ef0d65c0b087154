import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_CONFIGURATION, type Instant } from '../src/index.ts'
import { withoutAsides } from '../src/judge/asides.ts'
import { inferMoments } from '../src/judge/infer-moments.ts'
import type { MomentWeights } from '../src/judge/likelihood.ts'
import { optionsOf } from '../src/judge/moment-options.ts'
import { readRecord, type Entry } from '../src/judge/record.ts'
import type { Opinions } from '../src/judge/second-opinion.ts'
import { learnChoices, type Choice } from './choices.ts'
import { isSameTime, labelledConversations, type Labelled } from './labelled.ts'
import { localTime } from './made-record.ts'
import { weightLines } from './weight-lines.ts'

/**
 * Learns how much each trait of a message speaks for its being the moment that is looked for, from the labelled conversations in `tune` and `hold-out`, and writes
 * `src/judge/moment-weights.ts`: `node bench/learn-moments.ts` in packages/core. Everything that is chosen, and everything that is printed, is judged by cross-validation: a conversation is
 * judged by what was learned from others. Those of `fresh` are not read.
 */
const FACTS = [
  { id: 'identified', table: 'CAUSE', what: 'the cause was found' },
  { id: 'fixed', table: 'FIX', what: 'it worked again' },
  { id: 'impact-started', table: 'START', what: 'the impact started' },
] as const
type Id = (typeof FACTS)[number]['id']
/** The rules know the phrases of `tune` by heart, so that they seem to tell more there than they do elsewhere: it counts for less. */
const COUNTS: Readonly<Record<string, number>> = { tune: 1, 'hold-out': 3 }
const STRENGTH = 3
const FOLDS = 12
/** A wrong fact is believed; a missing one is seen to be missing. */
const WRONG = 2
const KEEP = [0, 0.02, 0.05, 0.1, 0.15]
const SAY = [0.9, 0.8, 0.7, 0.6, 0.5]
const NONE: Opinions = new Map()

interface Case {
  readonly set: string
  readonly conversation: Labelled
  readonly entries: readonly Entry[]
  readonly choices: ReadonlyMap<Id, Choice>
}

const cases = Object.keys(COUNTS).flatMap((set) => labelledConversations(set).map((conversation) => caseOf(set, conversation)))
const folds = Array.from({ length: FOLDS }, (_, fold) => new Map(FACTS.map(({ id }) => [id, learned(id, (index) => index % FOLDS !== fold)])))
const limits = new Map<Id, Pick<MomentWeights, 'keep' | 'say'>>()
for (const { id } of FACTS) limits.set(id, bestLimits(id))
for (const { id } of FACTS)
  for (const set of Object.keys(COUNTS)) {
    const { keep, say } = limits.get(id) ?? { keep: 0, say: 1 }
    console.log(
      `${id} in ${set}: rules alone ${text(judged(id, set, () => NONE))}; with the weights of others, keep ${keep}, say ${say}: ${text(judged(id, set, withLimits))}`,
    )
  }
const tables = FACTS.map(({ id, table, what }) => written(table, what, { ...(limits.get(id) ?? { keep: 0, say: 1 }), weights: learned(id, () => true) }))
writeFileSync(
  join(import.meta.dirname, '../src/judge/moment-weights.ts'),
  `import type { WrittenWeights } from './likelihood.ts'

// Written by \`bench/learn-moments.ts\`, never by hand: a weight, then the traits that have it.

${tables.join('\n')}`,
)

function caseOf(set: string, conversation: Labelled): Case {
  const entries = withoutAsides(readRecord(conversation.incident))
  const reported = moments({ conversation, entries }, NONE).get('reported')
  const known = new Map<string, Instant>(reported === undefined ? [] : [['reported', reported]])
  const choices = new Map<Id, Choice>()
  for (const { id } of FACTS) {
    const found = optionsOf(id, entries, known, conversation.zone)
    if (found === null) continue
    const expected = conversation.expected.get(id)
    const right = (at: Instant): boolean => isOneOf(expected ?? conversation.optional.get(id), localTime(at, conversation.zone))
    const options = found.options.map(({ at, traits }) => ({ traits, right: right(at) }))
    // A moment that no message tells of is not there to be chosen.
    options.push({ traits: found.none, right: expected === undefined || !options.some((option) => option.right) })
    choices.set(id, { options, counts: COUNTS[set] ?? 1 })
  }
  return { set, conversation, entries, choices }
}

function isOneOf(expected: string | undefined, actual: string): boolean {
  return expected !== undefined && expected.split('|').some((one) => isSameTime(one, actual))
}

function learned(id: Id, isFrom: (index: number) => boolean): ReadonlyMap<string, number> {
  return learnChoices(
    cases.filter((_, index) => isFrom(index)).flatMap(({ choices }) => choices.get(id) ?? []),
    STRENGTH,
  )
}

function moments({ conversation, entries }: Pick<Case, 'conversation' | 'entries'>, opinions: Opinions): Map<string, Instant> {
  const found = inferMoments({ incident: conversation.incident, configuration: DEFAULT_CONFIGURATION, entries, problems: [] }, opinions)
  return new Map(Object.entries(found).map(([id, { value }]) => [id, value]))
}

/** What was learned from other conversations, with the limits that are chosen so far. */
function withLimits(index: number): Opinions {
  const fold = folds[index % FOLDS]
  return new Map(
    [...limits].map(([id, { keep, say }]) => {
      const opinion: MomentWeights = { keep, say, weights: fold?.get(id) ?? new Map<string, number>() }
      return [id, () => opinion]
    }),
  )
}

interface Sum {
  right: number
  wrong: number
  extra: number
  missing: number
}

function judged(id: Id, set: string, opinions: (index: number) => Opinions): Sum {
  const sum: Sum = { right: 0, wrong: 0, extra: 0, missing: 0 }
  for (const [index, one] of cases.entries()) {
    if (one.set !== set) continue
    const { expected, optional, zone } = one.conversation
    const at = moments(one, opinions(index)).get(id)
    const actual = at === undefined ? null : localTime(at, zone)
    if (!expected.has(id)) sum.extra += actual === null || isOneOf(optional.get(id), actual) ? 0 : 1
    else if (actual === null) sum.missing++
    else if (isOneOf(expected.get(id), actual)) sum.right++
    else sum.wrong++
  }
  return sum
}

/** The limits with which most is right and least wrong; of equal ones the most careful. */
function bestLimits(id: Id): Pick<MomentWeights, 'keep' | 'say'> {
  let best = { keep: 0, say: 1, worth: -Infinity }
  for (const say of SAY)
    for (const keep of KEEP) {
      limits.set(id, { keep, say })
      const worth = Object.entries(COUNTS).reduce((all, [set, counts]) => {
        const { right, wrong, extra } = judged(id, set, withLimits)
        return all + counts * (right - WRONG * (wrong + extra))
      }, 0)
      if (worth > best.worth) best = { keep, say, worth }
    }
  return { keep: best.keep, say: best.say }
}

function text({ right, wrong, extra, missing }: Sum): string {
  return `${right} right, ${wrong} wrong, ${extra} extra, ${missing} missing`
}

function written(name: string, what: string, { keep, say, weights }: MomentWeights): string {
  return `/** When ${what}. */
export const ${name}: WrittenWeights = {
  keep: ${keep},
  say: ${say},
  weights: \`
${weightLines(weights, { least: 0.05, nothing: 0.05 }).join('\n')}
\`,
}
`
}
