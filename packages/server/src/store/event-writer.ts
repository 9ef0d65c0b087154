import type { TimelineEvent } from '@blamefree/core'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** Events of one statement. */
export const AT_ONCE = 2_000

/** What of an event is written, in the order of `eventRows`. */
export const EVENT_COLUMNS: RawBuilder<unknown> = sql.raw('id, at, position, kind, text, actor, thread, level, rule, value')

/** Events as rows of those columns, for a `from`; the first has the position given. */
export function eventRows(events: readonly TimelineEvent[], from: number): RawBuilder<unknown> {
  const column = <T>(of: (event: TimelineEvent, index: number) => T): T[] => events.map(of)
  return sql`(select id, at, position, kind, text, actor, thread, level, rule, value::jsonb from unnest(
    ${column((event) => event.id)}::text[], ${column(({ at }) => at)}::timestamptz[], ${column((_, index) => from + index)}::bigint[],
    ${column(({ what }) => what.kind)}::text[], ${column(({ text }) => text)}::text[], ${column(({ actor }) => actor)}::text[],
    ${column(({ thread }) => thread)}::text[], ${column(({ mark }) => mark.level)}::text[], ${column(({ mark }) => mark.rule)}::text[],
    ${column(({ origin, what }) => jsonText({ origin, what }))}::text[]
  ) as e (id, at, position, kind, text, actor, thread, level, rule, value)) as rows`
}

/**
 * Writes an incident's events: those that are new, those that are told otherwise now, and without those that the record no longer tells. The events are the ones
 * that hold, people's words included; who edited one, and what it was before, stays with its row.
 */
export async function writeEvents(tx: Transaction<Tables>, id: string, events: readonly TimelineEvent[]): Promise<void> {
  await addEvents(tx, id, events, 0)
  await sql`delete from event where incident_id = ${id} and not (id = any(${events.map((event) => event.id)}::text[]))`.execute(tx)
}

/** Writes the events of an incident from a position on: those that are new, and those that are told otherwise now. */
export async function addEvents(store: Kysely<Tables>, id: string, events: readonly TimelineEvent[], first: number): Promise<void> {
  for (let from = first; from < events.length; from += AT_ONCE) {
    await sql`
      insert into event (incident_id, ${EVENT_COLUMNS})
      select ${id}::uuid, ${EVENT_COLUMNS} from ${eventRows(events.slice(from, from + AT_ONCE), from)}
      on conflict (incident_id, id) do update set
        at = excluded.at, text = excluded.text, position = excluded.position, kind = excluded.kind, actor = excluded.actor, thread = excluded.thread,
        value = excluded.value, level = excluded.level, rule = excluded.rule
      where (event.at, event.text, event.position, event.actor, event.thread, event.level, event.rule, event.value)
        is distinct from (excluded.at, excluded.text, excluded.position, excluded.actor, excluded.thread, excluded.level, excluded.rule, excluded.value)`.execute(
      store,
    )
  }
}
