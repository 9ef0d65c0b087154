import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { readAudit } from '../store/audit.ts'
import { cut, pageOf, PageQuery, readNumber } from './keyset.ts'
import { route } from './route.ts'
import { Moment } from './text.ts'

const DeedView = z
  .object({
    id: z.int(),
    at: z.string(),
    actor: z.string().nullable().describe('The member; null for other systems and for ourselves.'),
    actorName: z.string().nullable(),
    via: z.string().describe('session, api-key, inbound or system.'),
    action: z.string().describe('The thing and a verb: `member.change`.'),
    incident: z.string().nullable(),
    subject: z.string().nullable(),
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
    address: z.string().nullable().describe('The network address that the request came from.'),
  })
  .meta({ id: 'Deed' })

/** The log of who did what. */
export function auditRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/audit',
    id: 'readAudit',
    summary: 'Who did what, newest first',
    description: 'The log only grows. What was done to a private incident is there for the people named on it.',
    tag: 'Audit',
    policy: { verb: 'administer', on: 'workspace' },
    query: PageQuery.extend({
      actor: z.string().max(80).optional().describe('A member’s id.'),
      action: z.string().max(80).optional().describe('An action (`member.change`), or the thing that it was done to (`member`).'),
      incident: z.uuid().optional(),
      since: Moment.optional(),
      until: Moment.optional(),
    }),
    answers: { 200: pageOf(DeedView) },
    async answer({ person, query: { limit, after, ...filters } }) {
      const rows = await readAudit(house.db, person, { limit: limit + 1, before: readNumber(after), ...filters })
      return cut(rows, limit, {
        key: ({ id }) => [String(id)],
        item: ({ actor_name, incident_id, ...row }) => ({ ...row, actorName: actor_name, incident: incident_id }),
      })
    },
  })
}
