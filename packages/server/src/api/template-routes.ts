import { parseTemplate, type Problem } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { recordDeed } from '../store/audit.ts'
import {
  addTemplateVersion,
  archiveTemplate,
  createTemplate,
  findTemplate,
  listTemplates,
  templateText,
  templateVersions,
  type TemplateSummary,
} from '../store/templates.ts'
import { absent, changedMeanwhile, Refusal } from './refusal.ts'
import { etagOf, requireRevision } from './etag.ts'
import { route } from './route.ts'
import { text } from './text.ts'
import { templatePreviewRoutes } from './template-preview-routes.ts'
import { DataProblemView } from './fact-view.ts'
import { TemplateText, TemplateView } from './template-views.ts'

const Named = z.object({ template: z.string().max(120).describe('Its id or slug.') })
const Note = text(1000).nullish()
const Whole = z.object({ template: TemplateView, text: z.string() })

/** Templates: ours and the team's own, with their versions. */
export function templateRoutes(app: FastifyInstance, house: House): void {
  readRoutes(app, house)
  createRoutes(app, house)
  changeRoutes(app, house)
  checkRoute(app, house)
  templatePreviewRoutes(app, house)
}

function readRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/templates',
    id: 'listTemplates',
    summary: 'Every template, ours first',
    tag: 'Templates',
    policy: { verb: 'read', on: 'workspace' },
    query: z.object({ archived: z.enum(['true', 'false']).default('false').describe('Archived ones too.') }),
    answers: { 200: z.object({ items: z.array(TemplateView) }) },
    answer: async ({ query }) => ({ items: await listTemplates(house.db, { archived: query.archived === 'true' }) }),
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/templates/:template',
    id: 'readTemplate',
    summary: 'A template with its text',
    tag: 'Templates',
    etag: 'answered',
    policy: { verb: 'read', on: 'workspace' },
    params: Named,
    query: z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Left out: the newest.') }),
    answers: { 200: Whole },
    async answer({ params, query, reply }) {
      const template = await theTemplate(house, params.template)
      const text = await templateText(house.db.sql, template.id, query.version ?? template.version)
      if (text === null) throw absent('version of the template')
      reply.header('etag', etagOf(template.version))
      return { template, text }
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/templates/:template/versions',
    id: 'listTemplateVersions',
    summary: 'What a template was, newest first',
    tag: 'Templates',
    policy: { verb: 'read', on: 'workspace' },
    params: Named,
    answers: {
      200: z.object({
        items: z.array(z.object({ version: z.int(), text: z.string(), note: z.string().nullable(), by: z.string().nullable(), at: z.string() })),
      }),
    },
    answer: async ({ params }) => ({ items: await templateVersions(house.db, (await theTemplate(house, params.template)).id) }),
  })
}

function createRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/templates',
    id: 'createTemplate',
    summary: 'Add a template of your own',
    description:
      'Its title, its description and the incidents that it is meant for stand in its front matter. A text with errors is refused with the place of each.',
    tag: 'Templates',
    etag: 'answered',
    policy: { verb: 'create', on: 'workspace' },
    body: z.object({ text: TemplateText, note: Note }),
    answers: { 201: TemplateView },
    async answer({ person, body, request, reply }) {
      refuseErrors(body.text)
      const made = await house.db.tx(async (tx) => {
        const template = await createTemplate(tx, { text: body.text, note: body.note ?? null, by: person.memberId })
        await recordDeed(tx, person, {
          action: 'template.create',
          subject: template.id,
          after: { slug: template.slug, title: template.title },
          address: request.ip,
        })
        return template
      })
      reply.header('etag', etagOf(made.version))
      return reply.code(201).send(made)
    },
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/templates/:template/duplicate',
    id: 'duplicateTemplate',
    summary: 'Make a template of your own from one that is there',
    tag: 'Templates',
    etag: 'answered',
    policy: { verb: 'create', on: 'workspace' },
    params: Named,
    answers: { 201: TemplateView },
    async answer({ person, params, request, reply }) {
      const from = await theTemplate(house, params.template)
      const text = (await templateText(house.db.sql, from.id, from.version)) ?? ''
      const made = await house.db.tx(async (tx) => {
        const template = await createTemplate(tx, { text, note: `From ${from.title}, version ${from.version}.`, by: person.memberId })
        await recordDeed(tx, person, { action: 'template.create', subject: template.id, after: { slug: template.slug, from: from.slug }, address: request.ip })
        return template
      })
      reply.header('etag', etagOf(made.version))
      return reply.code(201).send(made)
    },
  })
}

function changeRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/templates/:template',
    id: 'changeTemplate',
    summary: 'Give a template of your own a new version',
    description: 'Documents that were filled from an earlier version keep it. If-Match is the version that you changed.',
    tag: 'Templates',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'create', on: 'workspace' },
    params: Named,
    body: z.object({ text: TemplateText, note: Note }),
    answers: { 200: TemplateView },
    async answer({ person, params, body, request, reply }) {
      const template = await theTemplate(house, params.template)
      if (template.builtIn)
        throw new Refusal(409, 'built-in', { message: 'This template came with Blamefree and stays as it is.', hint: 'Duplicate it, and change the copy.' })
      const expected = requireRevision(request) ?? template.version
      refuseErrors(body.text)
      const changed = await house.db.tx(async (tx) => {
        const next = await addTemplateVersion(tx, template.id, { expected, text: body.text, note: body.note ?? null, by: person.memberId })
        if (next !== null)
          await recordDeed(tx, person, {
            action: 'template.change',
            subject: template.id,
            before: { version: expected },
            after: { version: next.version },
            address: request.ip,
          })
        return next
      })
      if (changed === null) throw changedMeanwhile('template', { version: (await theTemplate(house, template.id)).version })
      reply.header('etag', etagOf(changed.version))
      return changed
    },
  })
  route(app, house, {
    method: 'PATCH',
    url: '/v1/templates/:template',
    id: 'archiveTemplate',
    summary: 'Take a template off the list of those offered, or put it back',
    tag: 'Templates',
    policy: { verb: 'create', on: 'workspace' },
    params: Named,
    body: z.object({ archived: z.boolean() }),
    answers: { 200: TemplateView },
    async answer({ person, params, body, request }) {
      const { id, archived } = await theTemplate(house, params.template)
      return await house.db.tx(async (tx) => {
        await recordDeed(tx, person, { action: 'template.archive', subject: id, before: { archived }, after: { archived: body.archived }, address: request.ip })
        return await archiveTemplate(tx, id, body.archived)
      })
    },
  })
}

function checkRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/templates/check',
    id: 'checkTemplate',
    summary: 'What is wrong with a text as a template, with the place of each',
    tag: 'Templates',
    policy: { verb: 'read', on: 'workspace' },
    body: z.object({ text: TemplateText, name: z.string().max(200).default('template.md') }),
    answers: { 200: z.object({ problems: z.array(DataProblemView), title: z.string(), description: z.string() }) },
    async answer({ body }) {
      const { template, problems } = parseTemplate(body.text, body.name)
      return { problems, title: template.title, description: template.description }
    },
  })
}

/** The template that a path names. */
export async function theTemplate({ db }: House, name: string): Promise<TemplateSummary> {
  const template = await findTemplate(db.sql, name)
  if (template === null) throw absent('template')
  return template
}

/** Stops at a text that cannot be filled as it is meant. */
function refuseErrors(text: string): void {
  const errors = parseTemplate(text, 'template.md').problems.filter(({ weight }) => weight === 'error')
  const [first] = errors
  if (first === undefined) return
  throw new Refusal(422, 'template-errors', {
    message: `The template has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: line ${first.place?.line ?? 1}: ${first.message}`,
    hint: 'Mend it where the errors say; /v1/templates/check tells them without saving.',
    errors: errors.map(pathed),
  })
}

const pathed = ({ message, place }: Problem): { path: string; message: string } => ({ path: `text:${place?.line ?? 1}:${place?.column ?? 1}`, message })
