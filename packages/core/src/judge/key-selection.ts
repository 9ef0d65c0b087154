import { millisOf } from '../instant.ts'
import { overlap } from './content-words.ts'
import type { Candidate } from './key-said.ts'
import { SUBSTANTIVE } from './key-substance.ts'
import type { Entry } from './record.ts'

/** What the choice among messages has to respect. */
export interface Room {
  readonly entries: readonly Entry[]
  /** How many messages say anything at all. */
  readonly telling: number
  /** Events that are in already, by index. */
  readonly taken: ReadonlyMap<number, string>
  /** Typed events whose rule a team weighed down, so that they compete. */
  readonly compete: ReadonlyMap<number, string>
  readonly weights: ReadonlyMap<string, number>
}

/**
 * Takes the best candidates that there is room for: strongest first, merely substantive ones last, one of several that say the same thing, fewer where much is
 * taken already at that moment. Gives index and rule.
 */
export function selectCandidates(candidates: readonly Candidate[], room: Room): [number, string][] {
  const typed = [...room.compete].flatMap(([index, rule]) => typedCandidate(room, index, rule))
  const ranked = [...typed, ...candidates]
    .filter(({ entry, score }) => score >= LEAST_SCORE && !room.taken.has(entry.index))
    .toSorted((a, b) => Number(a.rule === SUBSTANTIVE) - Number(b.rule === SUBSTANTIVE) || b.score - a.score || a.entry.index - b.entry.index)
  const byIndex = new Map(candidates.toReversed().map((candidate) => [candidate.entry.index, candidate]))
  const chosen: Candidate[] = [...room.taken.keys()].flatMap((index) => byIndex.get(index) ?? [])
  const places = quota(room.telling) - chosen.length
  const result: [number, string][] = []
  for (const candidate of ranked) {
    if (result.length >= places) break
    if (crowded(candidate, chosen) < LEAST_SCORE) continue
    chosen.push(candidate)
    result.push([candidate.entry.index, candidate.rule])
  }
  return result
}

/** How many messages an incident's document can carry: about 17 of 20, 29 of 100, 43 of 300, 60 of thousands. */
export function quota(telling: number): number {
  return Math.min(60, Math.round(5 + 3.3 * telling ** 0.43))
}

/** A candidate's score beside those that are chosen: 0 where one of them says the same, less where several stand close by. */
function crowded(candidate: Candidate, chosen: readonly Candidate[]): number {
  let { score } = candidate
  for (const other of chosen) {
    const distance = Math.abs(other.millis - candidate.millis)
    if (distance > 10 * 60_000) continue
    const shared = overlap(candidate.words, other.words)
    if (shared >= 0.75 && candidate.words.size >= 3) return 0
    const samePerson = candidate.entry.event.actor === other.entry.event.actor
    if (distance <= 2 * 60_000) {
      if (samePerson && (candidate.rule === other.rule || shared >= 0.5)) score -= 0.35
      else score -= 0.06
    }
  }
  return score
}

function typedCandidate(room: Room, index: number, rule: string): Candidate[] {
  const entry = room.entries[index]
  if (entry === undefined) return []
  return [{ entry, rule, score: room.weights.get(rule) ?? 0, millis: millisOf(entry.event.at), words: new Set() }]
}

const LEAST_SCORE = 0.55
