import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { writeToMembers } from '../documents/letters.ts'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { changeComment, commentAuthor, hasThread, insertComment, listThreads, openThread, resolveThread } from '../store/comments.ts'
import { announce } from '../store/outbox.ts'
import { membersWhoSee } from '../store/reviews.ts'
import type { Principal } from '../people/principal.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { InPath } from './post-mortem-routes.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { words } from './text.ts'

const Said = z.object({
  text: words(10_000).describe('Plain words; nothing in them is markup.'),
  mentions: z.array(z.string().max(80)).max(50).default([]).describe('Members’ ids; they are told by mail.'),
})
const ThreadView = z
  .object({
    id: z.string(),
    anchor: z.unknown(),
    quote: z.string().nullable(),
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
const Threads = z.object({ items: z.array(ThreadView) })
const Thread = InPath.extend({ thread: z.uuid() })
const Comment = InPath.extend({ comment: z.uuid() })

/** What people say about a post-mortem; viewers may too. */
export function commentRoutes(app: FastifyInstance, house: House): void {
  listRoute(app, house)
  sayRoutes(app, house)
  changeRoutes(app, house)
  resolveRoute(app, house)
}

const threads = async ({ db }: House, postMortem: string): Promise<z.input<typeof Threads>> => ({
  items: (await listThreads(db.sql, postMortem)).map((thread) => ({
    ...thread,
    comments: thread.comments.map((comment) => ({ ...comment, mentions: [...comment.mentions] })),
  })),
})

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/threads',
    id: 'listThreads',
    summary: 'What people said about it, by place',
    tag: 'Comments',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: { 200: Threads },
    answer: async ({ postMortem }) => await threads(house, postMortem),
  })
}

function sayRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/threads',
    id: 'openThread',
    summary: 'Comment on a place of it',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: InPath,
    body: Said.extend({
      anchor: z
        .unknown()
        .refine((anchor) => JSON.stringify(anchor ?? null).length <= 4000, 'must be at most 4,000 characters of JSON')
        .optional()
        .describe('Where in the text, as the editor keeps it.'),
      quote: words(2000).optional(),
      section: words(200).optional(),
    }),
    answers: { 201: Threads },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const about = { person, postMortem, incident, request }
      await refuseMentions(house, incident, body.mentions)
      await say(house, about, body.mentions, async (by, tx) => {
        const { anchor = null, quote = null, section = null, text, mentions } = body
        return await openThread(tx, postMortem, { anchor, quote, section, text, mentions, by })
      })
      return reply.code(201).send(await threads(house, postMortem))
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/threads/:thread/comments',
    id: 'reply',
    summary: 'Reply',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Thread,
    body: Said,
    answers: { 201: Threads },
    async answer({ person, postMortem, incident, params, body, request, reply }) {
      if (!(await hasThread(house.db.sql, postMortem, params.thread))) throw absent('thread')
      await refuseMentions(house, incident, body.mentions)
      await say(house, { person, postMortem, incident, request }, body.mentions, async (by, tx) => await insertComment(tx, params.thread, { ...body, by }))
      return reply.code(201).send(await threads(house, postMortem))
    },
  })
}

interface About {
  readonly person: Principal
  readonly postMortem: string
  readonly incident: string
  readonly request: FastifyRequest
}
type Tx = Parameters<typeof insertComment>[0]

/** Writes something that somebody says, with the log and the announcement, and tells those whom it mentions. */
async function say(
  house: House,
  { person, postMortem, incident, request }: About,
  mentions: readonly string[],
  write: (by: string, tx: Tx) => Promise<string>,
): Promise<void> {
  const by = person.memberId
  if (by === null) throw new Refusal(403, 'forbidden', { message: 'Only members comment.' })
  await house.db.tx(async (tx) => {
    const subject = await write(by, tx)
    await recordDeed(tx, person, { action: 'comment.make', incident, subject, address: request.ip })
    await announce(tx, { kind: 'post-mortem.commented', incident, postMortem, data: { comment: subject } })
  })
  if (mentions.length === 0) return
  const { title, incident: of } = await thePostMortem(house, postMortem)
  await writeToMembers(house, {
    members: [...new Set(mentions)],
    actor: by,
    about: { postMortem, incident, title, private: of.private },
    says: (name) => `${person.name} mentions you in a comment on ${name}`,
  })
}

/** Nobody is mentioned who may not see it: they would learn that there is something. */
async function refuseMentions({ db }: House, incident: string, mentions: readonly string[]): Promise<void> {
  const wanted = [...new Set(mentions)]
  if ((await membersWhoSee(db.sql, incident, wanted)).length === wanted.length) return
  throw new Refusal(422, 'not-to-mention', {
    message: 'Somebody who is mentioned is no member, is disabled, or may not see this incident.',
    hint: 'Mention members who may see it.',
  })
}

async function ownComment({ db }: House, { person, postMortem }: Pick<About, 'person' | 'postMortem'>, comment: string): Promise<void> {
  const author = await commentAuthor(db.sql, postMortem, comment)
  if (author === null) throw absent('comment')
  if (author !== person.memberId) throw new Refusal(403, 'not-yours', { message: 'This is somebody else’s comment.', hint: 'Reply to it instead.' })
}

function changeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/post-mortems/:postMortem/comments/:comment',
    id: 'editComment',
    summary: 'Edit a comment of your own',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Comment,
    body: Said,
    answers: { 200: Threads },
    async answer({ person, postMortem, incident, params, body, request }) {
      await ownComment(house, { person, postMortem }, params.comment)
      await refuseMentions(house, incident, body.mentions)
      await house.db.tx(async (tx) => {
        await changeComment(tx, params.comment, body)
        await recordDeed(tx, person, { action: 'comment.edit', incident, subject: params.comment, address: request.ip })
        await announce(tx, { kind: 'post-mortem.commented', incident, postMortem, data: { comment: params.comment } })
      })
      return await threads(house, postMortem)
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/comments/:comment',
    id: 'deleteComment',
    summary: 'Delete a comment of your own',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Comment,
    answers: { 200: Threads },
    async answer({ person, postMortem, incident, params, request }) {
      await ownComment(house, { person, postMortem }, params.comment)
      await house.db.tx(async (tx) => {
        await changeComment(tx, params.comment, null)
        await recordDeed(tx, person, { action: 'comment.delete', incident, subject: params.comment, address: request.ip })
        await announce(tx, { kind: 'post-mortem.commented', incident, postMortem, data: { comment: params.comment } })
      })
      return await threads(house, postMortem)
    },
  })
}

function resolveRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/post-mortems/:postMortem/threads/:thread',
    id: 'resolveThread',
    summary: 'Say that a thread is settled, or open it again',
    tag: 'Comments',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: Thread,
    body: z.object({ resolved: z.boolean() }),
    answers: { 200: Threads },
    async answer({ person, postMortem, incident, params: { thread }, body: { resolved }, request }) {
      if (!(await hasThread(house.db.sql, postMortem, thread))) throw absent('thread')
      await house.db.tx(async (tx) => {
        await resolveThread(tx, thread, resolved ? person.memberId : null)
        await recordDeed(tx, person, { action: resolved ? 'thread.resolve' : 'thread.reopen', incident, subject: thread, address: request.ip })
        await announce(tx, { kind: 'post-mortem.commented', incident, postMortem, data: { thread } })
      })
      return await threads(house, postMortem)
    },
  })
}
