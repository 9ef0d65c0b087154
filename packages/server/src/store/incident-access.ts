import type { Transaction } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Somebody who may see a private incident. */
export interface NamedMember {
  readonly id: string
  readonly name: string
}

/** Names members on an incident. */
export async function grantAccess(
  tx: Transaction<Tables>,
  { incident, by }: { readonly incident: string; readonly by: string | null },
  members: readonly string[],
): Promise<void> {
  if (members.length === 0) return
  await tx
    .insertInto('incident_access')
    .values(members.map((member) => ({ incident_id: incident, member_id: member, granted_by: by })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who is named on an incident, by name. */
export async function namedMembers(sql: Kysely<Tables>, incident: string): Promise<NamedMember[]> {
  return await sql
    .selectFrom('incident_access')
    .innerJoin('member', 'member.id', 'incident_access.member_id')
    .select(['member.id', 'member.name'])
    .where('incident_id', '=', incident)
    .orderBy('member.name')
    .orderBy('member.id')
    .execute()
}

/** Sets whether an incident is private, and who is named on it: exactly these. Gives null when one of them is no member. */
export async function setAccess(
  tx: Transaction<Tables>,
  {
    incident,
    by,
    private: hidden,
    members,
  }: { readonly incident: string; readonly by: string | null; readonly private: boolean; readonly members: readonly string[] },
): Promise<boolean> {
  const known = members.length === 0 ? [] : await tx.selectFrom('member').select('id').where('id', 'in', members).where('disabled_at', 'is', null).execute()
  if (known.length !== new Set(members).size) return false
  await tx
    .deleteFrom('incident_access')
    .where('incident_id', '=', incident)
    .$if(members.length > 0, (query) => query.where('member_id', 'not in', members))
    .execute()
  await grantAccess(tx, { incident, by }, [...new Set(members)])
  await tx.updateTable('incident').set({ private: hidden }).where('id', '=', incident).execute()
  return true
}
