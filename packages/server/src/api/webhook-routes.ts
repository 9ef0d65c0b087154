import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { now } from '../now.ts'
import { recordDeed } from '../store/audit.ts'
import { newId } from '../store/identity.ts'
import { announce } from '../store/outbox.ts'
import { changeWebhook, deleteWebhook, findWebhook, insertDelivery, insertWebhook, listWebhooks } from '../store/webhooks.ts'
import { PING } from '../webhooks/webhook-job.ts'
import { bodyOf } from '../webhooks/fan-out.ts'
import { newWebhookSecret } from '../webhooks/signature.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'
import { deliveryRoutes } from './webhook-delivery-routes.ts'

export const WebhookView = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    kinds: z.array(z.string()),
    enabled: z.boolean(),
    disabledBecause: z.string().nullable().describe('Why it was switched off by itself.'),
    includesPrivate: z.boolean(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Webhook' })

const Fields = z.object({
  name: z.string().trim().min(1).max(200),
  url: z.string().max(2000).describe('https:// or http://. Private networks only where ALLOW_PRIVATE names them.'),
  kinds: z
    .array(z.string().regex(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/))
    .max(100)
    .default([])
    .describe('Kinds (`incident.changed`) and things (`incident`); none: all.'),
  includesPrivate: z.boolean().default(false).describe('Whether it is told of private incidents too: their ids and nothing else.'),
})

export const WebhookParams = z.object({ webhook: z.uuid() })
const ADMINISTER = { verb: 'administer', on: 'workspace' } as const
const TAG = 'Webhooks'
const SHOWN_ONCE = 'With the secret, which is not shown again.'

/** Other systems that are told what happens here. */
export function webhookRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/webhooks',
    id: 'listWebhooks',
    summary: 'Every webhook, by name',
    tag: TAG,
    policy: ADMINISTER,
    answers: { 200: z.object({ items: z.array(WebhookView) }) },
    answer: async () => ({ items: await listWebhooks(house.db.sql) }),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/webhooks/:webhook',
    id: 'readWebhook',
    summary: 'One webhook',
    tag: TAG,
    policy: ADMINISTER,
    params: WebhookParams,
    answers: { 200: WebhookView },
    async answer({ params }) {
      return (await findWebhook(house.db.sql, params.webhook)) ?? Promise.reject(absent('webhook'))
    },
  })
  creationRoute(app, house)
  changeRoute(app, house)
  renewalRoute(app, house)
  deletionRoute(app, house)
  pingRoute(app, house)
  deliveryRoutes(app, house)
}

function creationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/webhooks',
    id: 'createWebhook',
    summary: 'Tell another system what happens here',
    description: `${SHOWN_ONCE} Messages are signed as Standard Webhooks has it (\`webhook-id\`, \`webhook-timestamp\`, \`webhook-signature\`), and sent again over about half a day until they are answered with a 2xx.`,
    tag: TAG,
    policy: ADMINISTER,
    body: Fields,
    answers: { 201: z.object({ webhook: WebhookView, secret: z.string() }) },
    async answer({ person, body, request, reply }) {
      await house.outbound.check(body.url)
      const id = newId()
      const secret = newWebhookSecret()
      const webhook = await house.db.tx(async (tx) => {
        const made = await insertWebhook(tx, { ...body, id, sealed: house.secrets.seal(`webhook ${id}`, secret), by: person.memberId ?? '' })
        const { name, url, kinds, includesPrivate } = made
        await recordDeed(tx, person, { action: 'webhook.make', subject: id, after: { name, url, kinds, includesPrivate }, address: request.ip })
        await announce(tx, { kind: 'webhook.created', data: { webhook: id } })
        return made
      })
      return await reply.code(201).send({ webhook, secret })
    },
  })
}

function changeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PATCH',
    url: '/v1/webhooks/:webhook',
    id: 'changeWebhook',
    summary: 'Change a webhook, or switch it off and on',
    tag: TAG,
    policy: ADMINISTER,
    params: WebhookParams,
    body: z
      .object({ name: Fields.shape.name, url: Fields.shape.url, kinds: Fields.shape.kinds.unwrap(), includesPrivate: z.boolean(), enabled: z.boolean() })
      .partial(),
    answers: { 200: WebhookView },
    async answer({ person, params, body, request }) {
      if (body.url !== undefined) await house.outbound.check(body.url)
      return await house.db.tx(async (tx) => {
        const before = await findWebhook(tx, params.webhook)
        const after = await changeWebhook(tx, params.webhook, body)
        if (before === null || after === null) throw absent('webhook')
        await recordDeed(tx, person, { action: 'webhook.change', subject: after.id, before: pick(before, body), after: body, address: request.ip })
        await announce(tx, { kind: 'webhook.changed', data: { webhook: after.id } })
        return after
      })
    },
  })
}

function renewalRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/webhooks/:webhook/secret',
    id: 'renewWebhookSecret',
    summary: 'Give a webhook a new secret',
    description: `${SHOWN_ONCE} Messages that are sent from now on are signed with it.`,
    tag: TAG,
    policy: ADMINISTER,
    params: WebhookParams,
    answers: { 200: z.object({ webhook: WebhookView, secret: z.string() }) },
    async answer({ person, params, request }) {
      const secret = newWebhookSecret()
      return await house.db.tx(async (tx) => {
        const webhook = await changeWebhook(tx, params.webhook, { sealed: house.secrets.seal(`webhook ${params.webhook}`, secret) })
        if (webhook === null) throw absent('webhook')
        await recordDeed(tx, person, { action: 'webhook.renew-secret', subject: webhook.id, address: request.ip })
        return { webhook, secret }
      })
    },
  })
}

function deletionRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/webhooks/:webhook',
    id: 'deleteWebhook',
    summary: 'Remove a webhook and its deliveries',
    tag: TAG,
    policy: ADMINISTER,
    params: WebhookParams,
    answers: { 204: z.null() },
    async answer({ person, params, request, reply }) {
      await house.db.tx(async (tx) => {
        if (!(await deleteWebhook(tx, params.webhook))) throw absent('webhook')
        await recordDeed(tx, person, { action: 'webhook.delete', subject: params.webhook, address: request.ip })
        await announce(tx, { kind: 'webhook.deleted', data: { webhook: params.webhook } })
      })
      return await reply.code(204).send(null)
    },
  })
}

function pingRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/webhooks/:webhook/ping',
    id: 'pingWebhook',
    summary: 'Send a webhook a message that says nothing, to try the way',
    tag: TAG,
    policy: ADMINISTER,
    params: WebhookParams,
    answers: { 202: z.object({ delivery: z.string() }) },
    async answer({ person, params, reply }) {
      const delivery = await house.db.tx(async (tx) => {
        if ((await findWebhook(tx, params.webhook)) === null) throw absent('webhook')
        const body = bodyOf({ id: 0, at: now(), kind: PING, incident: null, postMortem: null, member: null, data: {} }, new Map(), house.publicUrl)
        const id = await insertDelivery(tx, { webhook: params.webhook, event: 0, kind: PING, incident: null, body })
        await house.jobs.enqueue(tx, 'webhook', { delivery: id }, { by: person.memberId })
        return id
      })
      return await reply.code(202).send({ delivery })
    },
  })
}

function pick(whole: object, like: object): object {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name in like))
}
