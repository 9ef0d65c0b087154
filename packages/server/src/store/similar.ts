import type { Instant } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { visible } from './things.ts'

/** An incident that is like another. */
export interface SimilarIncident {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly severity: string | null
  readonly happenedAt: Instant
  /** Services that both have. */
  readonly services: readonly string[]
  /** From 0 up; for comparing within one answer only. */
  readonly score: number
}

/** How many words of an incident its likes are looked for by, and how many candidates are ranked. */
const WORDS = 40
const RANKED = 1_000

/** The incidents that a person may see which share words of the title and summary, or services, with one; the most alike first. */
export async function similarIncidents({ pool }: Pick<Database, 'pool'>, person: Principal, incident: string, limit: number): Promise<SimilarIncident[]> {
  const { rows: own } = await pool.query<{ words: string | null; services: string[]; type: string | null }>({
    text: `select (select string_agg('''' || replace(replace(w.lexeme, '\\', '\\\\'), '''', '''''') || '''', ' | ')
        from (select lexeme from unnest(i.search) order by cardinality(positions) desc, length(lexeme) desc limit ${WORDS}) w) as words, i.services, i.type
      from incident i where i.id = $1`,
    values: [incident],
  })
  const [me] = own
  if (me === undefined) return []
  const { rows } = await pool.query<SimilarIncident>({
    text: `select h.id, h.slug, h.title, h.severity, h.happened_at as "happenedAt", h.services,
        (ts_rank(h.search, $3::tsquery) + 0.3 * cardinality(h.services) + case when h.type = $5 then 0.05 else 0 end)::float8 as score
      from (select i.id, i.slug, i.title, i.severity, i.happened_at, i.type, i.search,
          array(select unnest(i.services) intersect select unnest($4::text[]) order by 1) as services
        from incident i where i.id <> $2 and (i.search @@ $3::tsquery or i.services && $4::text[]) and ${visible('i', '$1')}
        order by i.happened_at desc limit ${RANKED}) h
      order by score desc, h.happened_at desc, h.id limit $6`,
    values: [person.memberId ?? '', incident, me.words ?? '', me.services, me.type, limit],
  })
  return rows
}
