import { z } from 'zod'
import type { House } from '../house.ts'
import { listThreads } from '../store/comments.ts'

const ThreadView = z
  .object({
    id: z.string().describe('The `thread` of the marks that it has in the text.'),
    place: z
      .enum(['passage', 'orphaned', 'document'])
      .describe('`passage`: it is about words that are in the text; `orphaned`: they were removed; `document`: it is about a section, or all of it.'),
    passage: z.string().nullable().describe('The words that it is about as they are now.'),
    quote: z.string().nullable().describe('The words that it was about when it was opened.'),
    section: z.string().nullable(),
    createdAt: z.string(),
    resolvedBy: z.string().nullable(),
    resolvedAt: z.string().nullable(),
    comments: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        mentions: z.array(z.string()),
        by: z.object({ id: z.string(), name: z.string() }),
        at: z.string(),
        editedAt: z.string().nullable(),
        deleted: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CommentThread' })

/** What people say about a post-mortem, as it leaves. */
export const ThreadsView = z.object({ items: z.array(ThreadView) })

/** The threads of a post-mortem, oldest first, with where they stand in its text. */
export async function threadsView({ db, rooms }: House, postMortem: string): Promise<z.input<typeof ThreadsView>> {
  const [threads, passages] = await Promise.all([listThreads(db.sql, postMortem), rooms.passages(postMortem)])
  return {
    items: threads.map((thread) => {
      const passage = passages.get(thread.id) ?? null
      const place = passage !== null ? 'passage' : thread.quote === null ? 'document' : 'orphaned'
      return { ...thread, place, passage, comments: thread.comments.map((comment) => ({ ...comment, mentions: [...comment.mentions] })) }
    }),
  }
}
