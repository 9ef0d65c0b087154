import type { TimelineEvent } from '../event.ts'
import type { Instant } from '../instant.ts'
import type { Moments } from './infer-moments.ts'
import type { Entry } from './record.ts'
import { startCandidates, traitsOfNoStart } from './start-traits.ts'
import { candidatesIn, traitsOfNone } from './talk-traits.ts'

/** One answer to the question when something happened. */
export interface MomentOption {
  readonly at: Instant
  readonly traits: readonly string[]
  /** What it rests on, the telling event first. */
  readonly events: readonly TimelineEvent[]
}

/** All answers to a question, and what speaks for there being none. */
export interface MomentOptions {
  readonly options: readonly MomentOption[]
  readonly none: readonly string[]
}

/** What may be a moment of the record; null where the talk is much shorter or longer than those that were learned from. */
export function optionsOf(id: string, entries: readonly Entry[], known: Moments, zone: string): MomentOptions | null {
  const said = entries.reduce((sum, { voice }) => (voice === 'person' ? sum + 1 : sum), 0)
  if (!isLearnedLength(said)) return null
  if (id === 'impact-started') {
    const reported = known.get('reported')
    if (reported === undefined) return null
    const found = startCandidates(entries, reported, zone)
    return { options: found.map(({ at, traits, event }) => ({ at, traits, events: [event] })), none: traitsOfNoStart(found) }
  }
  const found = candidatesIn(entries)
  return {
    options: found.map(({ entry, traits, beside }) => ({ at: entry.event.at, traits, events: [entry, ...beside].map(({ event }) => event) })),
    none: traitsOfNone(found),
  }
}

/** Whether a talk has about as many messages of persons as those that were learned from. */
export function isLearnedLength(messages: number): boolean {
  return messages >= SHORTEST_TALK && messages <= LONGEST_TALK
}

/** The shortest conversation that was learned from has a dozen messages; of fewer, each stands first and last and near to everything. */
const SHORTEST_TALK = 10
/** The longest has some sixty: three times as many may be much alike. */
const LONGEST_TALK = 180
