import type { Incident, Instant, Problem, TimelineEvent } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { heldFollowUps, withFollowUps } from './held-follow-ups.ts'
import { labelsOf } from './incident-labels.ts'
import type { StoredFacts } from './stored.ts'
import { visible } from './things.ts'

/** An incident as a list shows it. */
export interface IncidentSummary {
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly title: string
  readonly type: string | null
  readonly severity: string | null
  readonly status: string | null
  readonly services: readonly string[]
  readonly private: boolean
  readonly happenedAt: Instant
  readonly fixedAt: Instant | null
  readonly closedAt: Instant | null
  readonly updatedAt: Instant
  /** How many post-mortems there are about it, and how far the furthest is. */
  readonly postMortem: { readonly id: string; readonly status: string } | null
  readonly overdue: number
}

/** What a list may be narrowed to. Everything may be left out. */
export interface IncidentFilter {
  readonly severity?: readonly string[] | undefined
  readonly type?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  readonly service?: readonly string[] | undefined
  /** A person's name, part of it. */
  readonly person?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly text?: string | undefined
  readonly withoutPostMortem?: boolean | undefined
  readonly overdue?: boolean | undefined
}

/** A page of the incidents that a person may see, newest first; one more than `limit`, so that the caller knows whether there is a next page. */
export async function listIncidents(
  { pool }: Database,
  person: Principal,
  { filter, limit, after }: { readonly filter: IncidentFilter; readonly limit: number; readonly after: readonly string[] | null },
): Promise<IncidentSummary[]> {
  const values: unknown[] = [person.memberId ?? '', limit + 1]
  const where = [visible('i', '$1')]
  const add = (sql: (placeholder: string) => string, value: unknown): void => {
    values.push(value)
    where.push(sql(`$${values.length}`))
  }
  if (filter.severity !== undefined) add((at) => `i.severity = any(${at})`, filter.severity)
  if (filter.type !== undefined) add((at) => `i.type = any(${at})`, filter.type)
  if (filter.status !== undefined) add((at) => `i.status = any(${at})`, filter.status)
  if (filter.service !== undefined) add((at) => `i.services && ${at}`, filter.service)
  // Of a combination that no incident has, the conditions above would have the whole list looked through.
  const labels = labelsOf(filter)
  if (labels !== null) add((at) => `incident_labels(i.severity, i.type, i.services) && ${at}`, labels)
  if (filter.from !== undefined) add((at) => `i.happened_at >= ${at}`, filter.from)
  if (filter.to !== undefined) add((at) => `i.happened_at < ${at}`, filter.to)
  if (filter.text !== undefined) add((at) => `i.search @@ websearch_to_tsquery('prose', ${at})`, filter.text)
  if (filter.person !== undefined)
    add(
      (at) => `exists (select from incident_person p where p.incident_id = i.id and p.name ilike '%' || ${at} || '%')`,
      filter.person.replace(/[\\%_]/g, '\\$&'),
    )
  if (filter.withoutPostMortem === true) where.push('not exists (select from post_mortem p where p.incident_id = i.id and p.deleted_at is null)')
  if (filter.overdue === true) where.push(`exists (select from follow_up f where f.incident_id = i.id and ${OVERDUE})`)
  if (after !== null) {
    values.push(after[0], after[1])
    where.push(`(i.happened_at, i.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  const { rows } = await pool.query<IncidentSummary>({
    text: `select i.id, i.slug, i.revision, i.title, i.type, i.severity, i.status, i.services, i.private, i.happened_at as "happenedAt", i.fixed_at as "fixedAt",
        i.closed_at as "closedAt", i.updated_at as "updatedAt",
        (select json_build_object('id', p.id, 'status', p.status) from post_mortem p where p.incident_id = i.id and p.deleted_at is null order by p.published_at desc nulls last, p.id limit 1) as "postMortem",
        (select count(*) from follow_up f where f.incident_id = i.id and ${OVERDUE})::int as overdue
      from incident i where ${where.join(' and ')} order by i.happened_at desc, i.id desc limit $2`,
    values,
  })
  return rows
}

const OVERDUE = `f.outcome = 'open' and f.removed_at is null and f.due < current_date`

/** An incident without its events. */
export interface StoredIncident {
  readonly row: {
    readonly id: string
    readonly slug: string
    readonly revision: number
    readonly private: boolean
    readonly createdAt: Instant
    readonly updatedAt: Instant
    readonly happenedAt: Instant
    readonly problems: readonly Problem[]
  }
  readonly facts: StoredFacts
  readonly counts: { readonly events: number; readonly keyEvents: number }
}

/** An incident without its events, and how many there are; null when there is none. */
export async function readIncident({ pool }: Pick<Database, 'pool'>, id: string): Promise<StoredIncident | null> {
  const { rows } = await pool.query<StoredIncident['row'] & { facts: StoredFacts; events: number; key_events: number }>({
    name: 'incident',
    text: `select i.id, i.slug, i.revision, i.private, i.created_at as "createdAt", i.updated_at as "updatedAt", i.happened_at as "happenedAt", i.problems, i.facts,
        (select count(*) from event e where e.incident_id = i.id)::int as events,
        (select count(*) from event e where e.incident_id = i.id and e.level = 'key')::int as key_events
      from incident i where i.id = $1 and i.deleted_at is null`,
    values: [id],
  })
  const [found] = rows
  if (found === undefined) return null
  const { facts, events, key_events, ...row } = found
  return { row, facts, counts: { events, keyEvents: key_events } }
}

/** The whole incident with every event, as core has it: what a template is filled from. Its follow-ups are those that hold, people's changes included. Null when there is none. */
export async function loadIncident(
  db: Database,
  id: string,
): Promise<{ readonly incident: Incident; readonly revision: number; readonly slug: string; readonly private: boolean } | null> {
  const [row, events, followUps] = await Promise.all([
    db.sql.selectFrom('incident').select(['facts', 'revision', 'slug', 'private']).where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst(),
    loadEvents(db, id),
    heldFollowUps(db.sql, id),
  ])
  if (row === undefined) return null
  return { incident: withFollowUps({ ...row.facts, events }, followUps), revision: row.revision, slug: row.slug, private: row.private }
}

/** Every event of an incident, oldest first. */
export async function loadEvents({ pool }: Pick<Database, 'pool'>, incident: string): Promise<TimelineEvent[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'events-of-incident',
    text: 'select id, at, text, actor, thread, level, rule, value from event where incident_id = $1 order by at, position',
    values: [incident],
  })
  return rows.map(eventOf)
}

/** An event as its row has it. */
export interface EventRow {
  readonly id: string
  readonly at: Instant
  readonly text: string
  readonly actor: string | null
  readonly thread: string | null
  readonly level: 'key' | 'detail'
  readonly rule: string | null
  readonly value: Pick<TimelineEvent, 'origin' | 'what'>
}

export function eventOf({ id, at, text, actor, thread, level, rule, value }: EventRow): TimelineEvent {
  return { id, at, text, actor, thread, origin: value.origin, what: value.what, mark: { level, rule } }
}
