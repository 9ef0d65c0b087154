import type { Instant, Mark, Person, Reading, TimelineEvent } from '@blamefree/core'
import { newReading } from '@blamefree/core'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What people have made of an incident's timeline: lines of their own, other words or times for what the record tells, and which events belong in the document. */
export interface SaidEvents {
  readonly notes: readonly TimelineEvent[]
  /** By the event's id. */
  readonly edits: ReadonlyMap<string, { readonly text: string; readonly at: Instant }>
  readonly marks: ReadonlyMap<string, Mark>
  /** Who wrote the notes. */
  readonly people: readonly Person[]
}

/** The ids of events that people wrote begin so. */
export const NOTE = 'person:'

export async function loadSaidEvents(sql: Kysely<Tables>, incident: string): Promise<SaidEvents> {
  const rows = await sql
    .selectFrom('event')
    .leftJoin('incident_person as p', (join) => join.onRef('p.incident_id', '=', 'event.incident_id').onRef('p.id', '=', 'event.actor'))
    .select(['event.id', 'at', 'text', 'actor', 'thread', 'level', 'rule', 'event.value', 'edited_by', 'p.value as person'])
    .where('event.incident_id', '=', incident)
    .where((where) => where.or([where('edited_by', 'is not', null), where('rule', '=', 'person'), where('event.id', 'like', `${NOTE}%`)]))
    .orderBy('at')
    .orderBy('position')
    .execute()
  const notes = rows.filter(({ id }) => id.startsWith(NOTE))
  return {
    notes: notes.map(({ id, at, text, actor, thread, level, rule, value }) => ({
      id,
      at,
      text,
      actor,
      thread,
      origin: value.origin,
      what: value.what,
      mark: { level: level === 'key' ? 'key' : 'detail', rule },
    })),
    edits: new Map(rows.filter(({ edited_by }) => edited_by !== null).map(({ id, text, at }) => [id, { text, at }])),
    marks: new Map(rows.filter(({ rule }) => rule === 'person').map(({ id, level }) => [id, { level: level === 'key' ? 'key' : 'detail', rule: 'person' }])),
    people: [...new Map(notes.flatMap(({ person }) => (person === null ? [] : [[person.id, person] as const]))).values()],
  }
}

/** Readings with people's words in place of what they were said over, and what people wrote themselves as a reading more. */
export function withSaidEvents(readings: readonly Reading[], { notes, edits, marks, people }: SaidEvents): Reading[] {
  const told = edits.size === 0 && marks.size === 0 ? readings : readings.map((reading) => ({ ...reading, events: reading.events.map(said) }))
  if (notes.length === 0) return [...told]
  return [...told, newReading('person', { name: 'notes', files: [] }, { events: notes, people }, [])]

  function said(event: TimelineEvent): TimelineEvent {
    const edit = edits.get(event.id)
    const mark = marks.get(event.id)
    return edit === undefined && mark === undefined ? event : { ...event, ...edit, mark: mark ?? event.mark }
  }
}
