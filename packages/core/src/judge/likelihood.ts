import { readWeights } from '../read-weights.ts'

/** What was learned of one moment from labelled conversations: how much each trait of a candidate speaks for it, and how sure one must be. */
export interface MomentWeights {
  readonly weights: ReadonlyMap<string, number>
  /** What a rule found stays as long as it is at least so likely. */
  readonly keep: number
  /** What no rule found is said when it is at least so likely. */
  readonly say: number
}

/** The same as it is written down: lines of a weight and the traits that have it. */
export interface WrittenWeights extends Omit<MomentWeights, 'weights'> {
  readonly weights: string
}

/** The weights of a table in `moment-weights.ts`, read when they are first asked for. */
export function momentWeights({ keep, say, weights }: WrittenWeights): () => MomentWeights {
  let read: MomentWeights | null = null
  return () => (read ??= { keep, say, weights: readWeights(weights) })
}

/** How likely each of several candidates is to be the one that is looked for, by their traits; together they make 1. */
export function likelihoods(weights: ReadonlyMap<string, number>, candidates: readonly (readonly string[])[]): readonly number[] {
  const sums = candidates.map((traits) => traits.reduce((sum, trait) => sum + (weights.get(trait) ?? 0), 0))
  const most = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - most))
  const all = odds.reduce((sum, one) => sum + one, 0)
  return odds.map((one) => one / all)
}
