import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** What somebody has promised and is late with. */
export interface Overdue {
  readonly member: string
  readonly name: string
  readonly email: string
  readonly count: number
  /** The oldest day among them. */
  readonly since: string
}

/**
 * Who is to be reminded today, each once a day over all processes: whoever this gives will not be given again until tomorrow (UTC). Only follow-ups of incidents that they may see count.
 */
export async function claimOverdue(tx: Transaction<Tables>): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    with late as (
      select m.id as member, m.name, m.email, count(*)::int as count, min(f.due)::text as since
      from follow_up f join incident i on i.id = f.incident_id join member m on m.id = f.owner_id
      where f.outcome = 'open' and f.removed_at is null and f.due < current_date and i.deleted_at is null and m.disabled_at is null
        and (not i.private or exists (select from incident_access a where a.incident_id = i.id and a.member_id = m.id))
      group by m.id
    ), claimed as (
      insert into reminder (member_id, day) select member, current_date from late on conflict do nothing returning member_id
    )
    select late.* from late join claimed on claimed.member_id = late.member order by late.member`.execute(tx)
  return rows
}
