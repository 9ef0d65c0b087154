import { byTime, type TimelineEvent } from '../event.ts'
import type { Instant } from '../instant.ts'
import { millisOf } from '../instant.ts'

/** One thing that the record shows: a pointer for whoever writes, never prose for the document. */
export interface EvidenceItem {
  /** Short inline Markdown that states what the record shows; names and quotations in it are escaped. */
  readonly text: string
  /** The ids of the events that show it, oldest first. */
  readonly events: readonly string[]
  /** When it began; null for what has no one moment (who acted how often). */
  readonly at: Instant | null
}

/** An item that stands on these events and begins with the oldest of them. */
export function evidenceItem(text: string, events: readonly TimelineEvent[]): EvidenceItem {
  const sorted = events.toSorted(byTime)
  return { text, events: sorted.map((event) => event.id), at: sorted[0]?.at ?? null }
}

/** A span in words, `1 h 5 min`: two units at most, `less than a minute` below one. */
export function spanText(millis: number): string {
  const minutes = Math.floor(millis / 60_000)
  if (minutes < 1) return 'less than a minute'
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ]
  const first = units.findIndex(([count]) => count > 0)
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** Milliseconds from one event to another. */
export function between(from: { readonly at: Instant }, to: { readonly at: Instant }): number {
  return millisOf(to.at) - millisOf(from.at)
}
