import type { Incident } from '@blamefree/core'
import { sql, type RawBuilder, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** What of a follow-up is written beside its incident and its owner, in the order of `followUpRows`. */
export const FOLLOW_UP_COLUMNS: RawBuilder<unknown> = sql.raw('id, ref, text, owner_name, due, priority, outcome, reason, ticket, basis, origin')

/** Follow-ups as rows of those columns and `owner`, the id of a person of the incident, for a `from`. */
export function followUpRows({ followUps, people }: Pick<Incident, 'followUps' | 'people'>): RawBuilder<unknown> {
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const values = followUps.map(({ value }) => value)
  return sql`(select id, ref, text, owner, owner_name, due, priority, outcome,
      case when outcome = 'wont-do' then coalesce(reason, 'No reason was given.') else reason end as reason, ticket::jsonb, basis, origin::jsonb
    from unnest(
      ${values.map(() => newId())}::uuid[], ${values.map(({ id: ref }) => ref)}::text[], ${values.map(({ text }) => text)}::text[],
      ${values.map(({ owner }) => owner)}::text[], ${values.map(({ owner }) => (owner === null ? null : (nameOf.get(owner) ?? owner)))}::text[],
      ${values.map(({ due }) => due)}::date[], ${values.map(({ priority }) => priority)}::text[], ${values.map(({ outcome }) => outcome)}::text[],
      ${values.map(({ reason }) => reason)}::text[], ${values.map(({ ticket }) => (ticket === null ? null : jsonText(ticket)))}::text[],
      ${followUps.map(({ basis }) => basis)}::text[], ${followUps.map(({ origin }) => jsonText(origin))}::text[]
    ) as f (id, ref, text, owner, owner_name, due, priority, outcome, reason, ticket, basis, origin)) as rows`
}

/** What the record offers as follow-ups. One that a person has touched stays as it is; one that the record no longer has goes. */
export async function writeFollowUps(tx: Transaction<Tables>, id: string, { followUps, people }: Pick<Incident, 'followUps' | 'people'>): Promise<void> {
  if (followUps.length > 0) {
    await sql`
      insert into follow_up (incident_id, owner_id, ${FOLLOW_UP_COLUMNS})
      select ${id}::uuid, (select p.member_id from incident_person p where p.incident_id = ${id} and p.id = rows.owner), ${FOLLOW_UP_COLUMNS}
      from ${followUpRows({ followUps, people })}
      on conflict (incident_id, ref) do update set
        text = excluded.text, owner_id = excluded.owner_id, owner_name = excluded.owner_name, due = excluded.due, priority = excluded.priority,
        outcome = excluded.outcome, reason = excluded.reason, ticket = excluded.ticket, basis = excluded.basis, origin = excluded.origin, removed_at = null
      where follow_up.touched_by is null`.execute(tx)
  }
  await sql`update follow_up set removed_at = now() where incident_id = ${id} and touched_by is null and removed_at is null
    and not (ref = any(${followUps.map(({ value }) => value.id)}::text[]))`.execute(tx)
}
