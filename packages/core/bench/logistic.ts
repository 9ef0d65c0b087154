/** Something to learn from: whether it is what is looked for (1 or 0), how much it counts, and its traits. */
export interface Example {
  readonly is: number
  readonly counts: number
  readonly traits: readonly string[]
}

/** What is learned: how much each trait speaks for it, and what speaks for it when nothing does. */
export interface Learned {
  readonly weights: ReadonlyMap<string, number>
  readonly base: number
}

const ROUNDS = 30

/** Logistic regression by stochastic descent. `strength` is how much large weights are held back (λ of λ/2·|w|²); the same input gives the same weights. */
export function logistic(examples: readonly Example[], strength: number): Learned {
  const numbers = new Map<string, number>()
  for (const { traits } of examples) for (const trait of traits) if (!numbers.has(trait)) numbers.set(trait, numbers.size)
  const rows = examples.map(({ is, counts, traits }) => ({ is, counts, traits: traits.map((trait) => numbers.get(trait) ?? 0) }))
  const weights = new Float64Array(numbers.size)
  const chance = randomFrom(1)
  let scale = 1
  let base = -1
  let rate = 0.03
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(rows, chance)
    for (const { is, counts, traits } of rows) {
      let sum = base
      for (const trait of traits) sum += scale * (weights[trait] ?? 0)
      const step = rate * counts * (is - 1 / (1 + Math.exp(-sum)))
      scale *= 1 - (rate * strength) / rows.length
      base += step
      for (const trait of traits) weights[trait] = (weights[trait] ?? 0) + step / scale
    }
    rate *= 0.9
  }
  return { weights: new Map([...numbers].map(([trait, number]) => [trait, scale * (weights[number] ?? 0)])), base }
}

/** What traits weigh together. */
export function weightOf({ weights, base }: Learned, traits: readonly string[]): number {
  return traits.reduce((sum, trait) => sum + (weights.get(trait) ?? 0), base)
}

function shuffle(rows: unknown[], chance: () => number): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    ;[rows[at], rows[other]] = [rows[other], rows[at]]
  }
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
