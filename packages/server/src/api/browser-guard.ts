import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import { Refusal } from './refusal.ts'

/** What a page of ours may do. Nothing inline runs, nothing is framed, nothing is fetched from elsewhere. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Security headers on every answer, and no change by a request that a browser made for another site's page: a cookie is not enough. */
export function guardBrowsers(app: FastifyInstance, house: House): void {
  const own = new URL(house.publicUrl)
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (own.protocol === 'https:') reply.header('strict-transport-security', 'max-age=31536000')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || request.headers.cookie === undefined || request.headers.authorization !== undefined) return
    if (!fromOurPages(request, own)) {
      throw new Refusal(403, 'other-site', {
        message: 'This change was asked for by a page of another site.',
        hint: `Open ${house.publicUrl}, or use an API key.`,
      })
    }
  })
}

/** By the header that browsers set and pages cannot (Sec-Fetch-Site), else by Origin. A client that sends neither is no browser of today. */
function fromOurPages(request: FastifyRequest, own: URL): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || origin === own.origin
}
