import type { Instant, TimelineEvent } from '@blamefree/core'
import type { Database } from './database.ts'
import { eventOf, type EventRow } from './incident-reader.ts'

/** An event as the timeline shows it. */
export interface TimelineRow {
  readonly event: TimelineEvent
  readonly actorName: string | null
  readonly position: number
  /** What it was before somebody edited it. */
  readonly original: { readonly text: string; readonly at: Instant } | null
  readonly editedBy: string | null
  readonly editedAt: Instant | null
  /** Who wrote it, for lines that people wrote. */
  readonly madeBy: string | null
}

/** What a timeline may be narrowed to. */
export interface TimelineFilter {
  /** A person's id, or a part of the name. */
  readonly person?: string | undefined
  readonly kind?: readonly string[] | undefined
  readonly source?: readonly string[] | undefined
  readonly text?: string | undefined
  readonly level?: 'key' | 'detail' | undefined
  /** The root of a thread: it and its answers. */
  readonly thread?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

const COLUMNS = `e.id, e.at, e.position, e.text, e.actor, e.thread, e.level, e.rule, e.value, e.original, e.edited_at as "editedAt", e.made_by as "madeBy",
  p.name as "actorName", m.name as "editedBy"`
const FROM = `event e left join incident_person p on p.incident_id = e.incident_id and p.id = e.actor left join member m on m.id = e.edited_by`

type Row = EventRow & Omit<TimelineRow, 'event'>

const rowOf = ({ actorName, position, original, editedBy, editedAt, madeBy, ...event }: Row): TimelineRow => ({
  event: eventOf(event),
  actorName,
  position,
  original,
  editedBy,
  editedAt,
  madeBy,
})

/** A page of an incident's timeline, oldest first; one more than `limit`. */
export async function listTimeline(
  { pool }: Pick<Database, 'pool'>,
  incident: string,
  { filter, limit, after }: { readonly filter: TimelineFilter; readonly limit: number; readonly after: readonly string[] | null },
): Promise<TimelineRow[]> {
  const values: unknown[] = [incident, limit + 1]
  const where = ['e.incident_id = $1']
  const add = (value: unknown, sql: (at: string) => string): void => {
    if (value === undefined) return
    values.push(value)
    where.push(sql(`$${values.length}`))
  }
  add(filter.kind, (at) => `e.kind = any(${at})`)
  add(filter.source, (at) => `e.value -> 'origin' ->> 'source' = any(${at})`)
  add(filter.level, (at) => `e.level = ${at}`)
  add(filter.thread, (at) => `(e.thread = ${at} or e.id = ${at})`)
  add(filter.from, (at) => `e.at >= ${at}`)
  add(filter.to, (at) => `e.at < ${at}`)
  add(filter.text, (at) => `(e.search @@ websearch_to_tsquery('prose', ${at}) or e.text ilike '%' || ${at} || '%')`)
  add(filter.person, (at) => `(e.actor = ${at} or p.name ilike '%' || ${at} || '%')`)
  if (after !== null) {
    values.push(...after)
    where.push(`(e.at, e.position, e.id) > ($${values.length - 2}::timestamptz, $${values.length - 1}::bigint, $${values.length})`)
  }
  const { rows } = await pool.query<Row>({
    text: `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by e.at, e.position, e.id limit $2`,
    values,
  })
  return rows.map(rowOf)
}

/** One event; null when there is none. */
export async function readEvent({ pool }: Pick<Database, 'pool'>, incident: string, id: string): Promise<TimelineRow | null> {
  const { rows } = await pool.query<Row>({ text: `select ${COLUMNS} from ${FROM} where e.incident_id = $1 and e.id = $2`, values: [incident, id] })
  return rows[0] === undefined ? null : rowOf(rows[0])
}
