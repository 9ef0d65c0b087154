import type { TimelineEvent } from '../event.ts'

/**
 * At most so many of these events, in their order: the first and the last, then those whose rule tells most of the story, so that a short list still has
 * its end. A person's choice comes before any rule; of equal ones the earlier stays.
 */
export function mostTelling(events: readonly TimelineEvent[], most: number): readonly TimelineEvent[] {
  if (events.length <= most) return events
  const last = events.length - 1
  const rank = (event: TimelineEvent, index: number): number => {
    if (index === 0 || index === last) return -1
    const place = STORY.indexOf(event.mark.rule ?? 'person')
    return place === -1 ? STORY.length : place
  }
  const kept = new Set(
    events
      .map((event, index) => ({ index, rank: rank(event, index) }))
      .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
      .slice(0, Math.max(0, most))
      .map(({ index }) => index),
  )
  return events.filter((_, index) => kept.has(index))
}

/** Key rules, the ones first without which the story cannot be told. What a system's form recorded comes after what people did and found. */
const STORY: readonly string[] = [
  'person',
  'note',
  'pinned',
  'marked',
  'first-report',
  'last-word',
  'alert-fires',
  'alert-resolves',
  'rolled-back',
  'finding',
  'confirmation',
  'closing',
  'action',
  'decision',
  'deploy',
  'relapse',
  'impact',
  'public-update',
  'severity-change',
  'severity',
  'report',
  'dead-end',
]
