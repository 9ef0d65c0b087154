import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { visible } from './things.ts'

/** A service, and how many incidents name it. */
export interface ServiceCount {
  readonly name: string
  readonly incidents: number
}

/** The services of the incidents that a person may see, those with the most first. */
export async function listServices({ pool }: Database, person: Principal): Promise<ServiceCount[]> {
  const { rows } = await pool.query<ServiceCount>({
    name: 'services',
    text: `select s.name, count(*)::int as incidents from incident i cross join unnest(i.services) as s (name) where ${visible('i', '$1')} group by s.name order by 2 desc, 1 limit 500`,
    values: [person.memberId ?? ''],
  })
  return rows
}
