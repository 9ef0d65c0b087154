import { BlamefreeError, replyJson, sendPatiently, textAt, type Reply, type World, type WorldRequest } from '@blamefree/core'
import type { OutlineConfig } from './settings.ts'

/** What a method takes; null for one that takes nothing. */
type Taken = Readonly<Record<string, unknown>> | null

/** A call of Outline's API as a request, without what is secret. */
export function requestOf(method: string, json: Taken, { url }: OutlineConfig): WorldRequest {
  const asked = { method: 'POST', url: `${url}/api/${method}`, within: 60_000 } as const
  if (json === null) return { ...asked, headers: { accept: 'application/json' } }
  return { ...asked, headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(json) }
}

/** Sends a call. Answers of 200, 404 and 409 are given; anything else is thrown as `outline/…`. */
export async function ask(method: string, json: Taken, { config, world }: { config: OutlineConfig; world: World }): Promise<Reply> {
  const request = requestOf(method, json, config)
  const reply = await sendPatiently({ ...request, headers: { ...request.headers, authorization: `Bearer ${config.token}` } }, world, {
    id: 'outline',
    title: 'Outline',
  })
  if (reply.status === 404 || reply.status === 409 || (reply.status === 200 && replyJson(reply) !== null)) return reply
  throw failure(reply)
}

/** As `ask`, for what must succeed: the JSON of the answer. */
export async function must(method: string, json: Taken, inside: { config: OutlineConfig; world: World }): Promise<unknown> {
  const reply = await ask(method, json, inside)
  if (reply.status !== 200) throw failure(reply)
  return replyJson(reply)
}

/** An answer that is no success, as an error for people. */
export function failure(reply: Reply): BlamefreeError {
  const said = (textAt(replyJson(reply), 'message') ?? '').slice(0, 200)
  const [code, why, hint] = KNOWN[reply.status] ?? ['failed', `Outline answers ${reply.status}`, 'Try again in a few minutes; check the address of Outline.']
  return new BlamefreeError(`outline/${code}`, `Cannot publish to Outline: ${why}${said === '' ? '' : ` (“${said}”)`}.`, hint)
}

const KNOWN: Readonly<Record<number, readonly [string, string, string]>> = {
  400: ['refused', 'it does not take the page', 'Check the collection and the parent document in the settings of the place.'],
  401: ['unauthorised', 'the API key is not accepted', 'Make a new key under Settings → API & Apps, and enter it.'],
  403: [
    'forbidden',
    'the owner of the API key may not do that',
    'Give the owner the right to write in the collection, and the key the scopes that the guide names.',
  ],
  404: ['not-found', 'the collection or the parent document is not there, or not shown to us', 'Choose another in the settings of the place.'],
  409: ['conflict', 'somebody changes the page at the same time', 'Publish again.'],
  413: ['too-large', 'it finds the page or an image too large', 'Leave detail out, or use smaller images.'],
}
