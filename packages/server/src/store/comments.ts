import type { Instant } from '@blamefree/core'
import { sql as plain, type Kysely, type Transaction } from 'kysely'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** Something that somebody said about a post-mortem. */
export interface Comment {
  readonly id: string
  /** Plain words; empty once it is deleted. */
  readonly text: string
  /** Members' ids. */
  readonly mentions: readonly string[]
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
  readonly editedAt: Instant | null
  readonly deleted: boolean
}

/** Comments about one place, oldest first. */
export interface Thread {
  readonly id: string
  /** The words that it was about when it was opened; null when it is about the whole document, or a section. */
  readonly quote: string | null
  /** The section's id. */
  readonly section: string | null
  readonly createdAt: Instant
  readonly resolvedBy: string | null
  readonly resolvedAt: Instant | null
  readonly comments: readonly Comment[]
}

/** The threads of a post-mortem, oldest first. One of which everything was deleted is not shown. */
export async function listThreads(sql: Kysely<Tables>, postMortem: string): Promise<Thread[]> {
  const [threads, comments] = await Promise.all([
    sql
      .selectFrom('comment_thread')
      .select(['id', 'quote', 'section', 'created_at', 'resolved_by', 'resolved_at'])
      .where('post_mortem_id', '=', postMortem)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    sql
      .selectFrom('comment')
      .innerJoin('comment_thread', 'comment_thread.id', 'thread_id')
      .leftJoin('member', 'member.id', 'made_by')
      .select(['comment.id', 'thread_id', 'text', 'mentions', 'made_by', 'member.name', 'made_at', 'edited_at', 'deleted_at'])
      .where('post_mortem_id', '=', postMortem)
      .orderBy('made_at')
      .orderBy('comment.id')
      .execute(),
  ])
  const byThread = Map.groupBy(comments, ({ thread_id }) => thread_id)
  return threads.flatMap(({ created_at, resolved_by, resolved_at, ...thread }) => {
    const said = (byThread.get(thread.id) ?? []).map(({ id, text, mentions, made_by, name, made_at, edited_at, deleted_at }): Comment => ({
      id,
      text: deleted_at === null ? text : '',
      mentions: deleted_at === null ? mentions : [],
      by: { id: made_by, name: name ?? '' },
      at: made_at,
      editedAt: edited_at,
      deleted: deleted_at !== null,
    }))
    if (said.every(({ deleted }) => deleted)) return []
    return [{ ...thread, createdAt: created_at, resolvedBy: resolved_by, resolvedAt: resolved_at, comments: said }]
  })
}

/** What somebody says. */
export interface Saying {
  readonly text: string
  readonly mentions: readonly string[]
  readonly by: string
}

/** `quote`: the words that it is about; null: the whole document, or a section of it. */
export async function openThread(
  tx: Transaction<Tables>,
  { id, postMortem, quote, section, ...said }: Saying & Pick<Thread, 'id' | 'quote' | 'section'> & { readonly postMortem: string },
): Promise<void> {
  await tx.insertInto('comment_thread').values({ id, post_mortem_id: postMortem, quote, section, created_by: said.by }).execute()
  await insertComment(tx, id, said)
}

export async function insertComment(tx: Transaction<Tables>, thread: string, { text, mentions, by }: Saying): Promise<string> {
  const id = newId()
  await tx
    .insertInto('comment')
    .values({ id, thread_id: thread, text, mentions: [...mentions], made_by: by })
    .execute()
  return id
}

/** Who has said something in a thread of the post-mortem that is still there; null when there is no such thread. */
export async function threadAuthors(sql: Kysely<Tables>, postMortem: string, thread: string): Promise<ReadonlySet<string> | null> {
  const rows = await sql
    .selectFrom('comment_thread')
    .leftJoin('comment', (join) => join.onRef('thread_id', '=', 'comment_thread.id').on('deleted_at', 'is', null))
    .select('made_by')
    .where('comment_thread.id', '=', thread)
    .where('post_mortem_id', '=', postMortem)
    .execute()
  return rows.length === 0 ? null : new Set(rows.flatMap(({ made_by }) => made_by ?? []))
}

/** A comment of the post-mortem that is still there; null when there is none. */
export async function findComment(
  sql: Kysely<Tables>,
  postMortem: string,
  comment: string,
): Promise<{ readonly thread: string; readonly by: string; readonly mentions: readonly string[] } | null> {
  const row = await sql
    .selectFrom('comment')
    .innerJoin('comment_thread', 'comment_thread.id', 'thread_id')
    .select(['thread_id', 'made_by', 'mentions'])
    .where('comment.id', '=', comment)
    .where('post_mortem_id', '=', postMortem)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : { thread: row.thread_id, by: row.made_by, mentions: row.mentions }
}

/** Gives a comment other words; with null, takes them away. */
export async function changeComment(tx: Transaction<Tables>, id: string, said: Pick<Saying, 'text' | 'mentions'> | null): Promise<void> {
  await tx
    .updateTable('comment')
    .set(
      said === null
        ? { text: '', mentions: [], deleted_at: plain<string>`now()` }
        : { text: said.text, mentions: [...said.mentions], edited_at: plain<string>`now()` },
    )
    .where('id', '=', id)
    .execute()
}

/** Takes a thread's comments away, all of them. */
export async function deleteThread(tx: Transaction<Tables>, thread: string): Promise<void> {
  await tx
    .updateTable('comment')
    .set({ text: '', mentions: [], deleted_at: plain<string>`now()` })
    .where('thread_id', '=', thread)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Says that a thread is about other words than before. */
export async function quoteThread(tx: Transaction<Tables>, thread: string, quote: string): Promise<void> {
  await tx.updateTable('comment_thread').set({ quote }).where('id', '=', thread).execute()
}

export async function resolveThread(tx: Transaction<Tables>, id: string, by: string | null): Promise<void> {
  await tx
    .updateTable('comment_thread')
    .set({ resolved_by: by, resolved_at: by === null ? null : plain<string>`now()` })
    .where('id', '=', id)
    .execute()
}
