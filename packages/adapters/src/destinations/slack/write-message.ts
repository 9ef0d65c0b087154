import { textAt, type PageBody, type PageNow } from '@blamefree/core'
import { call, refusal, type Way } from './call.ts'
import { findMessage, messageOf, pageOf, permalink, readMessage } from './message.ts'

/** Posts the message, its marker with it. Where it was posted twice at the same moment, the first stays, and ours goes. */
export async function postMessage(body: PageBody, marker: string, way: Way): Promise<PageNow> {
  const message = messageOf(body, marker)
  const answer = await call('chat.postMessage', { body: { channel: way.config.channel, ...message } }, way)
  const ts = answer.error === null ? textAt(answer.json, 'ts') : null
  if (ts === null) throw refusal(answer, 'post the message in Slack')
  const first = await findMessage(marker, way)
  if (first !== null && first.ref.id !== ts) {
    await call('chat.delete', { body: { channel: way.config.channel, ts } }, way)
    const written = await updateMessage(body, first, way)
    return written === 'stale' ? first : written
  }
  const page = first ?? pageOf({ ...message, ts }, way.config.channel, await permalink(ts, way))
  if (page === null) throw refusal(answer, 'post the message in Slack')
  return page
}

/** Updates the message where it stands, in the channel in which it was posted. */
export async function updateMessage(body: PageBody, page: PageNow, way: Way): Promise<PageNow | 'stale'> {
  const now = await readMessage(page.ref, way)
  if ('gone' in now || now.version !== page.version) return 'stale'
  const message = messageOf(body, page.marker)
  const channel = page.ref.extra?.['channel'] ?? way.config.channel
  const answer = await call('chat.update', { body: { channel, ts: page.ref.id, ...message } }, way)
  if (answer.error === 'message_not_found') return 'stale'
  if (answer.error !== null) throw refusal(answer, 'update the message in Slack')
  return pageOf({ ...message, ts: page.ref.id }, channel, page.ref.url) ?? 'stale'
}
