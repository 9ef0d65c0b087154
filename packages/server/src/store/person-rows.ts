import type { Incident, Person } from '@blamefree/core'
import { sql, type RawBuilder } from 'kysely'
import { jsonText } from './json-text.ts'

/** What of a person of an incident is written, in the order of `personRows`. */
export const PERSON_COLUMNS: RawBuilder<unknown> = sql.raw('id, name, handle, email, bot, member_id, value')

/** People as rows of those columns, for a `from`: each with the member whom their e-mail address, or a name that only one member has, says they are. */
export function personRows(people: readonly Person[]): RawBuilder<unknown> {
  return sql`(select p.id, p.name, p.handle, p.email, p.bot, coalesce(
      (select m.id from member m where lower(m.email) = lower(p.email)),
      (select min(m.id) from member m where not p.bot and lower(m.name) = lower(p.name) having count(*) = 1)) as member_id, p.value::jsonb
    from unnest(
      ${people.map((person) => person.id)}::text[], ${people.map(({ name }) => name)}::text[], ${people.map(({ handle }) => handle)}::text[],
      ${people.map(({ email }) => email)}::text[], ${people.map(({ bot }) => bot)}::bool[], ${people.map((person) => jsonText(person))}::text[]
    ) as p (id, name, handle, email, bot, value)) as rows`
}

/** The person of the record who led. */
export const leadOf = ({ roles }: Pick<Incident, 'roles'>): string | null => roles['lead']?.[0]?.value ?? null
