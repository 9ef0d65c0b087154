import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

/** Whether the process lives, whether it can work, and the API's own description. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/healthz',
    id: 'isAlive',
    summary: 'Whether the process lives',
    tag: 'Health',
    policy: 'public',
    rate: false,
    forEverybody: true,
    answers: { 200: Health },
    answer: () => Promise.resolve({ status: 'ok' }),
  })
  route(app, house, {
    method: 'GET',
    url: '/readyz',
    id: 'isReady',
    summary: 'Whether it can work: the database answers',
    tag: 'Health',
    policy: 'public',
    rate: false,
    answers: { 200: Health },
    async answer() {
      try {
        await house.db.pool.query('select 1')
      } catch {
        throw new Refusal(503, 'database-away', { message: 'The database does not answer.', hint: 'Nothing is lost. It is tried again with every request.' })
      }
      return { status: 'ok' }
    },
  })
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').send(app.swagger()))
}
