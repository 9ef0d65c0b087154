import type { Configuration } from '../configuration.ts'
import type { Fact } from '../fact.ts'
import type { Reading } from '../source.ts'

/** One reading's word on something, with how far its name is from the term's own (see `TermMatch`; 0 where that does not matter). */
export interface Candidate<T> {
  readonly fact: Fact<T>
  readonly reading: Reading
  readonly distance: number
}

/**
 * Candidates with the most believed first: a person, then what is stated before what is inferred, then by the configuration's precedence for the
 * kind of fact, then the word that names the thing more closely. Between readings of one source the order of reading decides, except that a
 * later reading of the very same thing replaces the earlier one.
 */
export function rankCandidates<T>(candidates: readonly Candidate<T>[], kind: string, { precedence }: Configuration): Candidate<T>[] {
  const order = Object.hasOwn(precedence, kind) ? precedence[kind] : precedence['default']
  const rank = ({ fact, reading }: Candidate<T>): number => {
    if (isPersonal(fact, reading)) return 0
    const place = order?.indexOf(reading.source) ?? -1
    return (fact.basis === 'stated' ? 1 : 1_000_001) + (place < 0 ? 1_000_000 - 1 : place)
  }
  return newest(candidates).toSorted((a, b) => rank(a) - rank(b) || a.distance - b.distance)
}

/** Whether a person typed it, so that it beats every system and clashes with none. */
export function isPersonal<T>(fact: Fact<T>, reading: Reading): boolean {
  return fact.origin.source === 'person' || reading.source === 'person'
}

/** Without the candidates of things that a later reading tells of again: their state of today replaces that of yesterday. */
function newest<T>(candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const keyOf = ({ fact }: Candidate<T>): string => JSON.stringify([fact.origin.source, fact.origin.ref])
  const latest = new Map(candidates.map((candidate) => [keyOf(candidate), candidate.reading]))
  return latest.size === candidates.length ? candidates : candidates.filter((candidate) => latest.get(keyOf(candidate)) === candidate.reading)
}
