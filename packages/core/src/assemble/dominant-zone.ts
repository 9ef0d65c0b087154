import type { Configuration } from '../configuration.ts'
import type { TimelineEvent } from '../event.ts'
import { inferred, stated, type Fact, type Origin } from '../fact.ts'

import type { Person } from '../person.ts'
import { isZone, offsetMinutes } from '../zone.ts'

/** The share of what was done that must lie in one offset for it to be the document's. */
export const DOMINANT_SHARE = 2 / 3

/**
 * The zone that the document is told in: the one that the team set; else that of the people who did at least two thirds of what people did, judged by
 * what their clocks showed at the time, so that London and Lisbon are one; else UTC. Whose zone is not known counts against every zone.
 */
export function dominantZone(people: readonly Person[], events: readonly TimelineEvent[], { zone }: Configuration): Fact<string> {
  if (zone !== null && isZone(zone)) return stated(zone, { source: 'person', ref: 'configuration:zone', url: null, label: 'Your configuration' })
  const acts = actsOf(people, events)
  const at = events.find(({ actor }) => actor !== null && acts.has(actor))?.at ?? events[0]?.at
  let total = 0
  const offsets = new Map<number, Offset>()
  for (const { count, person, first } of acts.values()) {
    total += count
    if (at === undefined || person.zone === null || !isZone(person.zone)) continue
    add(offsets, { offset: offsetMinutes(at, person.zone), zone: person.zone, count, first })
  }
  const [most] = [...offsets.values()].toSorted((a, b) => b.count - a.count)
  if (most === undefined || most.count < total * DOMINANT_SHARE) {
    return inferred(
      'UTC',
      OURS,
      most === undefined ? 'no-known-zone' : 'no-dominant-zone',
      [...offsets.values()].flatMap(({ evidence }) => evidence).slice(0, 20),
    )
  }
  const [zoneName = 'UTC'] = [...most.zones].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return inferred(zoneName, OURS, 'dominant-zone', most.evidence.slice(0, 20))
}

const OURS: Origin = { source: 'blamefree', ref: 'zone', url: null, label: 'The zones of the people who took part' }

/** What was done by people whose clocks showed the same time. */
interface Offset {
  count: number
  readonly zones: Map<string, number>
  readonly evidence: string[]
}

function add(offsets: Map<number, Offset>, { offset, zone, count, first }: { offset: number; zone: string; count: number; first: string }): void {
  const known = offsets.get(offset) ?? { count: 0, zones: new Map<string, number>(), evidence: [] }
  known.count += count
  known.zones.set(zone, (known.zones.get(zone) ?? 0) + count)
  known.evidence.push(first)
  offsets.set(offset, known)
}

/** How much each person did; comings and goings and bots do not count. `first` is the first event. */
function actsOf(people: readonly Person[], events: readonly TimelineEvent[]): Map<string, { person: Person; count: number; first: string }> {
  const known = new Map(people.map((person) => [person.id, person]))
  const acts = new Map<string, { person: Person; count: number; first: string }>()
  for (const { actor, what, id } of events) {
    if (actor === null || what.kind === 'membership' || ('bot' in what && what.bot)) continue
    const act = acts.get(actor)
    if (act !== undefined) act.count += 1
    else {
      const person = known.get(actor)
      if (person !== undefined && !person.bot) acts.set(actor, { person, count: 1, first: id })
    }
  }
  return acts
}
