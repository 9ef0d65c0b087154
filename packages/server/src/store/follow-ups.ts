import type { Instant, Link } from '@blamefree/core'
import { sql, type Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'
import { visible } from './things.ts'

/** A follow-up as lists show it. */
export interface FollowUpRow {
  readonly id: string
  readonly revision: number
  readonly incident: { readonly id: string; readonly slug: string; readonly title: string }
  /** Inline Markdown. */
  readonly text: string
  readonly owner: { readonly id: string | null; readonly name: string } | null
  readonly due: string | null
  readonly priority: string | null
  readonly outcome: 'open' | 'done' | 'wont-do'
  readonly reason: string | null
  readonly ticket: Link | null
  /** Whether the record says so or a rule read it out of it; null for one that a person made or changed. */
  readonly basis: 'stated' | 'inferred' | null
  readonly overdue: boolean
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** What a list of follow-ups may be narrowed to. */
export interface FollowUpFilter {
  readonly incident?: string | undefined
  /** A member's id, or a part of a name. */
  readonly owner?: string | undefined
  readonly unowned?: boolean | undefined
  readonly outcome?: readonly string[] | undefined
  readonly priority?: readonly string[] | undefined
  readonly overdue?: boolean | undefined
  /** Due before this day. */
  readonly before?: string | undefined
  readonly text?: string | undefined
}

const OVERDUE = `(f.outcome = 'open' and f.due is not null and f.due < current_date)`
const COLUMNS = `f.id, f.revision, json_build_object('id', i.id, 'slug', i.slug, 'title', i.title) as incident, f.text,
  case when coalesce(m.name, f.owner_name) is null then null else json_build_object('id', f.owner_id, 'name', coalesce(m.name, f.owner_name)) end as owner,
  f.due, f.priority, f.outcome, f.reason, f.ticket, case when f.touched_by is null then f.basis end as basis, ${OVERDUE} as overdue,
  f.created_at as "createdAt", f.updated_at as "updatedAt"`
const FROM = `follow_up f join incident i on i.id = f.incident_id left join member m on m.id = f.owner_id`

/** A page of the follow-ups that a person may see, the soonest due first and those without a day last; one more than `limit`. */
export async function listFollowUps(
  { pool }: Pick<Database, 'pool'>,
  person: Principal,
  { filter, limit, after }: { readonly filter: FollowUpFilter; readonly limit: number; readonly after: readonly string[] | null },
): Promise<FollowUpRow[]> {
  const values: unknown[] = [person.memberId ?? '', limit + 1]
  const where = ['f.removed_at is null', visible('i', '$1')]
  const add = (value: unknown, text: (at: string) => string): void => {
    if (value === undefined) return
    values.push(value)
    where.push(text(`$${values.length}`))
  }
  add(filter.incident, (at) => `f.incident_id = ${at}`)
  add(filter.owner, (at) => `(f.owner_id = ${at} or coalesce(m.name, f.owner_name) ilike '%' || ${at} || '%')`)
  add(filter.outcome, (at) => `f.outcome = any(${at})`)
  add(filter.priority, (at) => `f.priority = any(${at})`)
  add(filter.before, (at) => `f.due < ${at}::date`)
  add(filter.text, (at) => `f.search @@ websearch_to_tsquery('prose', ${at})`)
  if (filter.unowned === true) where.push('f.owner_id is null and f.owner_name is null')
  if (filter.overdue === true) where.push(OVERDUE)
  if (after !== null) {
    values.push(...after)
    where.push(`(coalesce(f.due, 'infinity'), f.id) > ($${values.length - 1}::date, $${values.length}::uuid)`)
  }
  const { rows } = await pool.query<FollowUpRow>({
    text: `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by coalesce(f.due, 'infinity'), f.id limit $2`,
    values,
  })
  return rows
}

/** One follow-up of an incident; null when there is none. */
export async function readFollowUp({ pool }: Pick<Database, 'pool'>, incident: string, id: string): Promise<FollowUpRow | null> {
  const { rows } = await pool.query<FollowUpRow>({
    text: `select ${COLUMNS} from ${FROM} where f.incident_id = $1 and f.id = $2 and f.removed_at is null`,
    values: [incident, id],
  })
  return rows[0] ?? null
}

/** What somebody says of a follow-up. */
export interface FollowUpValues {
  readonly text?: string | undefined
  readonly owner?: { readonly id: string | null; readonly name: string } | null | undefined
  readonly due?: string | null | undefined
  readonly priority?: string | null | undefined
  readonly outcome?: FollowUpRow['outcome'] | undefined
  readonly reason?: string | null | undefined
  readonly ticket?: Link | null | undefined
}

const columnsOf = ({ text, owner, due, priority, outcome, reason, ticket }: FollowUpValues) => ({
  ...(text === undefined ? {} : { text }),
  ...(owner === undefined ? {} : { owner_id: owner?.id ?? null, owner_name: owner?.name ?? null }),
  ...(due === undefined ? {} : { due }),
  ...(priority === undefined ? {} : { priority }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(reason === undefined ? {} : { reason }),
  ...(ticket === undefined ? {} : { ticket: ticket === null ? null : jsonText(ticket) }),
})

/** Makes a follow-up that somebody thought of, and gives its id. */
export async function insertFollowUp(
  tx: Transaction<Tables>,
  { incident, by, byName }: { readonly incident: string; readonly by: string; readonly byName: string },
  values: FollowUpValues & { readonly text: string },
): Promise<string> {
  const id = newId()
  const origin = jsonText({ source: 'person', ref: id, url: null, label: `Written by ${byName}` })
  await tx
    .insertInto('follow_up')
    .values({
      id,
      incident_id: incident,
      ref: `person:${id}`,
      outcome: 'open',
      basis: 'stated',
      origin,
      touched_by: by,
      ...columnsOf(values),
      text: values.text,
    })
    .execute()
  return id
}

/** Changes a follow-up as it was at a revision; from then on the record does not change it. False when it was changed meanwhile. */
export async function changeFollowUp(
  tx: Transaction<Tables>,
  { id, revision, by }: { readonly id: string; readonly revision: number; readonly by: string },
  values: FollowUpValues,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('follow_up')
    .set({ ...columnsOf(values), touched_by: by, revision: sql<number>`revision + 1`, updated_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes a follow-up away; the record does not bring it back. */
export async function removeFollowUp(tx: Transaction<Tables>, { id, by }: { readonly id: string; readonly by: string }): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ touched_by: by, removed_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute()
}
