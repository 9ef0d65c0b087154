import type { Incident, Instant, Problem } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { writeEvents } from './event-writer.ts'
import { writeFollowUps } from './follow-up-writer.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** Which incident is written, and what of it the record does not say. */
export interface IncidentRow {
  readonly id: string
  /** Whether there is none of this id yet. */
  readonly fresh: boolean
  readonly private: boolean
  readonly by: string | null
}

/** An incident as it stands after a write. */
export interface WrittenIncident {
  readonly id: string
  readonly slug: string
  readonly revision: number
  readonly title: string
}

/** Writes what was understood of an incident: a new row, or the same row with a higher revision; its events, people and follow-ups. */
export async function writeIncident(tx: Transaction<Tables>, row: IncidentRow, { incident, problems }: Understood): Promise<WrittenIncident> {
  const columns = columnsOf(incident, problems)
  const saved = row.fresh ? await insert(tx, row, { columns, wanted: incident.id }) : await update(tx, row.id, columns)
  await writeEvents(tx, row, incident.events)
  await writePeople(tx, row, incident)
  await writeFollowUps(tx, row, incident)
  return saved
}

/** What `understand` gives. */
export interface Understood {
  readonly incident: Incident
  readonly problems: readonly Problem[]
}

function columnsOf(incident: Incident, problems: readonly Problem[]) {
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

type Columns = ReturnType<typeof columnsOf>

const WRITTEN = ['id', 'slug', 'revision', 'title'] as const

/** Under its own name, with a number where another incident has it, and with its id where many have. */
async function insert(
  tx: Transaction<Tables>,
  { id, private: hidden, by }: IncidentRow,
  { columns, wanted }: { columns: Columns; wanted: string },
): Promise<WrittenIncident> {
  const names = [wanted, `${wanted}-2`, `${wanted}-3`, `${wanted}-4`, `${wanted}-${id.slice(-6)}`, `${wanted}-${id}`]
  for (const slug of names) {
    const made = await tx
      .insertInto('incident')
      .values({ ...columns, happened_at: columns.happened_at ?? sql<string>`now()`, id, slug, private: hidden, created_by: by })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning(WRITTEN)
      .executeTakeFirst()
    if (made !== undefined) return made
  }
  throw new Error(`No name is free for the incident ${id}.`)
}

async function update(tx: Transaction<Tables>, id: string, columns: Columns): Promise<WrittenIncident> {
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

/** Everybody in the record, with the member whom their e-mail address, or a name that only one member has, says they are. */
async function writePeople(tx: Transaction<Tables>, { id, fresh }: IncidentRow, { people, roles }: Incident): Promise<void> {
  if (!fresh) await tx.deleteFrom('incident_person').where('incident_id', '=', id).execute()
  if (people.length === 0) return
  const lead = roles['lead']?.[0]?.value ?? null
  await sql`
    with written as (
      insert into incident_person (incident_id, id, name, handle, email, bot, member_id, value)
      select ${id}::uuid, p.id, p.name, p.handle, p.email, p.bot, coalesce(
        (select m.id from member m where lower(m.email) = lower(p.email)),
        (select min(m.id) from member m where not p.bot and lower(m.name) = lower(p.name) having count(*) = 1)), p.value::jsonb
      from unnest(
        ${people.map((person) => person.id)}::text[], ${people.map(({ name }) => name)}::text[], ${people.map(({ handle }) => handle)}::text[],
        ${people.map(({ email }) => email)}::text[], ${people.map(({ bot }) => bot)}::bool[], ${people.map((person) => jsonText(person))}::text[]
      ) as p (id, name, handle, email, bot, value)
      returning id, member_id
    )
    update incident set lead = (select member_id from written where written.id = ${lead}) where id = ${id}
      and lead is distinct from (select member_id from written where written.id = ${lead})`.execute(tx)
}
