import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { listIncidents } from '../store/incident-reader.ts'
import { IncidentSummaryView, IncidentView } from './incident-view.ts'
import { isKnown } from './etag.ts'
import { FieldsQuery, sendFields } from './fields.ts'
import { IncidentParams } from './incident-params.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { Refusal } from './refusal.ts'
import { readView } from './read-incident-view.ts'
import { route } from './route.ts'
import { instant, isYes, Moment, several, Several, text, YesNo } from './text.ts'
import { receivingRoutes } from './receiving-routes.ts'

/** Incidents: handing records in, lists, one. */
export function incidentRoutes(app: FastifyInstance, house: House): void {
  receivingRoutes(app, house)
  listRoute(app, house)
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident',
    id: 'getIncident',
    summary: 'An incident with all that is known about it',
    description: 'Every value has its origin. The events are at `/timeline`.',
    tag: 'Incidents',
    etag: 'asked',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    query: FieldsQuery,
    answers: { 200: IncidentView, 304: z.null() },
    async answer({ incident, query, request, reply }) {
      const view = await readView(house, incident)
      if (isKnown(request, reply, view.revision)) return await reply.send(null)
      return await sendFields(reply.type('application/json'), IncidentView, { value: view, fields: query.fields })
    },
  })
}

const IncidentPage = pageOf(IncidentSummaryView)

const ListQuery = PageQuery.extend({
  severity: Several,
  type: Several,
  status: Several,
  service: Several,
  person: text(200).optional().describe('A part of the name of somebody who took part.'),
  from: Moment.optional().describe('Happened at or after.'),
  to: Moment.optional().describe('Happened before.'),
  text: text(400).optional().describe('Words of the title or summary.'),
  withoutPostMortem: YesNo.describe('yes: only those that nobody has written about.'),
  overdue: YesNo.describe('yes: only those with follow-ups that are open after their day.'),
}).extend(FieldsQuery.shape)

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents',
    id: 'listIncidents',
    summary: 'Incidents, newest first',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'workspace' },
    query: ListQuery,
    answers: { 200: IncidentPage },
    async answer({ person, query, reply }) {
      const filter = {
        severity: several(query.severity),
        type: several(query.type),
        status: several(query.status),
        service: several(query.service),
        person: query.person,
        from: query.from === undefined ? undefined : instant(query.from),
        to: query.to === undefined ? undefined : instant(query.to),
        text: query.text,
        withoutPostMortem: isYes(query.withoutPostMortem),
        overdue: isYes(query.overdue),
      }
      const rows = await listIncidents(house.db, person, { filter, limit: query.limit, after: keyOf(query.after) })
      const page = cut(rows, query.limit, { key: ({ happenedAt, id }) => [happenedAt, id], item: (row) => row })
      return await sendFields(reply.type('application/json'), IncidentPage, { value: page, fields: query.fields })
    },
  })
}

/** The key of a page, whose parts are an instant and an id. */
export function keyOf(after: string | undefined): readonly string[] | null {
  const key = readKey(after, 2)
  if (key === null || (!Number.isNaN(Date.parse(key[0] ?? '')) && /^[\da-f-]{36}$/.test(key[1] ?? ''))) return key
  throw new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
}
