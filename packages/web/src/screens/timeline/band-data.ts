import { millisOf, type Instant } from '@blamefree/core'
import type { Event } from './event-queries.ts'

/** An incident over time, in parts of its span: 0 is its beginning, 1 its end. */
export interface BandData {
  /** Milliseconds. */
  readonly from: number
  readonly to: number
  /** How much was said in each part, from 0 to 1. */
  readonly density: readonly number[]
  readonly alerts: readonly { readonly name: string; readonly from: number; readonly to: number }[]
  /** Who did most, and in which parts of the span. */
  readonly people: readonly { readonly name: string; readonly parts: readonly number[] }[]
}

export const PARTS = 120
const MOST_PEOPLE = 5
const MOST_ALERTS = 3
/** A few events that lie further than this from the rest (a ticket that was closed days later) do not stretch the band. */
const FAR = 6 * 3_600_000

/** What the band over the timeline shows; null where there is nothing to show. */
export function bandData(events: readonly Event[]): BandData | null {
  const times = events.map(({ at }) => millisOf(at as Instant))
  const [from, to] = spanOf(times)
  if (from === undefined || to === undefined || to <= from) return null
  const place = (millis: number): number => Math.min(1, Math.max(0, (millis - from) / (to - from)))
  const partOf = (millis: number): number => Math.min(PARTS - 1, Math.floor(place(millis) * PARTS))
  const counts = Array.from({ length: PARTS }, () => 0)
  const people = new Map<string, { name: string; count: number; parts: Set<number> }>()
  for (const [index, { actor, actorName, what }] of events.entries()) {
    const at = times[index] ?? 0
    if (at < from || at > to || what.kind === 'membership') continue
    const part = partOf(at)
    counts[part] = (counts[part] ?? 0) + 1
    if (actor === null || what['bot'] === true) continue
    const person = people.get(actor) ?? { name: actorName ?? actor, count: 0, parts: new Set<number>() }
    person.count++
    person.parts.add(part)
    people.set(actor, person)
  }
  const most = Math.max(1, ...counts)
  const busiest = [...people.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_PEOPLE)
  return {
    from,
    to,
    density: counts.map((count) => Math.sqrt(count / most)),
    alerts: alertSpans(events, place),
    people: busiest.map(({ name, parts }) => ({ name, parts: [...parts] })),
  }
}

function spanOf(times: readonly number[]): [number | undefined, number | undefined] {
  const few = Math.max(1, Math.floor(times.length * 0.05))
  let [start, end] = [0, times.length - 1]
  for (let at = 0; at < few && at + 1 < times.length; at++) if ((times[at + 1] ?? 0) - (times[at] ?? 0) > FAR) start = at + 1
  for (let at = times.length - 1; at >= times.length - few && at > 0; at--) if ((times[at] ?? 0) - (times[at - 1] ?? 0) > FAR) end = at - 1
  return [times[start], times[end]]
}

function alertSpans(events: readonly Event[], place: (millis: number) => number): BandData['alerts'] {
  const spans = new Map<string, { name: string; from: number; to: number }>()
  for (const { at, what } of events) {
    if (what.kind !== 'alert') continue
    const key = String(what['key'])
    const here = place(millisOf(at as Instant))
    const span = spans.get(key)
    if (span === undefined) spans.set(key, { name: String(what['name']), from: here, to: what['state'] === 'resolved' ? here : 1 })
    else if (what['state'] === 'resolved') span.to = here
  }
  return [...spans.values()].toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_ALERTS)
}
