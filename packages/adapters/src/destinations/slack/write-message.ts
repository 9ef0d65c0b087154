import { textAt, type PageBody, type PageNow } from '@blamefree/core'
import { call, refusal, type Way } from './call.ts'
import { canvasOf, PENDING, type Canvas } from './canvas.ts'
import { closeCanvas, makeCanvas, replaceCanvas, type Attempt } from './keep-canvas.ts'
import { findMessage, messageOf, pageOf, permalink, readMessage } from './message.ts'

/** Posts the message, its marker with it, then makes its canvas. Where it was posted twice at the same moment, the first stays, and ours goes. */
export async function postMessage(body: PageBody, marker: string, way: Way): Promise<PageNow> {
  const message = messageOf(body, marker, wantsCanvas(body) ? PENDING : null)
  const answer = await call('chat.postMessage', { body: { channel: way.config.channel, ...message } }, way)
  const ts = answer.error === null ? textAt(answer.json, 'ts') : null
  if (ts === null) throw refusal(answer, 'post the message in Slack')
  const first = await findMessage(marker, way)
  if (first !== null && first.ref.id !== ts) {
    await call('chat.delete', { body: { channel: way.config.channel, ts } }, way)
    // The canvas is made by whoever posted the first.
    const now = await readMessage(first.ref, way)
    const written = 'gone' in now ? 'stale' : await tell(body, now, canvasOf(now.ref.extra), way)
    return written === 'stale' ? first : written
  }
  const page = first ?? pageOf({ ...message, ts }, way.config.channel, await permalink(ts, way))
  if (page === null) throw refusal(answer, 'post the message in Slack')
  const whole = wantsCanvas(body) ? await withNewCanvas(body, page, way) : page
  return whole === 'stale' ? page : whole
}

/** Updates the message where it stands, in the channel in which it was posted, and its canvas before it. */
export async function updateMessage(body: PageBody, page: PageNow, way: Way): Promise<PageNow | 'stale'> {
  const now = await readMessage(page.ref, way)
  if ('gone' in now || now.version !== page.version) return 'stale'
  const canvas = canvasOf(now.ref.extra)
  // Nothing is unfinished any more where none is wanted.
  if (!wantsCanvas(body))
    return tell(body, now, canvas === null || canvas.state === 'pending' ? null : { ...canvas, state: canvas.id === null ? 'none' : 'read-only' }, way)
  const ours = canvas !== null && canvas.id !== null && (canvas.state === 'read-only' || canvas.state === 'behind')
  const attempt = ours ? await replaceCanvas(canvas, body, way) : null
  // A canvas that was not made read-only before a publishing was cut off stays as it is: people may have written in it.
  return attempt === null ? withNewCanvas(body, now, way) : told(body, now, attempt, way)
}

const wantsCanvas = (body: PageBody): boolean => body.extra?.['canvas'] !== undefined

/** Slack gives a channel access to what was linked in it: so the link first. */
async function withNewCanvas(body: PageBody, page: PageNow, way: Way): Promise<PageNow | 'stale'> {
  const made = await makeCanvas(body, way)
  if (made.canvas.id === null) return told(body, page, made, way)
  const linked = await tell(body, page, made.canvas, way)
  if (linked === 'stale') return 'stale'
  return told(body, linked, await closeCanvas(made.canvas, page.ref.extra?.['channel'] ?? way.config.channel, way), way)
}

async function told(body: PageBody, page: PageNow, { canvas, problem }: Attempt, way: Way): Promise<PageNow | 'stale'> {
  const after = await tell(body, page, canvas, way)
  return after === 'stale' || problem === null ? after : { ...after, problems: [problem] }
}

async function tell(body: PageBody, page: PageNow, canvas: Canvas | null, way: Way): Promise<PageNow | 'stale'> {
  const message = messageOf(body, page.marker, canvas)
  const channel = page.ref.extra?.['channel'] ?? way.config.channel
  const answer = await call('chat.update', { body: { channel, ts: page.ref.id, ...message } }, way)
  if (answer.error === 'message_not_found') return 'stale'
  if (answer.error !== null) throw refusal(answer, 'update the message in Slack')
  return pageOf({ ...message, ts: page.ref.id }, channel, page.ref.url) ?? 'stale'
}
