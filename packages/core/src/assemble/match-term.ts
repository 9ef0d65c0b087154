import type { Term } from '../configuration.ts'
import { sameName } from '../judge/same-name.ts'

/** A term of the team's that somebody's word means. */
export interface TermMatch<T extends Term> {
  readonly term: T
  /** How closely: 0 for the id or name, then 1 for the first alias, 2 for the second … A word that is close beats one that is far. */
  readonly distance: number
}

/** The term that a word means, by id, name or alias, compared without case, spaces, dashes, underscores and full stops; null for a word that means none. */
export function matchTerm<T extends Term>(terms: readonly T[], word: string): TermMatch<T> | null {
  const exact = terms.find(({ id, name }) => sameName(id, word) || sameName(name, word))
  if (exact !== undefined) return { term: exact, distance: 0 }
  let best: TermMatch<T> | null = null
  for (const term of terms) {
    const index = term.aliases.findIndex((alias) => sameName(alias, word))
    if (index >= 0 && (best === null || index + 1 < best.distance)) best = { term, distance: index + 1 }
  }
  return best
}
