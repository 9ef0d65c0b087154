import type { TimelineEvent } from './event.ts'
import { NO_FACTS, type Facts } from './incident.ts'
import type { Problem } from './problem.ts'
import type { Raw, Reading } from './source.ts'

/** A reading of what a payload says; what is left out is not known. Of events with one id the first stays: a payload may tell of a thing twice. */
export function newReading(source: string, raw: Raw, facts: Partial<Facts>, problems: readonly Problem[]): Reading {
  return { source, raw: raw.name, ...NO_FACTS, ...facts, events: once(facts.events ?? []), problems, parts: [] }
}

function once(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const seen = new Set<string>()
  const kept = events.filter(({ id }) => !seen.has(id) && seen.add(id))
  const inOrder = kept.every(({ at }, index) => index === 0 || (kept[index - 1]?.at ?? at) <= at)
  return inOrder ? kept : kept.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
