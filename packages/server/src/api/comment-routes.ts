import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { markInRoom, unmarkInRoom } from '../rooms/passages-in-room.ts'
import { recordDeed } from '../store/audit.ts'
import { changeComment, deleteThread, findComment, insertComment, openThread, quoteThread, resolveThread, threadAuthors } from '../store/comments.ts'
import { newId } from '../store/identity.ts'
import type { AboutPostMortem } from './change-post-mortem.ts'
import { announceComment, others, refuseMentions, writeOfMentions } from './mentions.ts'
import { InPath } from './post-mortem-routes.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { text, words } from './text.ts'
import { ThreadsView, threadsView } from './thread-views.ts'

const Said = z.object({
  text: words(10_000).describe('Plain words; nothing in them is markup.'),
  mentions: z.array(z.string().max(80)).max(50).default([]).describe('Members’ ids; they are told by mail.'),
})
const Position = z
  .unknown()
  .refine((position) => JSON.stringify(position ?? null).length <= 1000, 'must be at most 1,000 characters of JSON')
  .describe('As `Y.relativePositionToJSON` gives it.')
const Passage = {
  anchor: z
    .object({ from: Position, to: Position })
    .optional()
    .describe('Where in the live text. Of a text that is saved: what the server has not seen yet, it does not find.'),
  quote: text(2000).optional().describe('The words. Enough without an anchor: the first place that says so is taken.'),
}
/** The longest quote that is kept, in characters. */
const QUOTE = 2000
const Thread = InPath.extend({ thread: z.uuid() })
const Comment = InPath.extend({ comment: z.uuid() })

/** What people say about a post-mortem, or about a passage of it; viewers may too. */
export function commentRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  openRoute(app, house)
  replyRoute(app, house)
  commentChangeRoutes(app, house)
  threadChangeRoute(app, house)
  threadDeleteRoute(app, house)
}

type Tx = Parameters<typeof insertComment>[0]
type Given = { readonly anchor?: { readonly from: unknown; readonly to: unknown } | undefined; readonly quote?: string | undefined }

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/threads',
    id: 'listThreads',
    summary: 'What people said about it, by place',
    tag: 'Comments',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: { 200: ThreadsView },
    answer: async ({ postMortem }) => await threadsView(house, postMortem),
  })
}

function openRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/threads',
    id: 'openThread',
    summary: 'Comment on a passage, on a section, or on all of it',
    description:
      'A passage is marked in the live text, also for those who may only read; 409 `passage-gone` when its words were removed meanwhile. Without anchor and quote it is about the section, or all of it.',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: InPath,
    body: Said.extend({ ...Passage, section: words(200).optional() }),
    answers: { 201: ThreadsView },
    async answer({ person, postMortem, incident, body, request, reply }) {
      await say(house, { person, postMortem, incident, request }, body.mentions, async (by, tx) => {
        const id = newId()
        const quote = await marked(tx, { postMortem, thread: id, actor: by }, body)
        const { section = null, text, mentions } = body
        await openThread(tx, { id, postMortem, quote, section, text, mentions, by })
        return { thread: id }
      })
      return reply.code(201).send(await threadsView(house, postMortem))
    },
  })
}

/** Marks a thread's passage and gives its words; null when none was named. */
async function marked(tx: Tx, of: { postMortem: string; thread: string; actor: string }, { anchor, quote = '' }: Given): Promise<string | null> {
  if (anchor === undefined && quote === '') return null
  const passage = await markInRoom(tx, of, { anchor: anchor === undefined ? null : { from: anchor.from, to: anchor.to }, quote: quote === '' ? null : quote })
  if (passage !== null) return passage.slice(0, QUOTE).toWellFormed()
  throw new Refusal(409, 'passage-gone', {
    message: 'These words are not in the text any more.',
    hint: 'Choose other words, or leave the passage out to comment on all of it.',
  })
}

function replyRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/threads/:thread/comments',
    id: 'reply',
    summary: 'Reply',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Thread,
    body: Said,
    answers: { 201: ThreadsView },
    async answer({ person, postMortem, incident, params: { thread }, body, request, reply }) {
      await theAuthors(house, postMortem, thread)
      await say(house, { person, postMortem, incident, request }, body.mentions, async (by, tx) => ({
        thread,
        comment: await insertComment(tx, thread, { ...body, by }),
      }))
      return reply.code(201).send(await threadsView(house, postMortem))
    },
  })
}

/** Writes something that somebody says, with the log and the announcement, and tells those whom it mentions. */
async function say(
  house: House,
  { person, postMortem, incident, request }: AboutPostMortem,
  mentions: readonly string[],
  write: (by: string, tx: Tx) => Promise<{ readonly thread: string; readonly comment?: string }>,
): Promise<void> {
  const by = person.memberId
  if (by === null) throw new Refusal(403, 'forbidden', { message: 'Only members comment.' })
  await refuseMentions(house, incident, mentions)
  await house.db.tx(async (tx) => {
    const data = await write(by, tx)
    await recordDeed(tx, person, { action: 'comment.make', incident, subject: data.comment ?? data.thread, address: request.ip })
    await announceComment(tx, { incident, postMortem, data, mentions: others(mentions, by) })
  })
  await writeOfMentions(house, { person, postMortem, incident, request }, mentions)
}

