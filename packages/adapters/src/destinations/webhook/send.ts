import { BlamefreeError, millisOf, sendPatiently, type PageBody, type PageNow, type World } from '@blamefree/core'
import { messageBody, signedRequest, versionOf } from './message.ts'
import type { WebhookConfig } from './settings.ts'

/** Sends a post-mortem. The place cannot be asked what it has, so what was sent is kept in the page's own reference. */
export async function sendPostMortem(
  body: PageBody,
  marker: string,
  kind: 'published' | 'updated',
  way: { readonly config: WebhookConfig; readonly world: World },
): Promise<PageNow> {
  const { config, world } = way
  const at = world.now()
  const message = messageBody(body, marker, { kind, at })
  const version = versionOf(body)
  const request = signedRequest(message, `${marker}.${version}`, { config, seconds: Math.floor(millisOf(at) / 1000) })
  const { status } = await sendPatiently(request, world, { id: 'webhook', title: 'the webhook' })
  if (status < 200 || status >= 300)
    throw new BlamefreeError(
      status === 401 || status === 403 ? 'webhook/unauthorised' : status === 410 ? 'webhook/gone' : 'webhook/refused',
      `Cannot publish to the webhook: it answers ${status}.`,
      status === 401 || status === 403
        ? 'See that both sides have the same secret.'
        : status === 410
          ? 'The address is gone for good. Enter the new one.'
          : 'Look into the log of the other system.',
    )
  return pageOf({ marker, title: body.title, version, text: body.text }, config)
}

/** What was sent last, as it stands in the page's reference. */
export function pageOf(
  sent: { readonly marker: string; readonly title: string; readonly version: string; readonly text: string },
  { url }: WebhookConfig,
): PageNow {
  const { marker, title, version, text } = sent
  return { ref: { id: marker, url: new URL(url).origin, extra: { title, version, text } }, title, version, text, marker }
}
