import type { TimelineEvent } from '../event.ts'
import type { Incident } from '../incident.ts'
import { isChatter } from './chatter.ts'
import { speech } from './clauses.ts'
import type { Signal } from './signal-rule.ts'
import { readSignals, type SignalHit } from './signals.ts'

/** An event together with what its text says. */
export interface Entry {
  readonly event: TimelineEvent
  /** Its place in the incident's events. */
  readonly index: number
  /** `person`: somebody wrote it. `bot`: a bot did. `system`: a typed event, nobody's words. */
  readonly voice: 'person' | 'bot' | 'system'
  readonly hits: readonly SignalHit[]
  readonly chatter: boolean
}

/** Every event of an incident with what it says, oldest first. Remembered for the list of events, so that each text is read once. */
export function readRecord(incident: Incident): readonly Entry[] {
  const known = REMEMBERED.get(incident.events)
  if (known !== undefined) return known
  const bots = new Set(incident.people.filter((person) => person.bot).map((person) => person.id))
  const entries = incident.events.map((event, index) => readEvent(event, index, bots))
  REMEMBERED.set(incident.events, entries)
  return entries
}

/** Takes over what is known of `before` for a list of the same events of which only marks changed. */
export function keepRecord(before: readonly Entry[], events: readonly TimelineEvent[]): void {
  REMEMBERED.set(
    events,
    before.map((entry, index) => {
      const event = events[index] ?? entry.event
      return event === entry.event ? entry : { event, index, voice: entry.voice, hits: entry.hits, chatter: entry.chatter }
    }),
  )
}

/** How strongly an entry gives a signal, from 0 to 1. */
export function strength(entry: Entry, signal: Signal): number {
  for (const hit of entry.hits) if (hit.signal === signal) return hit.weight
  return 0
}

/** Takes back what was thought or claimed: `so it isn't the crawler`, `I was wrong about gas`. */
export function withdraws(entry: Entry): boolean {
  return entry.hits.some(({ rule }) => rule === 'withdrawn')
}

/** A person's own words that are more than small talk. */
export function isTelling(entry: Entry): boolean {
  return entry.voice === 'person' && !entry.chatter
}

function readEvent(event: TimelineEvent, index: number, bots: ReadonlySet<string>): Entry {
  const { what } = event
  if (what.kind !== 'message' && what.kind !== 'comment' && what.kind !== 'note') return { event, index, voice: 'system', hits: [], chatter: true }
  if (what.kind !== 'note' && (what.bot || (event.actor !== null && bots.has(event.actor)))) {
    return { event, index, voice: 'bot', hits: readSignals(event.text), chatter: true }
  }
  const hits = readSignals(event.text)
  const chatter = !hits.some((hit) => !WEAK.has(hit.signal)) && isChatter(speech(event.text))
  return { event, index, voice: 'person', hits, chatter }
}

/** What small talk may sound like: a guess, a step, a word of progress. */
const WEAK: ReadonlySet<Signal> = new Set(['hypothesis', 'progress', 'decision', 'escalation', 'confirmation'])

const REMEMBERED = new WeakMap<readonly TimelineEvent[], readonly Entry[]>()
