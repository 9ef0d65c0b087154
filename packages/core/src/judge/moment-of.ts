import type { Moment } from './infer-moments.ts'
import type { Entry } from './record.ts'

/** The moment that an entry tells of, by the rule that found it; null without one. */
export function momentOf(entry: Entry | null | undefined, rule: string): Moment | null {
  return entry === null || entry === undefined ? null : { at: entry.event.at, rule, events: [entry.event] }
}
