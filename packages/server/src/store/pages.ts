import type { Instant, PlaceAudience, PublishChoice, WrittenPage } from '@blamefree/core'
import { createHash } from 'node:crypto'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import { jsonText } from './json-text.ts'
import type { Tables } from './tables.ts'

/**
 * How a page stands, as of the last time that somebody looked. `waiting`: it will be published, for the first time or again. `changed`: people have changed it there. `conflict`: the same was
 * changed here and there, and somebody has to choose. That the text here is newer than what was published is not among them: that is asked of the revisions.
 */
export type PageState = 'waiting' | 'publishing' | 'current' | 'changed' | 'conflict' | 'gone' | 'failed'

/** What was found at the place. */
export interface PageFound {
  /** The sections that were changed there. */
  readonly sections?: readonly string[]
  /** What may be done about a page that is gone. */
  readonly choices?: readonly ('create' | 'restore')[]
  /** Sentences about what is not as it was. */
  readonly notices?: readonly string[]
  /** When somebody wanted to look last and could not, and why; not there when they could. */
  readonly unseen?: { readonly at: Instant; readonly why: string }
}

/** Somebody who said that it may go to a place although more people see that place, and what was known of it then. */
export interface Confirmed {
  readonly by: string | null
  readonly at: Instant
  readonly level: PlaceAudience['level']
}

/** A post-mortem as a page of another system. */
export interface PageRow {
  readonly id: string
  readonly postMortem: string
  readonly incident: string
  readonly connection: string
  readonly marker: string
  readonly state: PageState
  readonly sentence: string | null
  readonly found: PageFound
  readonly choice: PublishChoice | null
  /** What we have written and keep for the next time; null before the first. */
  readonly written: WrittenPage | null
  /** What was about to be written, where it is not known how that ended. */
  readonly intended: string | null
  readonly revision: number | null
  readonly factsRevision: number | null
  readonly publishedBy: { readonly id: string; readonly name: string } | null
  readonly publishedAt: Instant | null
  readonly lookedAt: Instant | null
  readonly confirmed: Confirmed | null
  readonly createdAt: Instant
}

const COLUMNS = sql<PageRow>`p.id, p.post_mortem_id as "postMortem", m.incident_id as incident, p.connection_id as connection, p.marker, p.state, p.sentence, p.found, p.choice, p.written, p.intended,
  p.revision, p.facts_revision as "factsRevision", p.published_at as "publishedAt", p.looked_at as "lookedAt", p.confirmed, p.created_at as "createdAt",
  case when p.published_by is null then null else jsonb_build_object('id', p.published_by, 'name', coalesce(b.name, '')) end as "publishedBy"`
const FROM = sql`page p join post_mortem m on m.id = p.post_mortem_id left join member b on b.id = p.published_by`

/** The pages of a post-mortem, oldest first. */
export async function listPages(store: Kysely<Tables>, postMortem: string): Promise<PageRow[]> {
  return (await sql<PageRow>`select ${COLUMNS} from ${FROM} where p.post_mortem_id = ${postMortem} order by p.created_at, p.id`.execute(store)).rows
}

/** A page; null when there is none, or its post-mortem is gone. */
export async function findPage(store: Kysely<Tables>, id: string): Promise<PageRow | null> {
  return (await sql<PageRow>`select ${COLUMNS} from ${FROM} where p.id = ${id} and m.deleted_at is null`.execute(store)).rows[0] ?? null
}

/**
 * What a page over there carries, by which it is found again: always the same for a post-mortem and a connection, so that a page that was forgotten here, or restored from
 * a backup that does not know it yet, is taken up again instead of made twice.
 */
export function markerOf(postMortem: string, connection: string): string {
  return `blamefree-${createHash('sha256').update(`${postMortem} ${connection}`).digest('hex').slice(0, 24)}`
}

