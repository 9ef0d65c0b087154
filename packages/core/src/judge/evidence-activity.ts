import type { TimelineEvent } from '../event.ts'
import type { Incident } from '../incident.ts'
import { between, evidenceItem, spanText, type EvidenceItem } from './evidence-item.ts'
import { escapeInline } from './quote.ts'

/** A silence that is worth asking about. */
export const SILENCE_MINUTES = 20

/** Who took part, most active first: how many things each person did in the record. Bots, joins and leaves do not count. */
export function actorEvidence(incident: Incident): EvidenceItem[] {
  const people = new Map(incident.people.map((person) => [person.id, person]))
  const acts = new Map<string, TimelineEvent[]>()
  for (const event of incident.events) {
    if (event.actor === null || event.what.kind === 'membership' || (people.get(event.actor)?.bot ?? false)) continue
    if ('bot' in event.what && event.what.bot) continue
    const events = acts.get(event.actor)
    if (events === undefined) acts.set(event.actor, [event])
    else events.push(event)
  }
  return [...acts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 12)
    .map(([id, events]) => {
      const messages = events.filter((event) => event.what.kind === 'message').length
      const counts = [count(messages, 'message'), count(events.length - messages, 'other action')].filter((part) => part !== '')
      return {
        text: `${escapeInline(people.get(id)?.name ?? 'Somebody')}: ${counts.join(', ')}`,
        events: events.slice(0, 20).map((event) => event.id),
        at: null,
      }
    })
}

/** Stretches in which nobody said or did anything, longest first. Alerts and bots do not break a silence. */
export function silenceEvidence(incident: Incident): EvidenceItem[] {
  const items: { length: number; item: EvidenceItem }[] = []
  let previous: TimelineEvent | null = null
  for (const event of incident.events) {
    if (event.what.kind === 'alert' || event.what.kind === 'membership' || ('bot' in event.what && event.what.bot)) continue
    if (previous !== null) {
      const length = between(previous, event)
      if (length >= SILENCE_MINUTES * 60_000) items.push({ length, item: evidenceItem(`Nothing in the record for ${spanText(length)}`, [previous, event]) })
    }
    previous = event
  }
  return items
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 5)
    .map(({ item }) => item)
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}
