import type { Incident, Instant, Problem } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { leadOf, PERSON_COLUMNS, personRows } from './person-rows.ts'
import { writeEvents } from './event-writer.ts'
import { writeFollowUps } from './follow-up-writer.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** An incident as it stands after a write. */
export interface WrittenIncident {
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly title: string
}

/** Writes what is understood of a known incident now: the same row, with a higher revision where anything is different; its events, people and follow-ups. */
export async function rewriteIncident(tx: Transaction<Tables>, id: string, { incident, problems }: Understood): Promise<WrittenIncident> {
  const saved = await update(tx, id, columnsOf(incident, problems))
  await writeEvents(tx, id, incident.events)
  await writePeople(tx, id, incident)
  await writeFollowUps(tx, id, incident)
  return saved
}

/** What `understand` gives. */
export interface Understood {
  readonly incident: Incident
  readonly problems: readonly Problem[]
}

/** What of an incident has a column. */
export function columnsOf(incident: Incident, problems: readonly Problem[]): IncidentColumns {
  const { events, ...facts } = incident
  const at = (id: string): Instant | null => (Object.hasOwn(incident.timestamps, id) ? (incident.timestamps[id]?.value ?? null) : null)
  return {
    title: incident.title?.value ?? UNTITLED,
    type: incident.type?.value ?? null,
    severity: incident.severity?.value ?? null,
    status: incident.status?.value ?? null,
    services: incident.services.map(({ value }) => value),
    impact_started_at: at('impact-started'),
    reported_at: at('reported'),
    identified_at: at('identified'),
    fixed_at: at('fixed'),
    closed_at: at('closed'),
    happened_at: at('impact-started') ?? at('reported') ?? events[0]?.at ?? null,
    facts: jsonText(facts),
    problems: jsonText(problems.slice(0, MOST_PROBLEMS)),
  }
}

/** What an incident is called that nobody has named. */
const UNTITLED = 'An incident without a title'
const MOST_PROBLEMS = 500

/** The columns of an incident that its record fills. */
export interface IncidentColumns {
  readonly title: string
  readonly type: string | null
  readonly severity: string | null
  readonly status: string | null
  readonly services: string[]
  readonly impact_started_at: Instant | null
  readonly reported_at: Instant | null
  readonly identified_at: Instant | null
  readonly fixed_at: Instant | null
  readonly closed_at: Instant | null
  /** Null where the record says nothing of when. */
  readonly happened_at: Instant | null
  /** JSON. */
  readonly facts: string
  /** JSON. */
  readonly problems: string
}

const WRITTEN = ['id', 'slug', 'revision', 'title'] as const

async function update(tx: Transaction<Tables>, id: string, columns: IncidentColumns): Promise<WrittenIncident> {
  const different = sql<boolean>`(facts, problems) is distinct from (${columns.facts}::jsonb, ${columns.problems}::jsonb)`
  return await tx
    .updateTable('incident')
    .set({
      ...columns,
      happened_at: sql<string>`coalesce(${columns.happened_at}::timestamptz, happened_at)`,
      revision: sql<number>`case when ${different} then revision + 1 else revision end`,
      updated_at: sql<string>`case when ${different} then now() else updated_at end`,
    })
    .where('id', '=', id)
    .returning(WRITTEN)
    .executeTakeFirstOrThrow()
}

async function writePeople(tx: Transaction<Tables>, id: string, incident: Incident): Promise<void> {
  await tx.deleteFrom('incident_person').where('incident_id', '=', id).execute()
  if (incident.people.length === 0) return
  const lead = leadOf(incident)
  await sql`
    with written as (
      insert into incident_person (incident_id, ${PERSON_COLUMNS}) select ${id}::uuid, ${PERSON_COLUMNS} from ${personRows(incident.people)} returning id, member_id
    )
    update incident set lead = (select member_id from written where written.id = ${lead}) where id = ${id}
      and lead is distinct from (select member_id from written where written.id = ${lead})`.execute(tx)
}
