import { instantAt, listAt, shortHash, textAt, valueAt, type PageBody, type PageGone, type PageNow, type PageRef } from '@blamefree/core'
import { CANVAS_BLOCK, messageBlocks, shown } from './blocks.ts'
import { canvasOf, canvasWords, type Canvas } from './canvas.ts'
import { call, refusal, type SlackAnswer, type Way } from './call.ts'
import { escapeSigns } from './mrkdwn.ts'

const EVENT = 'blamefree_post_mortem'

/** What a message is: its blocks, the words for notifications, and in its metadata our marker and what is so with its canvas. */
export function messageOf(body: Pick<PageBody, 'title' | 'text'>, marker: string | null, canvas: Canvas | null = null): Record<string, unknown> {
  const payload = { marker, title: body.title, ...(canvas === null ? {} : canvasWords(canvas)) }
  return {
    text: escapeSigns(`${body.title}\n${shown(body.text)}`.slice(0, 3000).toWellFormed()),
    blocks: messageBlocks(body, canvas?.shown === true ? canvas.url : null),
    ...(marker === null ? {} : { metadata: { event_type: EVENT, event_payload: payload } }),
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** A message as Slack tells it → a page; null where it is none of ours. */
export function pageOf(message: unknown, channel: string, url: string): PageNow | null {
  const ts = textAt(message, 'ts')
  const marker = textAt(message, 'metadata', 'event_payload', 'marker')
  if (ts === null || marker === null || textAt(message, 'metadata', 'event_type') !== EVENT) return null
  const pieces = listAt(message, 'blocks').flatMap((block) => {
    const text = valueAt(block, 'text', 'text') ?? valueAt(block, 'elements', 0, 'text')
    return textAt(block, 'type') === 'header' || textAt(block, 'block_id') === CANVAS_BLOCK || typeof text !== 'string' ? [] : [text]
  })
  const title = textAt(message, 'metadata', 'event_payload', 'title') ?? ''
  const text = pieces.join('\n\n')
  const canvas = canvasOf(valueAt(message, 'metadata', 'event_payload'))
  return {
    ref: { id: ts, url, extra: { channel, ...(canvas === null ? {} : canvasWords(canvas)) } },
    title,
    version: shortHash(`${title}\n${text}`),
    text,
    marker,
    ...(canvas?.state === 'pending' || canvas?.state === 'behind' ? { unfinished: true } : {}),
    changedAt: instantAt(Number(textAt(message, 'edited', 'ts') ?? ts)),
  }
}

/** The address of a message. */
export async function permalink(ts: string, way: Way): Promise<string> {
  const { json } = await call('chat.getPermalink', { query: { channel: way.config.channel, message_ts: ts } }, way)
  return textAt(json, 'permalink') ?? 'https://slack.com/'
}

/** The oldest message of the channel's latest thousand that carries our marker. */
export async function findMessage(marker: string, way: Way): Promise<PageNow | null> {
  const { channel } = way.config
  let found: PageNow | null = null
  let cursor: string | null = ''
  for (let pages = 0; cursor !== null && pages < 5; pages++) {
    const query = { channel, limit: '200', include_all_metadata: 'true', ...(cursor === '' ? {} : { cursor }) }
    const answer: SlackAnswer = await call('conversations.history', { query }, way)
    if (answer.error !== null) throw refusal(answer, 'look for the message in Slack')
    // Newest first.
    for (const message of listAt(answer.json, 'messages')) {
      const page = pageOf(message, channel, '')
      if (page?.marker === marker) found = page
    }
    cursor = textAt(answer.json, 'response_metadata', 'next_cursor')
  }
  return found === null ? null : { ...found, ref: { ...found.ref, url: await permalink(found.ref.id, way) } }
}

/** The message as it is now. */
export async function readMessage(ref: PageRef, way: Way): Promise<PageNow | PageGone> {
  const channel = ref.extra?.['channel'] ?? way.config.channel
  const query = { channel, latest: ref.id, oldest: ref.id, inclusive: 'true', limit: '1', include_all_metadata: 'true' }
  const answer = await call('conversations.history', { query }, way)
  if (answer.error === 'channel_not_found' || answer.error === 'not_in_channel' || answer.error === 'missing_scope')
    return { gone: 'forbidden', sentence: 'The app does not see the channel any more. Invite it again, or choose another channel.' }
  if (answer.error !== null) throw refusal(answer, 'read the message in Slack')
  const page = listAt(answer.json, 'messages').map((message) => pageOf(message, channel, ref.url))[0] ?? null
  return page ?? { gone: 'deleted', sentence: 'The message is not in the channel any more. Publish it anew, or leave it so.' }
}
