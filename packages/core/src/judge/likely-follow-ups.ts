import { readWeights } from '../read-weights.ts'
import { tasksIn, type Ends } from './follow-up-traits.ts'
import { BASE, ENOUGH, WEIGHTS } from './follow-up-weights.ts'
import type { PersonFinder } from './person-finder.ts'
import type { Entry } from './record.ts'

/** What was learned of things to do: how much each trait speaks for one, what speaks for it when nothing does, and how much must. */
export interface FollowUpWeights {
  readonly weights: ReadonlyMap<string, number>
  readonly base: number
  readonly enough: number
}

let read: FollowUpWeights | null = null

/** What `bench/learn-follow-ups.ts` learned, read when it is first asked for. */
export function learnedFollowUps(): FollowUpWeights {
  return (read ??= { weights: readWeights(WEIGHTS), base: BASE, enough: ENOUGH })
}

/** The messages that by their traits are likely to give somebody something to do, whether or not a known phrase says so. */
export function likelyFollowUps(
  entries: readonly Entry[],
  ends: Ends,
  { finder, learned }: { readonly finder: PersonFinder; readonly learned: FollowUpWeights },
): ReadonlySet<Entry> {
  const weightOf = (traits: readonly string[]): number => traits.reduce((sum, trait) => sum + (learned.weights.get(trait) ?? 0), learned.base)
  return new Set(tasksIn(entries, ends, finder).flatMap(({ entry, traits }) => (weightOf(traits) >= learned.enough ? [entry] : [])))
}
