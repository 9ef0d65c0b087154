import type { Thing } from '../people/policy.ts'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'

/** What a path names, with what the policies ask about it. Deleted things are not found. */
export interface FoundThing {
  readonly thing: Thing
  readonly incident: string
  /** Empty for an incident. */
  readonly postMortem: string
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** An incident by its id or slug, or a post-mortem by its id; null when there is none. */
export async function findThing(db: Database, person: Principal, kind: 'incident' | 'post-mortem', name: string): Promise<FoundThing | null> {
  if (kind === 'post-mortem' && !UUID.test(name)) return null
  if (!UUID.test(name) && !/^[\p{L}\p{N}-]{1,120}$/u.test(name)) return null
  const { rows } = await db.pool.query<Row>({
    name: `thing-${kind}-${UUID.test(name) ? 'id' : 'slug'}`,
    text: kind === 'incident' ? incident(UUID.test(name)) : POST_MORTEM,
    values: [name, person.memberId ?? ''],
  })
  const [row] = rows
  if (row === undefined) return null
  const { is_private, lead, named, author } = row
  const about = { private: is_private, lead, named }
  return {
    thing: kind === 'incident' ? { kind, ...about } : { kind, ...about, author },
    incident: row.incident,
    postMortem: row.post_mortem ?? '',
  }
}

interface Row {
  readonly incident: string
  readonly post_mortem: string | null
  readonly is_private: boolean
  readonly lead: string | null
  readonly author: string | null
  readonly named: boolean
}

const NAMED = 'exists (select from incident_access a where a.incident_id = i.id and a.member_id = $2)'

const incident = (byId: boolean): string =>
  `select i.id as incident, null as post_mortem, i.private as is_private, i.lead, null as author, ${NAMED} as named
   from incident i where i.${byId ? 'id' : 'slug'} = $1 and i.deleted_at is null`

const POST_MORTEM = `select i.id as incident, p.id as post_mortem, i.private as is_private, i.lead, p.author, ${NAMED} as named
   from post_mortem p join incident i on i.id = p.incident_id where p.id = $1 and p.deleted_at is null and i.deleted_at is null`

/**
 * The rows of `incident` (under the alias given) that a person may see, as SQL for a `where`. Every list, count, search and report uses it;
 * `parameter` is the placeholder that holds the person's member id.
 */
export function visible(alias: string, parameter: string): string {
  return `(${alias}.deleted_at is null and (not ${alias}.private or exists (select from incident_access va where va.incident_id = ${alias}.id and va.member_id = ${parameter})))`
}

/** The same for rows that belong to an incident, by the column that holds its id: quick where the rows are many and the hidden incidents few. */
export function ofVisible(column: string, parameter: string): string {
  return `not exists (select from incident hi where hi.id = ${column} and (hi.private or hi.deleted_at is not null)
    and (hi.deleted_at is not null or not exists (select from incident_access ha where ha.incident_id = hi.id and ha.member_id = ${parameter})))`
}
