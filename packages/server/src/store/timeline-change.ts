import type { Instant } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import { NOTE } from './said-events.ts'
import type { Tables } from './tables.ts'

/** A line that somebody writes for the timeline. */
export interface Note {
  readonly at: Instant
  /** Safe Markdown of one paragraph. */
  readonly text: string
  /** The name of whoever did what it tells; null where nobody is named. That is not whoever writes the line: they may have come the day after. */
  readonly actor: string | null
  readonly thread: string | null
  readonly level: 'key' | 'detail'
}

/** Adds lines that a member wrote, and gives their ids. Whoever they name becomes one of the incident's people. */
export async function insertNotes(
  tx: Transaction<Tables>,
  { incident, by, byName }: { readonly incident: string; readonly by: string; readonly byName: string },
  notes: readonly Note[],
): Promise<string[]> {
  const ids = notes.map(() => newId())
  const people = new Map(notes.flatMap(({ actor }) => (actor === null ? [] : [[actorId(actor), actor] as const])))
  for (const [id, name] of people) {
    const value = jsonText({ id, name, handle: null, email: null, zone: null, bot: false, accounts: [id] })
    await tx
      .insertInto('incident_person')
      .values({ incident_id: incident, id, name, email: null, bot: false, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const values = ids.map((ref) => jsonText({ origin: { source: 'person', ref, url: null, label: `Written by ${byName}` }, what: { kind: 'note' } }))
  await sql`
    insert into event (incident_id, id, at, position, kind, text, actor, thread, level, rule, value, made_by)
    select ${incident}::uuid, n.id, n.at, 0, 'note', n.text, n.actor, n.thread, n.level, 'person', n.value::jsonb, ${by}
    from unnest(${ids.map((id) => `${NOTE}${id}`)}::text[], ${notes.map(({ at }) => at)}::timestamptz[], ${notes.map(({ text }) => text)}::text[],
      ${notes.map(({ actor }) => (actor === null ? null : actorId(actor)))}::text[], ${notes.map(({ thread }) => thread)}::text[], ${notes.map(({ level }) => level)}::text[],
      ${values}::text[]) as n (id, at, text, actor, thread, level, value)`.execute(tx)
  return ids.map((id) => `${NOTE}${id}`)
}

const actorId = (name: string): string => `person:${name.toLowerCase()}`

/** What may be changed of an event. `level: null` lets the rules decide again. */
export interface EventChange {
  readonly text?: string | undefined
  readonly at?: Instant | undefined
  readonly level?: 'key' | 'detail' | null | undefined
  /** Puts back the text and time that the record has. */
  readonly undo?: boolean | undefined
}

/** Changes an event. The first edit keeps what the record has as the original. */
export async function changeEvent(
  tx: Transaction<Tables>,
  { incident, event, by }: { readonly incident: string; readonly event: string; readonly by: string },
  { text, at, level, undo }: EventChange,
): Promise<void> {
  const here = sql`incident_id = ${incident} and id = ${event}`
  if (undo === true)
    await sql`update event set text = original ->> 'text', at = (original ->> 'at')::timestamptz, original = null, edited_by = null, edited_at = null
      where ${here} and original is not null`.execute(tx)
  if (text !== undefined || at !== undefined)
    await sql`update event set text = coalesce(${text ?? null}::text, text), at = coalesce(${at ?? null}::timestamptz, at), edited_by = ${by}, edited_at = now(),
      original = coalesce(original, jsonb_build_object('text', text, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      where ${here}`.execute(tx)
  if (level !== undefined) await sql`update event set level = ${level ?? 'detail'}, rule = ${level === null ? null : 'person'} where ${here}`.execute(tx)
}

/** Marks many events at once, and gives how many there were. */
export async function markEvents(tx: Transaction<Tables>, incident: string, events: readonly string[], level: 'key' | 'detail' | null): Promise<number> {
  const { numAffectedRows } =
    await sql`update event set level = ${level ?? 'detail'}, rule = ${level === null ? null : 'person'} where incident_id = ${incident} and id = any(${events}::text[])`.execute(
      tx,
    )
  return Number(numAffectedRows ?? 0)
}

/** Removes a line that somebody wrote. */
export async function deleteNote(tx: Transaction<Tables>, incident: string, event: string): Promise<void> {
  await tx.deleteFrom('event').where('incident_id', '=', incident).where('id', '=', event).where('id', 'like', `${NOTE}%`).execute()
}
