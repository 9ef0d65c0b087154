import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { sameSecret } from '../secrets.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'

/** What the process measures, for Prometheus; and the measuring of every answer. */
export function metricsRoute(app: FastifyInstance, house: House): void {
  const { measures, settings } = house
  app.addHook('onResponse', (request, reply, done) => {
    measures.answered({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
    done()
  })
  route(app, house, {
    method: 'GET',
    url: '/metrics',
    id: 'readMetrics',
    summary: 'What the process measures of itself, for Prometheus',
    description: 'With METRICS_TOKEN set, to whoever sends it as a bearer token; without, to this machine only.',
    tag: 'Health',
    policy: 'public',
    rate: false,
    produces: 'text/plain',
    answers: { 200: z.string().describe('Prometheus’s text format 0.0.4') },
    async answer({ request, reply }) {
      mayRead(request, settings.metricsToken)
      return await reply.type('text/plain; version=0.0.4; charset=utf-8').send(await measures.text())
    },
  })
}

function mayRead({ headers, ip }: FastifyRequest, token: string | null): void {
  if (token !== null) {
    if (sameSecret(headers.authorization ?? '', `Bearer ${token}`)) return
    throw new Refusal(401, 'metrics-token', { message: 'This is not the token that /metrics asks for.', hint: 'Send METRICS_TOKEN as a bearer token.' })
  }
  // A proxy on this machine asks from this machine, for somebody else.
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)
  if (forwarded || !/^(?:127\.|::1$|::ffff:127\.)/.test(ip)) throw absent('route')
}
