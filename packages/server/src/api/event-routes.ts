import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { openStreams } from '../events/streams.ts'
import type { House } from '../house.ts'
import { may } from '../people/policy.ts'
import { findThing } from '../store/things.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'

const EventQuery = z.object({
  incident: z.string().max(120).optional().describe('Only of this incident, by its id or slug.'),
  kinds: z.string().max(500).optional().describe('Only these kinds (`incident.changed`) or things (`post-mortem`), separated by commas.'),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe('As `Last-Event-ID`, for clients that cannot send it.'),
})

/** What happens, as it happens. */
export function eventRoutes(app: FastifyInstance, house: House): void {
  const streams = openStreams(house)
  house.measures.gauge('blamefree_event_streams', 'Open streams of events.', () => streams.count())
  app.addHook('preClose', (done) => {
    streams.close()
    done()
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/events',
    id: 'hearEvents',
    summary: 'What happens, as it happens: server-sent events',
    description:
      'Each event is JSON with `id`, `at`, `kind`, `incident`, `postMortem` and `data`: ids only, to be read with your own rights. With `Last-Event-ID` (browsers send it by themselves) it goes on where it was, up to seven days back; an event of the type `reset` says that older ones are gone and everything has to be read anew. An event may come twice after a reconnection, none is left out. The stream ends when you may no longer listen.',
    tag: 'Events',
    policy: 'signed-in',
    query: EventQuery,
    produces: 'text/event-stream',
    answers: { 200: z.string().describe('text/event-stream') },
    async answer({ person, query, request, reply }) {
      const found = query.incident === undefined ? null : await findThing(house.db, person, 'incident', query.incident)
      if (query.incident !== undefined && (found === null || may(person, 'read', found.thing) !== 'yes')) throw absent('incident')
      const stream = await streams.open({
        member: person.memberId ?? '',
        after: lastEventId(request) ?? query.after ?? null,
        incident: found?.incident ?? null,
        kinds: (query.kinds ?? '').split(',').filter((kind) => kind !== ''),
        stillThere: async () => (await house.authentication.principal(headersOf(request))) !== null,
      })
      if (stream === null)
        throw new Refusal(429, 'too-many-streams', { message: 'You have too many streams open.', hint: 'Close some: one is enough for everything.' })
      // Compression would hold events back.
      request.headers['x-no-compression'] = 'true'
      return await reply.header('x-accel-buffering', 'no').type('text/event-stream').send(stream)
    },
  })
}

function lastEventId({ headers }: FastifyRequest): number | null {
  const said = headers['last-event-id']
  return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : null
}

function headersOf({ headers }: FastifyRequest): Headers {
  const { authorization, cookie } = headers
  return new Headers({ ...(authorization === undefined ? {} : { authorization }), ...(cookie === undefined ? {} : { cookie }) })
}
