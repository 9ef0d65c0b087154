import type { Incident } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/** What the record offers as follow-ups. One that a person has touched stays as it is; one that the record no longer has goes. */
export async function writeFollowUps(
  tx: Transaction<Tables>,
  { id, fresh }: { readonly id: string; readonly fresh: boolean },
  { followUps, people }: Pick<Incident, 'followUps' | 'people'>,
): Promise<void> {
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const values = followUps.map(({ value }) => value)
  if (values.length > 0) {
    await sql`
      insert into follow_up (id, incident_id, ref, text, owner_id, owner_name, due, priority, outcome, reason, ticket, basis, origin)
      select f.id, ${id}::uuid, f.ref, f.text, (select p.member_id from incident_person p where p.incident_id = ${id} and p.id = f.owner), f.owner_name,
        f.due, f.priority, f.outcome, case when f.outcome = 'wont-do' then coalesce(f.reason, 'No reason was given.') else f.reason end,
        f.ticket::jsonb, f.basis, f.origin::jsonb
      from unnest(
        ${values.map(() => newId())}::uuid[], ${values.map(({ id: ref }) => ref)}::text[], ${values.map(({ text }) => text)}::text[],
        ${values.map(({ owner }) => owner)}::text[], ${values.map(({ owner }) => (owner === null ? null : (nameOf.get(owner) ?? owner)))}::text[],
        ${values.map(({ due }) => due)}::date[], ${values.map(({ priority }) => priority)}::text[], ${values.map(({ outcome }) => outcome)}::text[],
        ${values.map(({ reason }) => reason)}::text[], ${values.map(({ ticket }) => (ticket === null ? null : jsonText(ticket)))}::text[],
        ${followUps.map(({ basis }) => basis)}::text[], ${followUps.map(({ origin }) => jsonText(origin))}::text[]
      ) as f (id, ref, text, owner, owner_name, due, priority, outcome, reason, ticket, basis, origin)
      on conflict (incident_id, ref) do update set
        text = excluded.text, owner_id = excluded.owner_id, owner_name = excluded.owner_name, due = excluded.due, priority = excluded.priority,
        outcome = excluded.outcome, reason = excluded.reason, ticket = excluded.ticket, basis = excluded.basis, origin = excluded.origin, removed_at = null
      where follow_up.touched_by is null`.execute(tx)
  }
  if (fresh) return
  await sql`update follow_up set removed_at = now() where incident_id = ${id} and touched_by is null and removed_at is null
    and not (ref = any(${values.map(({ id: ref }) => ref)}::text[]))`.execute(tx)
}
