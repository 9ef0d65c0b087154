import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CONTENT_SECURITY_POLICY } from './browser-guard.ts'

/** Where `npm run web` puts the pages. */
const DIST = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

const KINDS: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.html': 'text/html; charset=utf-8',
}

const NOT_MADE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blamefree</title><body><h1>The pages are not made yet</h1><p>Run <code>npm run web</code> where Blamefree is, then load this page again. The API works without them: <a href="/v1/openapi.json">/v1/openapi.json</a>.</p></body></html>`

/** The web: its files under their names, and its one page at every address that is no route of the API. `folder` is where the pages were made. */
export function webPages(app: FastifyInstance, folder: string = DIST): void {
  const files = new Set(filesOf(folder))
  const send = async (file: string, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const kind = KINDS[extname(file)]
    if (kind === undefined || !files.has(file)) {
      reply.callNotFound()
      return
    }
    const encoding = ['br', 'gz'].find((squeezed) => files.has(`${file}.${squeezed}`) && accepts(request, squeezed === 'gz' ? 'gzip' : squeezed))
    if (encoding !== undefined) reply.header('content-encoding', encoding === 'gz' ? 'gzip' : 'br')
    // What has its content's hash in its name never changes.
    reply.header('cache-control', file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    await reply
      .type(kind)
      .header('vary', 'accept-encoding')
      .send(await readFile(join(folder, encoding === undefined ? file : `${file}.${encoding}`)))
  }
  const silent = { schema: { hide: true }, config: { rateLimit: false, forEverybody: true }, logLevel: 'silent' } as const
  // One route for what there are a hundred of: each route takes its time at the start.
  app.get<{ Params: { file: string } }>('/assets/:file', silent, async (request, reply) => await send(`assets/${request.params.file}`, request, reply))
  for (const file of files) {
    if (KINDS[extname(file)] && !file.includes('/') && file !== 'index.html')
      app.get(`/${file}`, silent, async (request, reply) => await send(file, request, reply))
  }
  const page = files.has('index.html') ? readFileSync(join(folder, 'index.html'), 'utf8') : null
  const show = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (page === null) return reply.code(503).type('text/html; charset=utf-8').send(NOT_MADE)
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
      .send(page.replace('%STYLE_NONCE%', nonce))
  }
  for (const address of PAGES) app.get(address, { schema: { hide: true }, logLevel: 'silent' }, show)
}

/** The addresses that the web's router knows. */
export const PAGES: readonly string[] = [
  '/',
  '/sign-in',
  '/welcome',
  '/forgot-password',
  '/new-password',
  '/new',
  '/incidents',
  '/incidents/*',
  '/post-mortems',
  '/post-mortems/*',
  '/follow-ups',
  '/findings',
  '/templates',
  '/templates/*',
  '/settings',
  '/settings/*',
]

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
  } catch {
    return []
  }
}

function accepts(request: FastifyRequest, encoding: string): boolean {
  return new RegExp(`\\b${encoding}\\b`).test(request.headers['accept-encoding'] ?? '')
}
