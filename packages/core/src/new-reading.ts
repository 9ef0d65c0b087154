import type { TimelineEvent } from './event.ts'
import { NO_FACTS, type Facts } from './incident.ts'
import type { Problem } from './problem.ts'
import type { Raw, Reading } from './source.ts'

/** A reading of what a payload says; what is left out is not known. Of events with one id the first stays: a payload may tell of a thing twice. */
export function newReading(source: string, raw: Raw, facts: Partial<Facts>, problems: readonly Problem[]): Reading {
  return { source, raw: raw.name, ...NO_FACTS, ...facts, events: once(facts.events ?? []), problems, parts: [] }
}

function once(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const seen = new Map<string, TimelineEvent>()
  for (const event of events) if (!seen.has(event.id)) seen.set(event.id, event)
  return [...seen.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
