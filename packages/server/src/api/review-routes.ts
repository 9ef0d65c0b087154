import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { writeToMembers } from '../documents/letters.ts'
import { factsFor } from '../documents/post-mortem-facts.ts'
import { liveDocument } from '../documents/live-document.ts'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { announce } from '../store/outbox.ts'
import { lockText } from '../store/room-log.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'
import { answerReview, forgetReviews, membersWhoSee, requestReviews, reviewsOf } from '../store/reviews.ts'
import { changePostMortem, thePostMortem } from './change-post-mortem.ts'
import { etagOf, requireRevision, revisionOf } from './etag.ts'
import { InPath } from './post-mortem-routes.ts'
import { PostMortemSummaryView } from './post-mortem-views.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'
import { text, words } from './text.ts'

const ReviewView = z
  .object({
    member: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(['requested', 'approved', 'changes-requested']),
    note: z.string().nullable().describe('What whoever asked them wrote; once they have answered, what they wrote.'),
    requestedBy: z.string().nullable(),
    requestedAt: z.string(),
    answeredAt: z.string().nullable(),
    changedSince: z.boolean().describe('The text was changed after they had looked at it.'),
  })
  .meta({ id: 'Review' })

const Standing = z.object({ postMortem: PostMortemSummaryView, reviews: z.array(ReviewView) }).meta({ id: 'ReviewStanding' })
const Note = text(2000).nullish()

/** From a draft to a published post-mortem, and back. */
export function reviewRoutes(app: FastifyInstance, house: House): void {
  requestRoute(app, house)
  answerRoutes(app, house)
  publishRoute(app, house)
  backRoutes(app, house)
}

async function standing(
  { db }: House,
  { document: _text, factsRevision: _facts, incidentRevision: _now, ...postMortem }: StoredPostMortem,
): Promise<z.input<typeof Standing>> {
  return { postMortem, reviews: await reviewsOf(db.sql, postMortem.id) }
}

function requestRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/review',
    id: 'requestReview',
    summary: 'Ask members to review it',
    description: 'Without reviewers, it only says that it is ready to be read. Who is asked again reviews anew. They are told by mail.',
    tag: 'Post-mortems',
    ifMatch: 'optional',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: InPath,
    body: z.object({ reviewers: z.array(z.string().max(80)).max(50).default([]), note: Note }),
    answers: { 200: Standing },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const reviewers = [...new Set(body.reviewers)]
      const seeing = await membersWhoSee(house.db.sql, incident, reviewers)
      if (seeing.length !== reviewers.length)
        throw new Refusal(422, 'not-a-reviewer', {
          message: 'Somebody who is asked is no member, is disabled, or may not see this incident.',
          hint: 'Ask members who may see it; name them on the incident first where it is private.',
        })
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: revisionOf(request),
          from: ['draft', 'in-review'],
          make: () => ({
            status: 'in-review',
            action: 'post-mortem.request-review',
            note: body.note ?? null,
            details: { reviewers, note: body.note ?? null },
            also: (tx) => requestReviews(tx, { postMortem, by: person.memberId, note: body.note ?? null }, reviewers),
          }),
        },
      )
      await writeToMembers(house, {
        members: reviewers,
        actor: person.memberId,
        about: { postMortem, incident, title: now.title, private: now.incident.private },
        says: (name) => `${person.name} asks you to review ${name}`,
        note: body.note ?? null,
      })
      reply.header('etag', etagOf(now.revision))
      return await standing(house, now)
    },
  })
}

function answerRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/review',
    id: 'readReview',
    summary: 'Who was asked to review it, and what they said',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: { 200: Standing },
    answer: async ({ postMortem }) => await standing(house, await thePostMortem(house, postMortem)),
  })
  route(app, house, {
    method: 'PUT',
    url: '/v1/post-mortems/:postMortem/review',
    id: 'answerReview',
    summary: 'Approve it, or ask for changes',
    description: 'For those who were asked, viewers too.',
    tag: 'Post-mortems',
    policy: { verb: 'comment', on: 'post-mortem' },
    params: InPath,
    body: z.object({ state: z.enum(['approved', 'changes-requested']), note: Note }),
    answers: { 200: Standing },
    async answer({ person, postMortem, incident, body, request }) {
      const stored = await thePostMortem(house, postMortem)
      const asked = await house.db.tx(async (tx) => {
        // Locked, so that nobody publishes it while somebody asks for changes.
        const now = await lockText(tx, postMortem)
        if (now?.status !== 'in-review')
          throw new Refusal(409, 'status', {
            message: `The post-mortem is ${now?.status === 'published' ? 'published' : 'not in review'}.`,
            hint: 'Ask its author to request a review.',
            ...(now === null ? {} : { current: { id: postMortem, revision: now.revision, status: now.status } }),
          })
        const done = await answerReview(tx, { postMortem, member: person.memberId ?? '' }, { state: body.state, note: body.note ?? null })
        if (!done) return false
        await recordDeed(tx, person, {
          action: 'post-mortem.review',
          incident,
          subject: postMortem,
          after: { state: body.state, note: body.note ?? null },
          address: request.ip,
        })
        await announce(tx, { kind: 'post-mortem.reviewed', incident, postMortem, data: { state: body.state } })
        return true
      })
      if (!asked)
        throw new Refusal(403, 'not-asked', { message: 'Nobody asked you to review this.', hint: 'Comment on it instead, or ask its author to name you.' })
      await writeToMembers(house, {
        members: stored.author === null ? [] : [stored.author.id],
        actor: person.memberId,
        about: { postMortem, incident, title: stored.title, private: stored.incident.private },
        says: (name) => `${person.name} ${body.state === 'approved' ? 'approved' : 'asks for changes to'} ${name}`,
        note: body.note ?? null,
      })
      return await standing(house, stored)
    },
  })
}

function publishRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/publish',
    id: 'publishPostMortem',
    summary: 'Publish it: from now on it stays as it is',
    description: 'Its live blocks are kept as they show themselves now. Where reviewers were asked, every one of them has to approve first.',
    tag: 'Post-mortems',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath,
    body: z.object({ note: Note }).nullish(),
    answers: { 200: Standing },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: ['draft', 'in-review'],
          make: async (stored) => {
            await refuseUnapproved(house.db.sql, postMortem)
            const { template, incident, configuration, revision } = await factsFor(house.db, stored)
            return {
              document: (shown) => liveDocument(shown, template, incident, configuration),
              factsRevision: revision,
              status: 'published',
              note: body?.note ?? null,
              action: 'post-mortem.publish',
              // Once more, where no reviewer can answer in between.
              also: (tx) => refuseUnapproved(tx, postMortem),
            }
          },
        },
      )
      reply.header('etag', etagOf(now.revision))
      return await standing(house, now)
    },
  })
}

async function refuseUnapproved(from: Parameters<typeof reviewsOf>[0], postMortem: string): Promise<void> {
  const open = (await reviewsOf(from, postMortem)).filter(({ state }) => state !== 'approved')
  if (open.length === 0) return
  throw new Refusal(409, 'not-approved', {
    message: `It is not approved yet by ${open.map(({ member }) => member.name).join(', ')}.`,
    hint: 'Wait for their approval, or take the review back.',
    reviews: open.map(({ member, state, note }) => ({ member, state, note })),
  })
}

function backRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/review',
    id: 'withdrawReview',
    summary: 'Take the review back: it is a draft again, and nobody is asked',
    tag: 'Post-mortems',
    ifMatch: 'optional',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: InPath,
    answers: { 200: Standing },
    async answer({ person, postMortem, incident, request, reply }) {
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: revisionOf(request),
          from: ['in-review'],
          make: () => ({ status: 'draft', action: 'post-mortem.withdraw-review', also: (tx) => forgetReviews(tx, postMortem) }),
        },
      )
      reply.header('etag', etagOf(now.revision))
      return await standing(house, now)
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/reopen',
    id: 'reopenPostMortem',
    summary: 'Reopen a published post-mortem as a draft',
    description: 'What was published stays among its versions; why it was reopened stands there and in the log.',
    tag: 'Post-mortems',
    ifMatch: 'optional',
    etag: 'answered',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath,
    body: z.object({ note: words(2000).describe('Why.') }),
    answers: { 200: Standing },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: revisionOf(request),
          from: ['published'],
          make: () => ({
            status: 'draft',
            note: body.note,
            action: 'post-mortem.reopen',
            details: { note: body.note },
            also: (tx) => forgetReviews(tx, postMortem),
          }),
        },
      )
      reply.header('etag', etagOf(now.revision))
      return await standing(house, now)
    },
  })
}
