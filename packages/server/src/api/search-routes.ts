import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { listFindings } from '../store/finding-list.ts'
import { search, SEARCHED, type Searched } from '../store/search.ts'
import { similarIncidents } from '../store/similar.ts'
import { IncidentParams } from './incident-params.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'
import { several, Several, text } from './text.ts'

const Parts = z.array(z.object({ text: z.string(), match: z.boolean() })).describe('Plain text in parts; `match` marks the words that were looked for.')

const HitView = z
  .object({
    kind: z.enum(SEARCHED),
    id: z.string().describe('Of the thing; a person’s name; a finding’s place in its post-mortem.'),
    incident: z.object({ id: z.string(), slug: z.string(), title: z.string() }),
    postMortem: z.string().nullable(),
    at: z.string(),
    score: z.number(),
    title: Parts,
    excerpt: Parts,
  })
  .meta({ id: 'SearchHit' })

const FindingView = z
  .object({
    kind: z.enum(['contributor', 'mitigator', 'learning', 'risk']),
    category: z.string().nullable(),
    text: z.string(),
    postMortem: z.object({ id: z.string(), title: z.string(), status: z.string() }),
    incident: z.object({ id: z.string(), slug: z.string(), title: z.string(), happenedAt: z.string() }),
  })
  .meta({ id: 'FindingOfPostMortem' })

/** Finding things again. */
export function searchRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/search',
    id: 'search',
    summary: 'Incidents, events, post-mortems, follow-ups, findings and people by their words',
    description: '`"a phrase"`, `-without`, `this or that`; the last word may be only begun. Best first.',
    tag: 'Search',
    policy: { verb: 'read', on: 'workspace' },
    query: z.object({
      q: text(400),
      kind: Several.describe(`Only these, with commas between them: ${SEARCHED.join(', ')}.`),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      page: z.coerce.number().int().min(1).max(20).default(1),
    }),
    answers: { 200: z.object({ items: z.array(HitView), more: z.boolean() }) },
    async answer({ person, query }) {
      const rows = await search(house.db, person, { words: query.q, kinds: kindsOf(query.kind), limit: query.limit, offset: (query.page - 1) * query.limit })
      return { items: rows.slice(0, query.limit), more: rows.length > query.limit }
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/similar',
    id: 'similarIncidents',
    summary: 'Incidents like this one, by words and shared services',
    tag: 'Search',
    policy: { verb: 'read', on: 'incident' },
    params: IncidentParams,
    query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
    answers: {
      200: z.object({
        items: z.array(
          z
            .object({
              id: z.string(),
              slug: z.string(),
              title: z.string(),
              severity: z.string().nullable(),
              happenedAt: z.string(),
              services: z.array(z.string()),
              score: z.number(),
            })
            .meta({ id: 'SimilarIncident' }),
        ),
      }),
    },
    answer: async ({ person, incident, query }) => ({ items: await similarIncidents(house.db, person, incident, query.limit) }),
  })
  findingRoute(app, house)
}

function kindsOf(said: string | undefined): readonly Searched[] {
  const kinds = several(said)
  const unknown = kinds?.find((kind) => !(SEARCHED as readonly string[]).includes(kind))
  if (unknown !== undefined)
    throw new Refusal(400, 'invalid', { message: `There is no kind ${JSON.stringify(unknown)}.`, hint: `Known: ${SEARCHED.join(', ')}.` })
  return SEARCHED.filter((kind) => kinds === undefined || kinds.includes(kind))
}

function findingRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/findings',
    id: 'listFindings',
    summary: 'Contributors, mitigators, learnings and risks of all post-mortems',
    description: 'As the documents’ sections have them; the document is the truth.',
    tag: 'Search',
    policy: { verb: 'read', on: 'workspace' },
    query: PageQuery.extend({ kind: Several, category: Several, service: Several, incident: z.string().max(100).optional(), text: text(400).optional() }),
    answers: { 200: pageOf(FindingView) },
    async answer({ person, query }) {
      const filter = {
        kind: several(query.kind),
        category: several(query.category),
        service: several(query.service),
        incident: query.incident,
        text: query.text,
      }
      const rows = await listFindings(house.db, person, { filter, limit: query.limit, after: afterOf(query.after) })
      return cut(rows, query.limit, {
        key: ({ incident, postMortem, position }) => [incident.happenedAt, incident.id, postMortem.id, String(position)],
        item: (row) => row,
      })
    },
  })
}

function afterOf(after: string | undefined): readonly string[] | null {
  const key = readKey(after, 4)
  const uuid = /^[\da-f-]{36}$/
  if (key === null || (!Number.isNaN(Date.parse(key[0] ?? '')) && uuid.test(key[1] ?? '') && uuid.test(key[2] ?? '') && /^\d{1,9}$/.test(key[3] ?? '')))
    return key
  throw new Refusal(400, 'invalid', { message: 'after is not the next of a page.', hint: 'Leave it out to begin at the first page.' })
}
