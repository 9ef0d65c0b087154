import { shortHash, type Instant, type PageBody, type WorldRequest } from '@blamefree/core'
import type { WebhookConfig } from './settings.ts'
import { signedHeaders } from './signed-headers.ts'

/** The sum of what a message says: two that say the same have the same. */
export function versionOf({ title, text, extra = {} }: Pick<PageBody, 'title' | 'text' | 'extra'>): string {
  return shortHash(`${title}\n${text}\n${extra['document'] ?? ''}`)
}

/** What a message says (`data`): the post-mortem under an id that stays the same, as Markdown and as JSON, with its images in base64. */
export function messageBody(body: PageBody, marker: string, { kind, at }: { readonly kind: 'published' | 'updated'; readonly at: Instant }): string {
  return JSON.stringify({
    type: `postmortem.${kind}`,
    timestamp: at,
    data: {
      id: marker,
      version: versionOf(body),
      title: body.title,
      labels: body.labels,
      markdown: body.text,
      document: JSON.parse(body.extra?.['document'] ?? 'null') as unknown,
      files: body.files.map(({ name, mediaType, bytes }) => ({ name, mediaType, base64: Buffer.from(bytes).toString('base64') })),
    },
  })
}

/** A message as a request, signed. Sent again it has the same id, so that the other side can pass over it. */
export function signedRequest(message: string, id: string, { config, seconds }: { readonly config: WebhookConfig; readonly seconds: number }): WorldRequest {
  return {
    method: 'POST',
    url: config.url,
    headers: { 'content-type': 'application/json', ...signedHeaders(config.secret, { id, seconds, body: message }) },
    body: message,
  }
}
