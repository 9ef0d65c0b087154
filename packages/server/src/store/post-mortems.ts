import type { Document, Instant } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { countedIn } from './sections-to-write.ts'
import { visible } from './things.ts'

/** How far a post-mortem is. */
export type PostMortemStatus = 'draft' | 'in-review' | 'published'

/** A post-mortem as a list shows it. */
export interface PostMortemSummary {
  readonly id: string
  readonly incident: { readonly id: string; readonly slug: string; readonly title: string; readonly severity: string | null; readonly private: boolean }
  readonly template: { readonly id: string; readonly slug: string; readonly title: string; readonly version: number } | null
  readonly title: string
  readonly status: PostMortemStatus
  /** Grows with every change; the number of its newest version. */
  readonly revision: number
  readonly author: { readonly id: string; readonly name: string } | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly publishedAt: Instant | null
  readonly publishedBy: string | null
}

/** A post-mortem with its text. */
export interface StoredPostMortem extends PostMortemSummary {
  readonly document: Document
  /** The revision of the incident that the live blocks show. */
  readonly factsRevision: number
  /** The revision that the incident has now. */
  readonly incidentRevision: number
}

/** The columns of a `PostMortemSummary`, of rows that `withNames` has brought together. */
export const SUMMARY = `p.id, p.title, p.status, p.revision, p.created_at as "createdAt", p.updated_at as "updatedAt", p.published_at as "publishedAt", p.published_by as "publishedBy",
  jsonb_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'severity', i.severity, 'private', i.private) as incident,
  case when t.id is null then null else jsonb_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'version', p.template_version) end as template,
  case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as author`
/** Post-mortems (`p`) of a table that has the columns of `post_mortem`, with their incident (`i`), template (`t`) and author (`m`). */
export const withNames = (table: 'post_mortem' | 'made'): string =>
  `${table} p join incident i on i.id = p.incident_id left join template t on t.id = p.template_id left join member m on m.id = p.author`
const FROM = withNames('post_mortem')

/** A post-mortem by its id, for whoever may see it already; null when there is none. */
export async function readPostMortem({ pool }: Database, id: string): Promise<StoredPostMortem | null> {
  const { rows } = await pool.query<StoredPostMortem>({
    name: 'post-mortem',
    text: `select ${SUMMARY}, p.document, p.facts_revision as "factsRevision", i.revision as "incidentRevision" from ${FROM} where p.id = $1 and p.deleted_at is null and i.deleted_at is null`,
    values: [id],
  })
  return rows[0] ?? null
}

/** A post-mortem as the list of all of them shows it, with what is left to do. */
export interface ListedPostMortem extends PostMortemSummary {
  /** Sections that nobody has written yet. */
  readonly toWrite: number
}

/** What a list may be narrowed to. */
export interface PostMortemFilter {
  readonly incident?: string | undefined
  readonly status?: readonly string[] | undefined
  readonly author?: string | undefined
  readonly severity?: readonly string[] | undefined
  readonly type?: readonly string[] | undefined
  readonly service?: readonly string[] | undefined
  /** When the incident happened: from, and before. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly text?: string | undefined
}

/** The post-mortems that a person may see, changed last first; one more than `limit`, so that the caller knows whether there is a next page. */
export async function listPostMortems(
  { pool }: Database,
  person: Principal,
  { filter, limit, after }: { readonly filter: PostMortemFilter; readonly limit: number; readonly after: readonly string[] | null },
): Promise<ListedPostMortem[]> {
  const values: unknown[] = [person.memberId ?? '', limit + 1]
  const where = ['p.deleted_at is null', visible('i', '$1')]
  const add = (sql: (placeholder: string) => string, value: unknown): void => {
    if (value === undefined) return
    values.push(value)
    where.push(sql(`$${values.length}`))
  }
  add((at) => `p.incident_id = ${at}::uuid`, filter.incident)
  add((at) => `p.status = any(${at})`, filter.status)
  add((at) => `p.author = ${at}`, filter.author)
  add((at) => `i.severity = any(${at})`, filter.severity)
  add((at) => `i.type = any(${at})`, filter.type)
  add((at) => `i.services && ${at}`, filter.service)
  add((at) => `i.happened_at >= ${at}::timestamptz`, filter.from)
  add((at) => `i.happened_at < ${at}::timestamptz`, filter.to)
  add((at) => `p.search @@ websearch_to_tsquery('prose', ${at})`, filter.text)
  if (after !== null) {
    values.push(after[0], after[1])
    where.push(`(p.updated_at, p.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  // The document only where a version before this one has not counted.
  const { rows } = await pool.query<PostMortemSummary & { readonly toWrite: number | null; readonly uncounted: Document | null }>({
    text: `select ${SUMMARY}, p.to_write as "toWrite", case when p.to_write is null then p.document end as uncounted from ${FROM} where ${where.join(' and ')} order by p.updated_at desc, p.id desc limit $2`,
    values,
  })
  return rows.map(({ uncounted, toWrite, ...row }) => ({ ...row, toWrite: toWrite ?? (uncounted === null ? 0 : countedIn(uncounted).to_write) }))
}
