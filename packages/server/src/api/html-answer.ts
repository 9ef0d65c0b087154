import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/**
 * Answers with a page that a destination has written. It may use its own style sheets, known by their sums, and images inside it; it runs nothing, asks the network for
 * nothing, and is apart from everything else here (`sandbox`), so that even a fault in it could not act for whoever looks.
 */
export function answerHtml(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  const html = new TextDecoder().decode(bytes)
  const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, sheet = '']) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`)
  const policy = [
    "default-src 'none'",
    `style-src ${sheets.length === 0 ? "'none'" : sheets.join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  ]
  return reply
    .header('content-security-policy', policy.join('; '))
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send(Buffer.from(bytes))
}