/** The page of a post-mortem at a place, made where there is none yet. */
export async function keepPage(
  tx: Transaction<Tables>,
  { postMortem, connection, destination }: { readonly postMortem: string; readonly connection: string; readonly destination: string },
): Promise<string> {
  await tx
    .insertInto('page')
    .values({ id: newId(), post_mortem_id: postMortem, connection_id: connection, destination, marker: markerOf(postMortem, connection), state: 'waiting' })
    .onConflict((conflict) => conflict.columns(['post_mortem_id', 'connection_id']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('page')
    .select('id')
    .where('post_mortem_id', '=', postMortem)
    .where('connection_id', '=', connection)
    .executeTakeFirstOrThrow()
  return row.id
}

/** What changes of a page. With what was written, what was about to be is settled. */
export interface PageChangeRow {
  readonly state?: PageState
  readonly sentence?: string | null
  readonly found?: PageFound
  readonly choice?: PublishChoice | null
  readonly confirmed?: Confirmed
  readonly looked?: true
  /** Why nobody could look; all else that was found stays. */
  readonly unseen?: string
  readonly written?: WrittenPage
  readonly intended?: string
  /** Which text of ours it shows, where that was seen without publishing. */
  readonly shows?: { readonly revision: number; readonly factsRevision: number }
  readonly published?: { readonly revision: number; readonly factsRevision: number; readonly by: string | null }
}

/** Writes what becomes of a page. A choice is taken away only where it is `taken`, the one that was followed: somebody may have made another meanwhile. */
export async function changePage(store: Kysely<Tables>, id: string, change: PageChangeRow, taken: PublishChoice | null = null): Promise<void> {
  const { state, sentence, found, choice, confirmed, looked, unseen, written, intended, shows, published } = change
  const now = sql<string>`now()`
  await store
    .updateTable('page')
    .set({
      updated_at: now,
      ...(state === undefined ? {} : { state }),
      ...(sentence === undefined ? {} : { sentence }),
      ...(found === undefined ? {} : { found: jsonText(found) }),
      ...(choice === undefined ? {} : { choice: choice === null ? withoutChoice(taken) : jsonText(choice) }),
      ...(confirmed === undefined ? {} : { confirmed: jsonText(confirmed) }),
      ...(written === undefined ? {} : { written: jsonText(written), intended: null }),
      ...(intended === undefined ? {} : { intended }),
      ...(looked === undefined ? {} : { looked_at: now }),
      ...(unseen === undefined ? {} : { found: sql<string>`found || jsonb_build_object('unseen', jsonb_build_object('at', now(), 'why', ${unseen}::text))` }),
      ...(shows === undefined ? {} : { revision: shows.revision, facts_revision: shows.factsRevision }),
      ...(published === undefined
        ? {}
        : { revision: published.revision, facts_revision: published.factsRevision, published_by: published.by, published_at: now, looked_at: now }),
    })
    .where('id', '=', id)
    .execute()
}

const withoutChoice = (taken: PublishChoice | null): RawBuilder<string | null> =>
  sql<string | null>`case when choice = ${taken === null ? null : jsonText(taken)}::jsonb then null else choice end`

/** Writes down what is known of a page after changes there were taken over, where nobody has published it meanwhile. */
export async function settleTaken(
  store: Kysely<Tables>,
  id: string,
  { before, after }: { readonly before: WrittenPage; readonly after: WrittenPage },
): Promise<void> {
  await store
    .updateTable('page')
    .set({ updated_at: sql<string>`now()`, written: jsonText(after) })
    .where('id', '=', id)
    .where('intended', 'is', null)
    .where(sql<boolean>`written = ${jsonText(before)}::jsonb`)
    .execute()
}

/** Forgets a page, which stays where it is. False when there is none. */
export async function forgetPage(tx: Transaction<Tables>, postMortem: string, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('page').where('id', '=', id).where('post_mortem_id', '=', postMortem).executeTakeFirstOrThrow()
  return gone.numDeletedRows > 0n
}

/** Pages that nobody has looked at, or tried to, for so many hours, of those that somebody may still care about: the longest unseen first. */
export async function pagesToLookAt(store: Kysely<Tables>, { hours, most }: { readonly hours: number; readonly most: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from page p join post_mortem m on m.id = p.post_mortem_id join incident i on i.id = m.incident_id
    where p.written is not null and p.state in ('current', 'changed', 'gone', 'conflict') and m.deleted_at is null and i.deleted_at is null
      and ${TRIED} < now() - ${hours} * interval '1 hour' and p.published_at > now() - interval '180 days'
    order by ${TRIED} limit ${most}`.execute(store)
  return rows.map(({ id }) => id)
}

const TRIED = sql`greatest(coalesce(p.looked_at, p.created_at), (p.found #>> '{unseen,at}')::timestamptz)`
