import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { loadCorrections } from '../store/corrections.ts'
import { listIncidents, readIncident, type IncidentSummary } from '../store/incident-reader.ts'
import { IncidentSummaryView, IncidentView, incidentView } from './incident-view.ts'
import { IncidentParams } from './incident-params.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { absent, Refusal } from './refusal.ts'
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
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    answers: { 200: IncidentView },
    async answer({ incident, reply }) {
      const view = await viewOf(house, incident)
      return reply.header('etag', etag(view.revision)).send(view)
    },
  })
}

export const etag = (revision: number): string => `"${revision}"`

/** An incident as it leaves the server. */
export async function viewOf({ db }: Pick<House, 'db'>, id: string): Promise<z.infer<typeof IncidentView>> {
  const [stored, corrections, configuration] = await Promise.all([readIncident(db, id), loadCorrections(db.sql, id), currentConfiguration(db.sql)])
  if (stored === null) throw absent('incident')
  return incidentView(stored, corrections, configuration)
}

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
  fields: z.string().max(400).optional().describe('Only these members of each, with commas between them.'),
})

function listRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents',
    id: 'listIncidents',
    summary: 'Incidents, newest first',
    tag: 'Incidents',
    policy: { verb: 'read', on: 'workspace' },
    query: ListQuery,
    answers: { 200: pageOf(IncidentSummaryView.partial()) },
    async answer({ person, query }) {
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
      const fields = chosenFields(query.fields)
      const rows = await listIncidents(house.db, person, { filter, limit: query.limit, after: keyOf(query.after) })
      return cut(rows, query.limit, { key: ({ happenedAt, id }) => [happenedAt, id], item: (row) => only(row, fields) })
    },
  })
}

/** The key of a page, whose parts are an instant and an id. */
export function keyOf(after: string | undefined): readonly string[] | null {
  const key = readKey(after, 2)
  if (key === null || (!Number.isNaN(Date.parse(key[0] ?? '')) && /^[\da-f-]{36}$/.test(key[1] ?? ''))) return key
  throw new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
}

function chosenFields(said: string | undefined): ReadonlySet<string> | null {
  const fields = several(said)
  if (fields === undefined) return null
  const unknown = fields.find((field) => !Object.hasOwn(IncidentSummaryView.shape, field))
  if (unknown !== undefined)
    throw new Refusal(400, 'invalid', {
      message: `There is no field ${JSON.stringify(unknown)}.`,
      hint: `Known: ${Object.keys(IncidentSummaryView.shape).join(', ')}.`,
    })
  return new Set(fields)
}

function only(row: IncidentSummary, fields: ReadonlySet<string> | null): Partial<IncidentSummary> {
  return fields === null ? row : Object.fromEntries(Object.entries(row).filter(([name]) => fields.has(name)))
}
