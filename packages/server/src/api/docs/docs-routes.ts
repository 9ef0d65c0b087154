import type { FastifyInstance } from 'fastify'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenApi } from '../tidy-openapi.ts'
import { docsPage } from './docs-page.ts'

const FILES = [
  ['docs.css', 'text/css; charset=utf-8'],
  ['search-routes.js', 'text/javascript; charset=utf-8'],
] as const

/** The API for people: `/v1/docs`, a page of ours that asks nobody else for anything. */
export function docsRoutes(app: FastifyInstance): void {
  let page: string | null = null
  app.get('/v1/docs', { schema: { hide: true } }, async (_request, reply) => {
    page ??= docsPage(app.swagger() as unknown as OpenApi)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
  for (const [name, type] of FILES) {
    app.get(`/v1/docs/${name}`, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'no-cache')
        .send(await readFile(join(import.meta.dirname, name))),
    )
  }
}
