import { dateText, millisOf, type Instant } from '@blamefree/core'
import type { Event } from './event-queries.ts'

/** A row of the record: an event, with what stands over it. */
export interface ChannelRow {
  readonly event: Event
  /** Whether it answers another, and stands under it. */
  readonly reply: boolean
  /** The day, where another begins. */
  readonly day: string | null
  /** How long nobody said anything before it, in milliseconds; null for less than is worth saying. */
  readonly silence: number | null
}

/** What the record is narrowed to; empty texts narrow nothing. */
export interface RecordFilter {
  readonly text: string
  readonly person: string
  readonly kind: string
  readonly source: string
}

export const NO_FILTER: RecordFilter = { text: '', person: '', kind: '', source: '' }

/** A silence that is worth saying, in milliseconds. */
const LEAST_SILENCE = 10 * 60_000

/** How long it was silent before each event that ended a silence. Coming and going breaks none. */
export function silencesOf(events: readonly Event[]): ReadonlyMap<string, number> {
  const silences = new Map<string, number>()
  let last: number | null = null
  for (const { id, at, what } of events) {
    if (what.kind === 'membership') continue
    const now = millisOf(at as Instant)
    if (last !== null && now - last >= LEAST_SILENCE) silences.set(id, now - last)
    last = now
  }
  return silences
}

/** The events in the order of a channel: answers stand under what they answer, everything else in time. */
export function channelRows(events: readonly Event[], filter: RecordFilter, zone: string): ChannelRow[] {
  const silences = silencesOf(events)
  const shown = events.filter(fits(filter))
  const roots = new Set(shown.filter(({ thread }) => thread === null).map(({ id }) => id))
  const answers = Map.groupBy(
    shown.filter(({ thread, id }) => thread !== null && thread !== id && roots.has(thread)),
    ({ thread }) => thread,
  )
  const rows: ChannelRow[] = []
  let day = ''
  for (const event of shown) {
    if (event.thread !== null && event.thread !== event.id && roots.has(event.thread)) continue
    const here = dateText(event.at as Instant, zone)
    rows.push({ event, reply: false, day: here === day ? null : here, silence: silences.get(event.id) ?? null })
    day = here
    for (const answer of answers.get(event.id) ?? []) rows.push({ event: answer, reply: true, day: null, silence: silences.get(answer.id) ?? null })
  }
  return rows
}

function fits({ text, person, kind, source }: RecordFilter): (event: Event) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return (event) =>
    (person === '' || event.actor === person) &&
    (kind === '' || event.what.kind === kind) &&
    (source === '' || event.origin.source === source) &&
    words.every((word) => event.text.toLowerCase().includes(word) || (event.actorName ?? '').toLowerCase().includes(word))
}
