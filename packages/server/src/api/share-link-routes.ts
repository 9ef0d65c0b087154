import type { Document } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { copyFor } from '../documents/export-post-mortem.ts'
import type { House } from '../house.ts'
import { hashToken, newToken } from '../secrets.ts'
import { recordDeed } from '../store/audit.ts'
import { readLook } from '../store/looks.ts'
import { lastPublished } from '../store/post-mortem-versions.ts'
import { readPostMortem } from '../store/post-mortems.ts'
import { insertShareLink, listShareLinks, revokeShareLink, sharedBy } from '../store/share-links.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { answerHtml } from './html-answer.ts'
import { InPath } from './post-mortem-routes.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'

const Audience = z.enum(['internal', 'company', 'customer'])
const LinkView = z
  .object({
    id: z.string(),
    audience: Audience,
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'ShareLink' })

/** Links by which somebody without an account reads what was published, as their audience may have it. */
export function shareLinkRoutes(app: FastifyInstance, house: House): void {
  makeRoute(app, house)
  keepRoutes(app, house)
  pageRoute(app, house)
}

function makeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/share-links',
    id: 'share',
    summary: 'Make a link by which anybody who has it reads what was published',
    description: 'The link is shown once. Private incidents are not shared by link, and links to one that becomes private stop working.',
    tag: 'Sharing',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath,
    body: z.object({ audience: Audience, days: z.int().min(1).max(366).default(30).describe('How long it works.') }),
    answers: { 201: z.object({ link: LinkView, url: z.string() }) },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const stored = await thePostMortem(house, postMortem)
      if (stored.incident.private)
        throw new Refusal(409, 'private', { message: 'A private incident is not shared by link.', hint: 'Name people on it, or send them a file.' })
      if ((await lastPublished(house.db, postMortem)) === null)
        throw new Refusal(409, 'not-published', { message: 'It has never been published, so there is nothing to share.', hint: 'Publish it first.' })
      const { token, hash } = newToken('bf_share_')
      const link = await house.db.tx(async (tx) => {
        const made = await insertShareLink(tx, { postMortem, hash, ...body, by: person.memberId ?? '' })
        await recordDeed(tx, person, { action: 'share-link.make', incident, subject: postMortem, after: { link: made.id, ...body }, address: request.ip })
        return made
      })
      return reply.code(201).send({ link, url: `${house.publicUrl}/s/${token}` })
    },
  })
}

function keepRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/share-links',
    id: 'listShareLinks',
    summary: 'The links that were made, newest first; not the links themselves',
    tag: 'Sharing',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath,
    answers: { 200: z.object({ items: z.array(LinkView) }) },
    answer: async ({ postMortem }) => ({ items: await listShareLinks(house.db.sql, postMortem) }),
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem/share-links/:link',
    id: 'revokeShareLink',
    summary: 'Make a link stop working',
    tag: 'Sharing',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: InPath.extend({ link: z.uuid() }),
    answers: { 204: z.null() },
    async answer({ person, postMortem, incident, params, request, reply }) {
      const done = await house.db.tx(async (tx) => {
        const revoked = await revokeShareLink(tx, postMortem, params.link)
        if (revoked)
          await recordDeed(tx, person, { action: 'share-link.revoke', incident, subject: postMortem, after: { link: params.link }, address: request.ip })
        return revoked
      })
      if (!done) throw absent('link')
      return reply.code(204).send(null)
    },
  })
}

function pageRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/s/:token',
    id: 'readShared',
    summary: 'What a link leads to: a page that needs no account',
    tag: 'Sharing',
    policy: 'public',
    rate: 60,
    params: z.object({ token: z.string().max(200) }),
    produces: 'text/html',
    answers: { 200: z.string().describe('The page.') },
    async answer({ params, request, reply }) {
      const shared = await sharedBy(house.db.sql, hashToken(params.token))
      const [stored, published] =
        shared === null ? [null, null] : await Promise.all([readPostMortem(house.db, shared.postMortem), lastPublished(house.db, shared.postMortem)])
      const html = destinationOf('html')
      if (shared === null || stored === null || published === null || html === null) {
        const nowhere = new Refusal(404, 'no-link', {
          message: 'This link leads nowhere.',
          hint: 'It may have been taken back, or be too old. Ask whoever gave it to you.',
        })
        // A person in front of a browser gets a page, everything else our problem document.
        if (html === null || request.headers.accept?.includes('text/html') !== true) throw nowhere
        return answerHtml(reply.code(404), (await html.render(pageThatSays(nowhere), {})).bytes)
      }
      const copy = await copyFor(house.db, stored, { audience: shared.audience, evidence: 'false' }, published)
      const look = await readLook(house.db.sql, 'html')
      const { bytes } = await html.render(copy.document, { ...copy.options, ...(look === null ? {} : { reference: look }) })
      return answerHtml(reply, bytes)
    },
  })
}

/** A refusal as a document of one paragraph. */
function pageThatSays({ message, hint }: Refusal): Document {
  const tree: Document['tree'] = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: hint ?? '' }] }] }
  return { schemaVersion: 1, title: message, template: null, zone: 'UTC', language: 'en', tree }
}
