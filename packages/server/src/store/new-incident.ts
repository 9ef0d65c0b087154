import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Principal } from '../people/principal.ts'
import { deedInserted } from './audit.ts'
import { CORRECTION_COLUMNS, correctionRows, type NewCorrection } from './corrections.ts'
import { addEvents, AT_ONCE, EVENT_COLUMNS, eventRows } from './event-writer.ts'
import { FOLLOW_UP_COLUMNS, followUpRows } from './follow-up-writer.ts'
import { keysLocked } from './incident-key.ts'
import { columnsOf, type Understood, type WrittenIncident } from './incident-writer.ts'
import { announcementInserted, ringFor } from './outbox.ts'
import { leadOf, PERSON_COLUMNS, personRows } from './person-rows.ts'
import { smallRawsKept, type SmallRaw } from './raw-store.ts'
import { RECORD_COLUMNS, recordRows, type KeptRecord } from './records.ts'
import type { Tables } from './tables.ts'

/** An incident that is new, with everything that is written with it. */
export interface NewIncident {
  readonly id: string
  readonly person: Principal
  readonly address: string | null
  readonly understood: Understood
  readonly private: boolean
  /** Members who may see it although it is private. */
  readonly named: readonly string[]
  readonly said: readonly NewCorrection[]
  readonly records: readonly KeptRecord[]
  /** Payloads that are not kept yet; large ones are kept before, in the same transaction. */
  readonly raws: readonly SmallRaw[]
  /** By what it is known again, where nothing is known by any of it yet: it fails (23505) when somebody else was quicker. */
  readonly keys: readonly string[]
}

/** Whether one statement writes all of a new incident, so that it needs no transaction around it. */
export const isOneStatement = ({ understood }: Pick<NewIncident, 'understood'>): boolean => understood.incident.events.length <= AT_ONCE

/**
 * Writes a new incident with its events, people, follow-ups, records, keys, the line of the log and the announcement: one statement, so that it is all there or not
 * at all, and costs one way to the database and one flush of its log. Beyond `isOneStatement` it needs a transaction around it, for the rest of the events.
 */
export async function insertIncident(store: Kysely<Tables>, made: NewIncident): Promise<WrittenIncident> {
  const { rows } = await statementOf(made).execute(store)
  const [row] = rows
  if (row === undefined) throw new Error(`No name is free for the incident ${made.id}.`)
  const { events } = made.understood.incident
  if (!isOneStatement(made)) await addEvents(store, made.id, events, AT_ONCE)
  return { id: row.id, slug: row.slug, revision: row.revision, title: row.title }
}

function statementOf(made: NewIncident): RawBuilder<WrittenIncident> {
  const { id, person, address, understood, records } = made
  const { people } = understood.incident
  const deed = {
    action: 'incident.create',
    incident: id,
    after: { records: records.map(({ name, reading }) => ({ name, source: reading.source })) },
    ...(address === null ? {} : { address }),
  }
  const parts = [
    sql`locked as materialized (${keysLocked(made.keys)})`,
    people.length === 0
      ? sql`who as (select null::text as id, null::text as member_id)`
      : sql`who as materialized (select ${PERSON_COLUMNS} from ${personRows(people)})`,
    sql`made as (${incidentInserted(made)})`,
    ...(made.raws.length === 0 ? [] : smallRawsKept(made.raws)),
    ...childrenOf(made).map((child, at) => sql`${sql.raw(`child${at}`)} as (${child})`),
    sql`noted as (${deedInserted(person, deed)})`,
    sql`told as (${announcementInserted({ kind: 'incident.created', incident: id, data: { revision: 1 } })})`,
  ]
  return sql<WrittenIncident>`with ${sql.join(parts)}
    select made.id, made.slug, made.revision, made.title, ${ringFor(sql`told.id`)} from made, told`
}

/**
 * Under its own name, with a number where another incident has it, and with its id where many have. Each name is looked up by itself (`offset 0`): a
 * statement that was planned when there were few incidents would look through all of them.
 */
function incidentInserted({ id, person, understood: { incident, problems }, private: hidden }: NewIncident): RawBuilder<unknown> {
  const columns = columnsOf(incident, problems)
  const names = [incident.id, `${incident.id}-2`, `${incident.id}-3`, `${incident.id}-4`, `${incident.id}-${id.slice(-6)}`, `${incident.id}-${id}`]
  const at = (moment: string | null): RawBuilder<unknown> => sql`${moment}::timestamptz`
  return sql`insert into incident (id, slug, title, type, severity, status, services, impact_started_at, reported_at, identified_at, fixed_at, closed_at, happened_at, private,
      lead, facts, problems, created_by)
    select ${id}::uuid, (select name from unnest(${names}::text[]) with ordinality as n (name, place) where not exists (select from incident where slug = name offset 0) order by place limit 1),
      ${columns.title}::text, ${columns.type}::text, ${columns.severity}::text, ${columns.status}::text, ${columns.services}::text[], ${at(columns.impact_started_at)},
      ${at(columns.reported_at)}, ${at(columns.identified_at)}, ${at(columns.fixed_at)}, ${at(columns.closed_at)}, coalesce(${at(columns.happened_at)}, now()), ${hidden}::bool,
      (select member_id from who where who.id = ${leadOf(incident)}::text), ${columns.facts}::jsonb, ${columns.problems}::jsonb, ${person.memberId}::text
    returning id, slug, revision, title`
}

/** What is written beside the incident's row, as far as there is any of it. */
function childrenOf({ id, person, understood: { incident }, named, said, records, keys }: NewIncident): RawBuilder<unknown>[] {
  const by = person.memberId
  const children: readonly (readonly [there: readonly unknown[], child: () => RawBuilder<unknown>])[] = [
    [incident.events, () => of('event', EVENT_COLUMNS, eventRows(incident.events.slice(0, AT_ONCE), 0))],
    [incident.people, () => of('incident_person', PERSON_COLUMNS, sql`who`)],
    [
      incident.followUps,
      () =>
        of(
          'follow_up',
          sql`owner_id, ${FOLLOW_UP_COLUMNS}`,
          followUpRows(incident),
          sql`(select who.member_id from who where who.id = rows.owner), ${FOLLOW_UP_COLUMNS}`,
        ),
    ],
    [records, () => of('incident_raw', RECORD_COLUMNS, recordRows({ from: 0, by }, records))],
    [said, () => of('correction', CORRECTION_COLUMNS, correctionRows(by ?? person.name, said))],
    [
      named,
      () =>
        of(
          'incident_access',
          sql`member_id, granted_by`,
          sql`(select distinct m, ${by}::text from unnest(${named}::text[]) m) as rows (member_id, granted_by)`,
        ),
    ],
    [
      keys,
      () => of('incident_key', sql`key`, sql`(select key from locked, (select distinct k from unnest(${keys}::text[]) k) as ks (key) order by key) as rows`),
    ],
  ]
  return children.filter(([there]) => there.length > 0).map(([, child]) => child())

  function of(table: string, columns: RawBuilder<unknown>, rows: RawBuilder<unknown>, values: RawBuilder<unknown> = columns): RawBuilder<unknown> {
    return sql`insert into ${sql.table(table)} (incident_id, ${columns}) select ${id}::uuid, ${values} from ${rows}`
  }
}
