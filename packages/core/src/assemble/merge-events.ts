import { byTime, type TimelineEvent } from '../event.ts'
import type { Reading } from '../source.ts'

/**
 * Every event once, oldest first; events of one moment stay in the order of reading. Of two tellings of one event the edited one holds, else the one
 * that was read later; what a person decided about its mark stays. People are the incident's.
 */
export function mergeEvents(readings: readonly Reading[], renamed: ReadonlyMap<string, string>): readonly TimelineEvent[] {
  const events = new Map<string, TimelineEvent>()
  for (const reading of readings) {
    for (const event of reading.events) {
      const known = events.get(event.id)
      events.set(event.id, known === undefined ? event : retold(known, event))
    }
  }
  const merged = [...events.values()].map((event) => withPeople(event, renamed))
  return isSorted(merged) ? merged : merged.toSorted(byTime)
}

function retold(known: TimelineEvent, later: TimelineEvent): TimelineEvent {
  const wasEdited = known.what.kind === 'message' && known.what.edited
  const isEdited = later.what.kind === 'message' && later.what.edited
  const told = wasEdited && !isEdited ? known : later
  const decided = [later, known].find(({ mark }) => mark.rule === 'person')
  return decided === undefined || decided === told ? told : { ...told, mark: decided.mark }
}

function withPeople(event: TimelineEvent, renamed: ReadonlyMap<string, string>): TimelineEvent {
  if (renamed.size === 0) return event
  const actor = event.actor === null ? null : (renamed.get(event.actor) ?? event.actor)
  const text = withPeopleInText(event.text, renamed)
  const what = event.what.kind === 'message' ? withReactions(event.what, renamed) : event.what
  return actor === event.actor && text === event.text && what === event.what ? event : { ...event, actor, text, what }
}

function withReactions(what: TimelineEvent['what'] & { kind: 'message' }, renamed: ReadonlyMap<string, string>): TimelineEvent['what'] {
  if (!what.reactions.some(({ people }) => people.some((person) => renamed.has(person)))) return what
  return {
    ...what,
    reactions: what.reactions.map(({ name, people }) => ({ name, people: [...new Set(people.map((person) => renamed.get(person) ?? person))] })),
  }
}

/** A text whose `:person[Ana]{id=…}` name the incident's people. */
export function withPeopleInText(text: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0 || !text.includes(':person[')) return text
  return text.replace(PERSON_ID, (id: string) => renamed.get(id) ?? id)
}

/** The id in a person directive's attributes, bare or in quotation marks. */
const PERSON_ID = /(?<=:person\[[^\]]{0,400}\]\{(?:[^}]{0,200} )?id=["']?)[^"'}\s]{1,400}/g

function isSorted(events: readonly TimelineEvent[]): boolean {
  for (let index = 1; index < events.length; index++) if ((events[index]?.at ?? '') < (events[index - 1]?.at ?? '')) return false
  return true
}
