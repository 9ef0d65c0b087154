import { millisOf, type Instant } from '../instant.ts'
import type { Moment, Moments } from './infer-moments.ts'
import { likelihoods, momentWeights, type MomentWeights } from './likelihood.ts'
import { optionsOf, type MomentOption } from './moment-options.ts'
import { CAUSE, FIX, START } from './moment-weights.ts'
import type { Entry } from './record.ts'

/** What was learned, by timestamp id. */
export type Opinions = ReadonlyMap<string, () => MomentWeights>

/** What `bench/learn-moments.ts` learned. */
export const LEARNED: Opinions = new Map([
  ['identified', momentWeights(CAUSE)],
  ['fixed', momentWeights(FIX)],
  ['impact-started', momentWeights(START)],
])

/** A timestamp, and the record that it is read from. */
export interface Question {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly known: Moments
  readonly zone: string
}

/**
 * A moment that the rules found, looked at once more: everything that may be it is weighed against each other by where it stands and what people made of it, not by phrases. What the
 * rules found stays unless that makes it next to impossible; where they found nothing, what is likely enough is taken. Null when neither is so. What rests on no person's words stays.
 */
export function secondOpinion(moment: Moment | null, question: Question, opinions: Opinions = LEARNED): Moment | null {
  const { id, entries, known, zone } = question
  const opinion = opinions.get(id)?.()
  if (opinion === undefined || (moment !== null && (opinion.keep === 0 || !restsOnWords(moment)))) return moment
  const answers = optionsOf(id, entries, known, zone)
  if (answers === null) return moment
  const { options, none } = answers
  const chances = likelihoods(opinion.weights, [...options.map(({ traits }) => traits), none])
  /** Messages of the same minutes tell of one moment. */
  const chanceOf = (at: Instant): number =>
    options.reduce((sum, option, index) => (Math.abs(millisOf(option.at) - millisOf(at)) <= SAME ? sum + (chances[index] ?? 0) : sum), 0)
  let best: { readonly option: MomentOption; readonly chance: number } | null = null
  for (const [index, option] of options.entries()) {
    const chance = chances[index] ?? 0
    if (isPossible(id, option.at, known) && (best === null || chance > best.chance)) best = { option, chance }
  }
  const likely = best !== null && chanceOf(best.option.at) >= opinion.say ? best.option : null
  if (moment !== null && Math.max(...moment.events.map((event) => chanceOf(event.at))) >= (likely === null ? opinion.keep : opinion.say)) return moment
  return likely === null ? null : { at: likely.at, rule: RULES.get(id) ?? 'likeliest', events: likely.events }
}

/** Not before it was reported and, for the cause, not after the fix; the impact starts before all else. */
function isPossible(id: string, at: Instant, known: Moments): boolean {
  if (id === 'impact-started') return [...known.values()].every((other) => at <= other)
  const from = known.get('reported')
  const to = id === 'identified' ? (known.get('fixed') ?? known.get('closed')) : undefined
  return (from === undefined || at >= from) && (to === undefined || at <= to)
}

function restsOnWords({ events }: Moment): boolean {
  return events.some(({ what, actor }) => what.kind === 'message' && !what.bot && actor !== null)
}

const SAME = 2 * 60_000
const RULES: ReadonlyMap<string, string> = new Map([
  ['identified', 'likeliest-cause'],
  ['fixed', 'likeliest-fix'],
  ['impact-started', 'likeliest-start'],
])
