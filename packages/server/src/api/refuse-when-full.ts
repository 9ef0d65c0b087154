import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { Refusal } from './refusal.ts'

/** So many may wait for a connection of the database. Beyond, the last would wait longer than their senders do. */
const MOST_WAITING = 2_000

/** Answers 503 in a sentence before anything is done, while more requests wait for the database than it can serve soon. What was let in is served. */
export function refuseWhenFull(app: FastifyInstance, { db }: { readonly db: Pick<House['db'], 'pool'> }, most: number = MOST_WAITING): void {
  app.addHook('onRequest', async (request, reply) => {
    if (db.pool.waitingCount < most || request.routeOptions.url === '/healthz') return
    reply.header('retry-after', '5')
    throw new Refusal(503, 'busy', { message: 'More requests are waiting than can be answered soon.', hint: 'Send it again in a few seconds.' })
  })
}
