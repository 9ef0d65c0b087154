import type { TimelineEvent } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** Events of one statement. */
const AT_ONCE = 2_000

/**
 * Writes an incident's events: those that are new, those that are told otherwise now, and without those that the record no longer tells. The events are the ones
 * that hold, people's words included; who edited one, and what it was before, stays with its row.
 */
export async function writeEvents(
  tx: Transaction<Tables>,
  { id, fresh }: { readonly id: string; readonly fresh: boolean },
  events: readonly TimelineEvent[],
): Promise<void> {
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const part = events.slice(from, from + AT_ONCE)
    const column = <T>(of: (event: TimelineEvent, index: number) => T): T[] => part.map(of)
    await sql`
      insert into event (incident_id, id, at, position, kind, text, actor, thread, level, rule, value)
      select ${id}::uuid, e.id, e.at, e.position, e.kind, e.text, e.actor, e.thread, e.level, e.rule, e.value::jsonb
      from unnest(
        ${column((event) => event.id)}::text[], ${column(({ at }) => at)}::timestamptz[], ${column((_, index) => from + index)}::bigint[],
        ${column(({ what }) => what.kind)}::text[], ${column(({ text }) => text)}::text[], ${column(({ actor }) => actor)}::text[],
        ${column(({ thread }) => thread)}::text[], ${column(({ mark }) => mark.level)}::text[], ${column(({ mark }) => mark.rule)}::text[],
        ${column(({ origin, what }) => jsonText({ origin, what }))}::text[]
      ) as e (id, at, position, kind, text, actor, thread, level, rule, value)
      on conflict (incident_id, id) do update set
        at = excluded.at, text = excluded.text, position = excluded.position, kind = excluded.kind, actor = excluded.actor, thread = excluded.thread,
        value = excluded.value, level = excluded.level, rule = excluded.rule
      where (event.at, event.text, event.position, event.actor, event.thread, event.level, event.rule, event.value)
        is distinct from (excluded.at, excluded.text, excluded.position, excluded.actor, excluded.thread, excluded.level, excluded.rule, excluded.value)`.execute(
      tx,
    )
  }
  if (!fresh) await sql`delete from event where incident_id = ${id} and not (id = any(${events.map((event) => event.id)}::text[]))`.execute(tx)
}