async function ownComment(
  { db }: House,
  { person, postMortem }: Pick<AboutPostMortem, 'person' | 'postMortem'>,
  comment: string,
): Promise<{ readonly thread: string; readonly mentions: readonly string[] }> {
  const found = await findComment(db.sql, postMortem, comment)
  if (found === null) throw absent('comment')
  if (found.by !== person.memberId) throw new Refusal(403, 'not-yours', { message: 'This is somebody else’s comment.', hint: 'Reply to it instead.' })
  return found
}

async function theAuthors({ db }: House, postMortem: string, thread: string): Promise<ReadonlySet<string>> {
  const authors = await threadAuthors(db.sql, postMortem, thread)
  if (authors === null || authors.size === 0) throw absent('thread')
  return authors
}

function commentChangeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/post-mortems/:postMortem/comments/:comment',
    id: 'editComment',
    summary: 'Edit a comment of your own',
    description: 'Who is mentioned now and was not before is told.',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Comment,
    body: Said,
    answers: { 200: ThreadsView },
    async answer({ person, postMortem, incident, params: { comment }, body, request }) {
      const { thread, mentions } = await ownComment(house, { person, postMortem }, comment)
      await refuseMentions(house, incident, body.mentions)
      const anew = body.mentions.filter((member) => !mentions.includes(member))
      await house.db.tx(async (tx) => {
        await changeComment(tx, comment, body)
        await recordDeed(tx, person, { action: 'comment.edit', incident, subject: comment, address: request.ip })
        await announceComment(tx, { incident, postMortem, data: { thread, comment }, mentions: others(anew, person.memberId) })
      })
      await writeOfMentions(house, { person, postMortem, incident, request }, anew)
      return await threadsView(house, postMortem)
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/comments/:comment',
    id: 'deleteComment',
    summary: 'Delete a comment of your own',
    description: 'With its last comment a thread is gone.',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Comment,
    answers: { 200: ThreadsView },
    async answer({ person, postMortem, incident, params: { comment }, request }) {
      const { thread } = await ownComment(house, { person, postMortem }, comment)
      await house.db.tx(async (tx) => {
        await changeComment(tx, comment, null)
        if ((await threadAuthors(tx, postMortem, thread))?.size === 0) await unmarkInRoom(tx, { postMortem, thread, actor: person.memberId })
        await recordDeed(tx, person, { action: 'comment.delete', incident, subject: comment, address: request.ip })
        await announceComment(tx, { incident, postMortem, data: { thread, comment }, mentions: [] })
      })
      return await threadsView(house, postMortem)
    },
  })
}

function threadChangeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/post-mortems/:postMortem/threads/:thread',
    id: 'changeThread',
    summary: 'Say that a thread is settled, open it again, or put it on another passage',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Thread,
    body: z.object({ resolved: z.boolean().optional(), ...Passage }),
    answers: { 200: ThreadsView },
    async answer({ person, postMortem, incident, params: { thread }, body, request }) {
      await theAuthors(house, postMortem, thread)
      const { resolved } = body
      await house.db.tx(async (tx) => {
        const about = { incident, subject: thread, address: request.ip }
        const quote = await marked(tx, { postMortem, thread, actor: person.memberId ?? '' }, body)
        if (quote !== null) {
          await quoteThread(tx, thread, quote)
          await recordDeed(tx, person, { action: 'thread.place', ...about })
        }
        if (resolved !== undefined) {
          await resolveThread(tx, thread, resolved ? person.memberId : null)
          await recordDeed(tx, person, { action: resolved ? 'thread.resolve' : 'thread.reopen', ...about })
        }
        await announceComment(tx, { incident, postMortem, data: { thread }, mentions: [] })
      })
      return await threadsView(house, postMortem)
    },
  })
}

function threadDeleteRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/threads/:thread',
    id: 'deleteThread',
    summary: 'Delete a thread with everything that was said in it',
    description: 'Whoever alone has said something in it may, and administrators.',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Thread,
    answers: { 200: ThreadsView },
    async answer({ person, postMortem, incident, params: { thread }, request }) {
      const authors = await theAuthors(house, postMortem, thread)
      const alone = authors.size === 1 && person.memberId !== null && authors.has(person.memberId)
      if (!alone && person.role !== 'administrator')
        throw new Refusal(403, 'not-yours', {
          message: 'Others have said something in this thread.',
          hint: 'Settle it instead, or ask an administrator to delete it.',
        })
      await house.db.tx(async (tx) => {
        await deleteThread(tx, thread)
        await unmarkInRoom(tx, { postMortem, thread, actor: person.memberId })
        await recordDeed(tx, person, { action: 'thread.delete', incident, subject: thread, address: request.ip })
        await announceComment(tx, { incident, postMortem, data: { thread }, mentions: [] })
      })
      return await threadsView(house, postMortem)
    },
  })
}
