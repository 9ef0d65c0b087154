import type { Instant } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { visible } from './things.ts'

/** A contributor, mitigator, learning or risk as a post-mortem has it. */
export interface FindingRow {
  readonly kind: 'contributor' | 'mitigator' | 'learning' | 'risk'
  readonly category: string | null
  readonly text: string
  readonly position: number
  readonly postMortem: { readonly id: string; readonly title: string; readonly status: string }
  readonly incident: { readonly id: string; readonly slug: string; readonly title: string; readonly happenedAt: Instant }
}

/** What findings may be narrowed to. */
export interface FindingFilter {
  readonly kind?: readonly string[] | undefined
  readonly category?: readonly string[] | undefined
  readonly incident?: string | undefined
  readonly service?: readonly string[] | undefined
  readonly text?: string | undefined
}

/** A page of the findings that a person may see, those of the newest incidents first; one more than `limit`. */
export async function listFindings(
  { pool }: Pick<Database, 'pool'>,
  person: Principal,
  { filter, limit, after }: { readonly filter: FindingFilter; readonly limit: number; readonly after: readonly string[] | null },
): Promise<FindingRow[]> {
  const values: unknown[] = [person.memberId ?? '', limit + 1]
  const where = ['p.deleted_at is null', visible('i', '$1')]
  const add = (value: unknown, sql: (at: string) => string): void => {
    if (value === undefined) return
    values.push(value)
    where.push(sql(`$${values.length}`))
  }
  add(filter.kind, (at) => `n.kind = any(${at})`)
  add(filter.category, (at) => `n.category = any(${at})`)
  add(filter.incident, (at) => `n.incident_id::text = ${at}`)
  add(filter.service, (at) => `i.services && ${at}`)
  add(filter.text, (at) => `n.search @@ websearch_to_tsquery('prose', ${at})`)
  if (after !== null) {
    values.push(...after)
    const from = values.length
    where.push(
      `(i.happened_at < $${from - 3}::timestamptz or (i.happened_at = $${from - 3}::timestamptz and (i.id, p.id, n.position) > ($${from - 2}::uuid, $${from - 1}::uuid, $${from}::int)))`,
    )
  }
  const { rows } = await pool.query<FindingRow>({
    text: `select n.kind, n.category, n.text, n.position, json_build_object('id', p.id, 'title', p.title, 'status', p.status) as "postMortem",
        json_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'happenedAt', to_char(i.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as incident
      from finding n join post_mortem p on p.id = n.post_mortem_id join incident i on i.id = n.incident_id
      where ${where.join(' and ')} order by i.happened_at desc, i.id, p.id, n.position limit $2`,
    values,
  })
  return rows
}
