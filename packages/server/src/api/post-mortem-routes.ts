import { fill, printMarkdown, type Configuration, type Document, type Incident } from '@blamefree/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { DEFAULT_TEMPLATE_SLUG, parsedTemplate } from '../documents/parsed-template.ts'
import { isShownAsStored, shownDocument } from '../documents/post-mortem-facts.ts'
import { suggestTemplates } from '../documents/suggest-template.ts'
import type { House } from '../house.ts'
import { isClaimed } from '../store/idempotency.ts'
import { newId } from '../store/identity.ts'
import { loadIncident } from '../store/incident-reader.ts'
import { deletePostMortem, insertPostMortem } from '../store/post-mortem-writer.ts'
import { listPostMortems, type PostMortemFilter, type StoredPostMortem } from '../store/post-mortems.ts'
import type { Tables } from '../store/tables.ts'
import { findTemplate, listTemplates, type TemplateSummary } from '../store/templates.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { thePostMortem } from './change-post-mortem.ts'
import { answerHtml } from './html-answer.ts'
import { cut, PageQuery, pageOf, readKey } from './keyset.ts'
import { ListedPostMortemView, PostMortemView, postMortemView } from './post-mortem-views.ts'
import { absent } from './refusal.ts'
import { etagOf, isKnown } from './etag.ts'
import { route, type Call } from './route.ts'
import { instant, Moment, Several, several, words } from './text.ts'

/** A post-mortem in a path. */
export const InPath = z.object({ postMortem: z.string().max(80) })

/** Post-mortems: made from a template, listed, read, deleted. */
export function postMortemRoutes(app: FastifyInstance, house: House): void {
  createRoute(app, house)
  listRoutes(app, house)
  readRoute(app, house)
  deleteRoute(app, house)
}

function createRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/post-mortems',
    id: 'createPostMortem',
    summary: 'Fill a template with an incident',
    description: 'An incident may have several. Without a template, the one that fits the incident best.',
    tag: 'Post-mortems',
    etag: 'answered',
    policy: { verb: 'edit', on: 'incident' },
    params: z.object({ incident: z.string() }),
    body: z.object({ template: z.string().max(120).optional().describe('Its id or slug.'), title: words(500).optional() }),
    answers: { 201: PostMortemView },
    async answer({ person, incident, body, request, reply }) {
      const [facts, configuration, named] = await Promise.all([
        loadIncident(house.db, incident),
        currentConfiguration(house.db.sql),
        body.template === undefined ? null : findTemplate(house.db.sql, body.template),
      ])
      if (facts === null) throw absent('incident')
      const known = body.template === undefined ? await fittingTemplate(house, facts.incident, configuration) : named
      if (known === null) throw absent('template')
      const { document } = fill(await parsedTemplate(house.db, known), facts.incident, configuration)
      const made = body.title === undefined ? document : { ...document, title: body.title }
      const id = newId()
      const write = async (store: Kysely<Tables>): Promise<StoredPostMortem> =>
        await insertPostMortem(store, { person, address: request.ip }, { id, incident, template: known, document: made, factsRevision: facts.revision })
      const stored = await (isClaimed() ? house.db.tx(write) : write(house.db.sql))
      reply.header('etag', etagOf(stored.revision))
      return reply.code(201).header('location', `/v1/post-mortems/${id}`).send(postMortemView(stored, stored.document))
    },
  })
}

/** The template that fits an incident best, of those on offer. */
async function fittingTemplate({ db }: House, incident: Incident, configuration: Configuration): Promise<TemplateSummary | null> {
  const templates = await listTemplates(db, { archived: false })
  return suggestTemplates(templates, incident, configuration)[0]?.template ?? (await findTemplate(db.sql, DEFAULT_TEMPLATE_SLUG))
}

const Filter = PageQuery.extend({
  status: Several,
  author: z.string().max(80).optional().describe('A member’s id.'),
  severity: Several,
  type: Several,
  service: Several,
  from: Moment.optional().describe('Of incidents that happened then or later.'),
  to: Moment.optional().describe('Of incidents that happened before.'),
  text: words(400).optional().describe('Words to find in title and text.'),
})

function listRoutes(app: FastifyInstance, house: House): void {
  const answer = async ({ person, query, incident }: Call<unknown, z.infer<typeof Filter>, unknown>): Promise<unknown> => {
    const { limit, after, author, text, from, to } = query
    const [status, severity, type, service] = [several(query.status), several(query.severity), several(query.type), several(query.service)]
    const filter: PostMortemFilter = {
      status,
      severity,
      type,
      service,
      author,
      text,
      from: from === undefined ? undefined : instant(from),
      to: to === undefined ? undefined : instant(to),
      ...(incident === '' ? {} : { incident }),
    }
    const rows = await listPostMortems(house.db, person, { filter, limit, after: readKey(after, 2) })
    return cut(rows, limit, {
      key: ({ updatedAt, id }) => [updatedAt, id],
      item: (row) => row,
    })
  }
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems',
    id: 'listPostMortems',
    summary: 'Every post-mortem that you may see, changed last first',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'workspace' },
    query: Filter,
    answers: { 200: pageOf(ListedPostMortemView) },
    answer,
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/post-mortems',
    id: 'listPostMortemsOfIncident',
    summary: 'The post-mortems about an incident',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'incident' },
    params: z.object({ incident: z.string() }),
    query: Filter,
    answers: { 200: pageOf(ListedPostMortemView) },
    answer,
  })
}

const Format = z.enum(['json', 'source', 'markdown', 'html'])

function readRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem',
    id: 'readPostMortem',
    summary: 'A post-mortem with its text',
    description:
      'Until it is published, its live blocks show the facts of now. `format`: `json`; `source`, our Markdown with its directives, to edit; `markdown` and `html`, as they are exported, but with guidance.',
    tag: 'Post-mortems',
    etag: 'asked',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    query: z.object({ format: Format.default('json') }),
    answers: { 200: PostMortemView },
    async answer({ postMortem, query, reply, request }) {
      const stored = await thePostMortem(house, postMortem)
      if (isShownAsStored(stored)) {
        if (isKnown(request, reply, stored.revision)) return reply.send()
      } else reply.header('etag', etagOf(stored.revision))
      const document = await shownDocument(house.db, stored)
      return query.format === 'json' ? postMortemView(stored, document) : await answerText(reply, query.format, document)
    },
  })
}

async function answerText(reply: FastifyReply, format: 'source' | 'markdown' | 'html', document: Document): Promise<FastifyReply> {
  if (format === 'source') return reply.type('text/markdown; charset=utf-8').send(Buffer.from(printMarkdown(document.tree)))
  const destination = destinationOf(format)
  if (destination === null) throw absent('format')
  const { bytes } = await destination.render(document, { guidance: true })
  return format === 'html' ? answerHtml(reply, bytes) : reply.type('text/markdown; charset=utf-8').send(Buffer.from(bytes))
}

function deleteRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/post-mortems/:postMortem',
    id: 'deletePostMortem',
    summary: 'Delete a post-mortem',
    description: 'Its links to share stop working at once.',
    tag: 'Post-mortems',
    policy: { verb: 'delete', on: 'post-mortem' },
    params: InPath,
    answers: { 204: z.null() },
    async answer({ person, postMortem, incident, request, reply }) {
      await house.db.tx((tx) => deletePostMortem(tx, { person, address: request.ip }, { id: postMortem, incident }))
      return reply.code(204).send(null)
    },
  })
}
