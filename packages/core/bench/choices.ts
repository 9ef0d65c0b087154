/** A choice to learn from: what there was to choose from, by its traits, and which of it was right. */
export interface Choice {
  readonly options: readonly { readonly traits: readonly string[]; readonly right: boolean }[]
  /** How much it counts. */
  readonly counts: number
}

const ROUNDS = 150

/**
 * Weights of traits under which what was right is likeliest: logistic regression over choices (conditional logit) by steepest ascent with a step of its own for each trait.
 * `strength` is how much large weights are held back (λ of λ/2·|w|²); the same input gives the same weights.
 */
export function learnChoices(choices: readonly Choice[], strength: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const numberOf = (trait: string): number => {
    const number = numbers.get(trait) ?? numbers.size
    numbers.set(trait, number)
    return number
  }
  const rows = choices.map(({ options, counts }) => ({ counts, options: options.map(({ traits, right }) => ({ right, traits: traits.map(numberOf) })) }))
  const weights = new Float64Array(numbers.size)
  const pace = new Float64Array(numbers.size).fill(1e-6)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(numbers.size)
    for (const row of rows) addSlope(row, weights, slope)
    for (const [trait, weight] of weights.entries()) {
      const towards = (slope[trait] ?? 0) - strength * weight
      const known = (pace[trait] ?? 0) * 0.95 + towards * towards * 0.05
      pace[trait] = known
      weights[trait] = weight + (0.1 * (1 - round / ROUNDS) * towards) / (Math.sqrt(known) + 1e-3)
    }
  }
  return new Map([...numbers].map(([trait, number]) => [trait, weights[number] ?? 0]))
}

interface Row {
  readonly counts: number
  readonly options: readonly { readonly right: boolean; readonly traits: readonly number[] }[]
}

/** Adds in which direction the weights must go for what was right in a row to become likelier. */
function addSlope({ options, counts }: Row, weights: Float64Array, slope: Float64Array): void {
  const sums = options.map(({ traits }) => traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), 0))
  const most = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - most))
  let all = 0
  let right = 0
  for (const [index, one] of odds.entries()) {
    all += one
    if (options[index]?.right === true) right += one
  }
  if (right === 0) return
  for (const [index, one] of odds.entries()) {
    const option = options[index]
    const step = counts * ((option?.right === true ? one / right : 0) - one / all)
    for (const trait of option?.traits ?? []) slope[trait] = (slope[trait] ?? 0) + step
  }
}
