import { blankDocument, fill, parseTemplate, printMarkdown, type Document, type Problem, type Template } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { parsedTemplate } from '../documents/parsed-template.ts'
import { suggestTemplates } from '../documents/suggest-template.ts'
import type { House } from '../house.ts'
import { loadIncident } from '../store/incident-reader.ts'
import { findTemplate, listTemplates } from '../store/templates.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { answerHtml } from './html-answer.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { DataProblemView } from './fact-view.ts'
import { DocumentView, TemplateText, TemplateView } from './template-views.ts'
import { answerFile } from './file-answer.ts'

/** Templates against an incident, and without one. */
export function templatePreviewRoutes(app: FastifyInstance, house: House): void {
  suggestionRoute(app, house)
  previewRoute(app, house)
  blankRoute(app, house)
}

function suggestionRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/incidents/:incident/templates',
    id: 'suggestTemplates',
    summary: 'The templates by how well they fit an incident, best first',
    tag: 'Templates',
    policy: { verb: 'read', on: 'incident' },
    params: z.object({ incident: z.string() }),
    answers: { 200: z.object({ items: z.array(z.object({ template: TemplateView, fits: z.boolean(), reason: z.string() })) }) },
    async answer({ incident }) {
      const [templates, facts, configuration] = await Promise.all([
        listTemplates(house.db, { archived: false }),
        loadIncident(house.db, incident),
        currentConfiguration(house.db.sql),
      ])
      if (facts === null) throw absent('incident')
      return { items: suggestTemplates(templates, facts.incident, configuration) }
    },
  })
}

const Preview = z.object({ document: DocumentView, markdown: z.string(), problems: z.array(DataProblemView) })

function previewRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/incidents/:incident/template-preview',
    id: 'previewTemplate',
    summary: 'What a template would make of an incident; nothing is kept',
    description: 'Either a template that is there, or a text. `format=html` answers with the page itself.',
    tag: 'Templates',
    policy: { verb: 'read', on: 'incident' },
    params: z.object({ incident: z.string() }),
    query: z.object({ format: z.enum(['json', 'html']).default('json') }),
    body: z.object({ template: z.string().max(120).optional(), version: z.int().min(1).optional(), text: TemplateText.optional() }),
    answers: { 200: Preview },
    async answer({ incident, body, query, reply }) {
      const [facts, configuration, { template, problems }] = await Promise.all([
        loadIncident(house.db, incident),
        currentConfiguration(house.db.sql),
        templateGiven(house, body),
      ])
      if (facts === null) throw absent('incident')
      const filled = fill(template, facts.incident, configuration)
      if (query.format === 'html') return answerHtml(reply, await htmlOf(filled.document))
      return { document: filled.document, markdown: printMarkdown(filled.document.tree), problems: [...problems, ...filled.problems] }
    },
  })
}

async function htmlOf(document: Document): Promise<Uint8Array> {
  const html = destinationOf('html')
  if (html === null) throw new Error('there is no destination html')
  return (await html.render(document, { guidance: true })).bytes
}

async function templateGiven(
  { db }: House,
  { template: name, version, text }: { template?: string | undefined; version?: number | undefined; text?: string | undefined },
): Promise<{ readonly template: Template; readonly problems: readonly Problem[] }> {
  if (text !== undefined) return parseTemplate(text, 'template.md')
  if (name === undefined)
    throw new Refusal(400, 'invalid', { message: 'Neither template nor text is given.', hint: 'Name a template, or send the text of one.' })
  const known = await findTemplate(db.sql, name)
  if (known === null || (version !== undefined && version > known.version)) throw absent('template')
  return { template: await parsedTemplate(db, { ...known, version: version ?? known.version }), problems: [] }
}

function blankRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/templates/:template/blank.:format',
    id: 'downloadBlankTemplate',
    summary: 'A template as an empty, guided document to fill in by hand',
    tag: 'Templates',
    policy: { verb: 'read', on: 'workspace' },
    params: z.object({ template: z.string().max(120), format: z.string().max(20).describe('docx, md, html, pdf or json.') }),
    produces: 'application/octet-stream',
    answers: { 200: z.string().describe('The file.') },
    async answer({ params, reply }) {
      const destination = destinationOf(params.format)
      const known = await findTemplate(house.db.sql, params.template)
      if (known === null || destination === null) throw absent('template or format')
      const document = blankDocument(await parsedTemplate(house.db, known), await currentConfiguration(house.db.sql))
      return answerFile(reply, await destination.render(document, { guidance: true, name: known.slug }))
    },
  })
}
