import type { Document } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import { indexedIn } from '../documents/indexed-in.ts'
import type { Principal } from '../people/principal.ts'
import { mergeIntoRoom, type NextDocument } from '../rooms/keep-room.ts'
import { deedInserted, recordDeed } from './audit.ts'
import { findingsInserted, indexFindings } from './findings.ts'
import { jsonText, storable } from './json-text.ts'
import { announce, announcementInserted, ringFor } from './outbox.ts'
import { keepVersion, type VersionReason } from './post-mortem-versions.ts'
import { SUMMARY, withNames, type PostMortemStatus, type StoredPostMortem } from './post-mortems.ts'
import { countedIn } from './sections-to-write.ts'
import type { Tables } from './tables.ts'

/** A post-mortem that is new. */
export interface NewPostMortem {
  readonly id: string
  readonly incident: string
  readonly template: { readonly id: string; readonly version: number } | null
  readonly document: Document
  readonly factsRevision: number
}

/** Who does it and from where, for the log. */
export interface Doer {
  readonly person: Principal
  readonly address: string
}

/** The time to the millisecond, as it leaves the database: pages are cut by it. */
const THIS_MOMENT = sql<string>`date_trunc('milliseconds', now())`

/**
 * Writes a new post-mortem: its first version, its words for search, its findings, the log and the announcement. One statement, so that it is all there or not at all
 * without a transaction of its own. Gives it as `readPostMortem` would, without having the whole text come back.
 */
export async function insertPostMortem(store: Kysely<Tables>, { person, address }: Doer, made: NewPostMortem): Promise<StoredPostMortem> {
  const { id, incident, template } = made
  const { value: document, text } = storable(made.document)
  const by = person.memberId
  const { plain, findings } = indexedIn(document)
  const { rows } = await sql<Omit<StoredPostMortem, 'document'> & { readonly rung: unknown }>`with made as (
      insert into post_mortem (id, incident_id, template_id, template_version, title, status, document, to_write, plain, author, facts_revision, created_at, updated_at)
      values (${id}, ${incident}, ${template?.id ?? null}, ${template?.version ?? null}, ${titleOf(document)}, 'draft', ${text}, ${countedIn(document).to_write}, ${plain}, ${by},
        ${made.factsRevision}, ${THIS_MOMENT}, ${THIS_MOMENT}) returning *
    ),
    kept as (insert into post_mortem_version (post_mortem_id, version, status, title, document, reason, made_by, authors)
      select id, revision, status, title, document, 'made', ${by}::text, ${by === null ? [] : [by]}::text[] from made),
    ${findings.length === 0 ? sql`` : sql`found as (${findingsInserted({ incident, postMortem: id }, findings)}),`}
    noted as (${deedInserted(person, { action: 'post-mortem.create', incident, subject: id, after: { template: document.template }, address })}),
    told as (${announcementInserted({ kind: 'post-mortem.created', incident, postMortem: id, data: { revision: 1, status: 'draft' } })})
    select ${ringFor(sql`told.id`)} as rung, ${sql.raw(SUMMARY)}, p.facts_revision as "factsRevision", i.revision as "incidentRevision"
      from told, ${sql.raw(withNames('made'))}`.execute(store)
  const [row] = rows
  if (row === undefined) throw new Error('a post-mortem was written and is not there')
  const { rung: _rung, ...summary } = row
  return { ...summary, document }
}

/** What becomes of a post-mortem. What is left out stays. */
export interface PostMortemChange {
  readonly id: string
  readonly incident: string
  /** The revision that the change was made from; null for changes that do not depend on one. */
  readonly expected: number | null
  /** Only from one of these; left out: from any. */
  readonly from?: readonly PostMortemStatus[]
  /** What the text becomes. A function is given the text as people see it at that moment, with everything that they have typed. */
  readonly document?: NextDocument
  readonly status?: PostMortemStatus
  /** The author, where it is given to somebody else. */
  readonly author?: string | null
  readonly factsRevision?: number
  /** A remark for the versions. */
  readonly note?: string | null
  /** Why the version is kept; left out: it was written. */
  readonly reason?: VersionReason
  /** For the log: `post-mortem.publish`. */
  readonly action: string
  /** For the log, besides what the change itself says. */
  readonly details?: Readonly<Record<string, unknown>>
  /** What else is written with it, in the same transaction. */
  readonly also?: (tx: Transaction<Tables>) => Promise<void>
}

