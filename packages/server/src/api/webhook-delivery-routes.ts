import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import { deliveryToSend, findWebhook, listDeliveries } from '../store/webhooks.ts'
import { cut, pageOf, PageQuery, readId } from './keyset.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'

const DeliveryView = z
  .object({
    id: z.string().describe('The `webhook-id` that it is sent with, each time.'),
    kind: z.string(),
    incident: z.string().nullable(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    body: z.string(),
    createdAt: z.string(),
    lastAttemptAt: z.string().nullable(),
    deliveredAt: z.string().nullable(),
    nextAttemptAt: z.string().nullable().describe('When it is sent next, while it waits.'),
  })
  .meta({ id: 'WebhookDelivery' })

const POLICY = { verb: 'administer', on: 'workspace' } as const

/** What was sent to a webhook, how it went, and sending it again. */
export function deliveryRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/webhooks/:webhook/deliveries',
    id: 'listDeliveries',
    summary: 'What was sent to a webhook, newest first',
    description: 'For a month. Those about a private incident are there for the people named on it.',
    tag: 'Webhooks',
    policy: POLICY,
    params: z.object({ webhook: z.uuid() }),
    query: PageQuery,
    answers: { 200: pageOf(DeliveryView) },
    async answer({ person, params: { webhook }, query: { limit, after } }) {
      if ((await findWebhook(house.db.sql, webhook)) === null) throw absent('webhook')
      const before = readId(after)
      const rows = await listDeliveries(house.db, person, { webhook, limit: limit + 1, before })
      return cut(rows, limit, { key: ({ id }) => [id], item: (row) => row })
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/webhooks/:webhook/deliveries/:delivery/redeliver',
    id: 'redeliver',
    summary: 'Send a message again, with the id that it had',
    tag: 'Webhooks',
    policy: POLICY,
    params: z.object({ webhook: z.uuid(), delivery: z.uuid() }),
    answers: { 202: z.object({ delivery: z.string() }) },
    async answer({ person, params: { webhook, delivery }, request, reply }) {
      await house.db.tx(async (tx) => {
        if (!(await deliveryToSend(tx, person, { webhook, delivery }))) throw absent('delivery')
        await house.jobs.enqueue(tx, 'webhook', { delivery }, { by: person.memberId })
        await recordDeed(tx, person, { action: 'webhook.redeliver', subject: delivery, address: request.ip })
      })
      return await reply.code(202).send({ delivery })
    },
  })
}
