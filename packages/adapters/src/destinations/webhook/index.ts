import { parseMarkdown } from '@blamefree/core'
import type { Instant, PageDestination } from '@blamefree/core'
import { checkAddress } from './check-address.ts'
import { messageBody } from './message.ts'
import { renderMessage } from './render.ts'
import { pageOf, sendPostMortem } from './send.ts'
import { configure, CONNECT, type WebhookConfig } from './settings.ts'
import { joinLines, splitLines } from './split.ts'

const NEVER = '1970-01-01T00:00:00.000Z' as Instant

/** Another system of the company: the post-mortem as Markdown and JSON in a signed message. Nobody edits it there, as far as we can ask. */
export const webhook: PageDestination<WebhookConfig> = {
  id: 'webhook',
  title: 'Webhook',
  loses: {},
  connect: CONNECT,
  configure,
  render: renderMessage,
  split: splitLines,
  join: joinLines,
  canonical: (text) => text,
  readBack: parseMarkdown,
  // Without a signature: that is of the moment in which it is sent.
  request: (body, page, { url }) => ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: messageBody(body, page?.marker ?? '', { kind: page === null ? 'published' : 'updated', at: NEVER }),
  }),
  keeps: 'ours',
  check: checkAddress,
  find: () => Promise.resolve(null),
  read: (ref, config) => {
    const { title = '', version = '', text = '' } = ref.extra ?? {}
    return Promise.resolve(pageOf({ marker: ref.id, title, version, text }, config))
  },
  create: (body, marker, config, world) => sendPostMortem(body, marker, 'published', { config, world }),
  write: (body, page, config, world) => sendPostMortem(body, page.ref.id, 'updated', { config, world }),
}