/** What became of it; `changed`: it has another revision by now, `status`: it is not where the change may begin. Then nothing was written. */
export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'changed' | 'status'; readonly revision: number; readonly status: PostMortemStatus }

/**
 * Writes a change with everything that hangs on it: a version, the words for search, the findings, the log, the announcement. What people have typed together and is not in
 * the row yet goes in with it, and a new document reaches their editors.
 */
export async function savePostMortem(tx: Transaction<Tables>, { person, address }: Doer, change: PostMortemChange): Promise<Saved> {
  const { id, incident, action } = change
  const row = await tx
    .selectFrom('post_mortem')
    .select(['revision', 'status', 'title', 'writing_since'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const status = row.status as PostMortemStatus
  if (change.expected !== null && change.expected !== row.revision) return { kind: 'changed', revision: row.revision, status }
  if (change.from !== undefined && !change.from.includes(status)) return { kind: 'status', revision: row.revision, status }
  // What takes the place of the whole text: what people have written since the last version would be in none.
  if (typeof change.document === 'object' && row.writing_since !== null) await keepVersion(tx, id, { reason: 'pause', by: null })
  const revision = row.revision + 1
  const next = change.status ?? status
  const document = (await mergeIntoRoom(tx, { postMortem: id, next: change.document ?? null, actor: person.memberId })) ?? undefined
  const indexed = document === undefined ? undefined : indexedIn(document)
  await tx
    .updateTable('post_mortem')
    .set({
      revision,
      status: next,
      updated_at: THIS_MOMENT,
      ...(document === undefined ? {} : { document: jsonText(document), title: titleOf(document), plain: indexed?.plain ?? '', ...countedIn(document) }),
      ...(change.author === undefined ? {} : { author: change.author }),
      ...(change.factsRevision === undefined ? {} : { facts_revision: change.factsRevision }),
      ...(next === 'published' && status !== 'published' ? { published_at: THIS_MOMENT, published_by: person.memberId } : {}),
    })
    .where('id', '=', id)
    .execute()
  const reason = change.reason ?? (next === status ? 'written' : 'status')
  if (document !== undefined || next !== status) await keepVersion(tx, id, { reason, note: change.note ?? null, by: person.memberId })
  if (indexed !== undefined) await indexFindings(tx, { incident, postMortem: id }, indexed.findings)
  await change.also?.(tx)
  await recordDeed(tx, person, {
    action,
    incident,
    subject: id,
    before: { revision: row.revision, status },
    after: { revision, status: next, ...change.details },
    address,
  })
  await announce(tx, { kind: ANNOUNCED[action] ?? 'post-mortem.changed', incident, postMortem: id, data: { revision, status: next } })
  return { kind: 'saved', revision }
}

const ANNOUNCED: Readonly<Record<string, string>> = {
  'post-mortem.publish': 'post-mortem.published',
  'post-mortem.reopen': 'post-mortem.reopened',
  'post-mortem.request-review': 'post-mortem.review-requested',
}

/** Takes a post-mortem away: from then on nobody finds it. */
export async function deletePostMortem(
  tx: Transaction<Tables>,
  { person, address }: Doer,
  of: { readonly id: string; readonly incident: string },
): Promise<void> {
  const { id, incident } = of
  await tx
    .updateTable('post_mortem')
    .set({ deleted_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('finding').where('incident_id', '=', incident).where('post_mortem_id', '=', id).execute()
  await tx
    .updateTable('share_link')
    .set({ revoked_at: sql<string>`now()` })
    .where('post_mortem_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  await recordDeed(tx, person, { action: 'post-mortem.delete', incident, subject: id, address })
  await announce(tx, { kind: 'post-mortem.deleted', incident, postMortem: id })
}

const titleOf = ({ title }: Document): string => title.slice(0, 500)
