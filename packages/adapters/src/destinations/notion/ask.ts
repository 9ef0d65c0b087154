import { BlamefreeError, recordAt, replyJson, sendPatiently, textAt, type Reply, type World, type WorldRequest } from '@blamefree/core'
import type { NotionConfig } from './settings.ts'

/** The version of Notion's API that everything here was written for. */
export const NOTION_VERSION = '2026-03-11'
/** The version of its Markdown that we write and read; said in every request, because the next version of the API has another. */
export const MARKDOWN_VERSION = 'v1'
const API = 'https://api.notion.com/v1'

/** The code of the error that says to go on by blocks. */
export const NO_MARKDOWN = 'notion/no-markdown'

/** A call of the API. */
export interface Call {
  readonly method: WorldRequest['method']
  /** `/pages/…` */
  readonly path: string
  readonly json?: unknown
  /** A form, for files. */
  readonly form?: { readonly contentType: string; readonly body: Uint8Array }
}

/** A call as a request, without what is secret. */
export function requestOf({ method, path, json, form }: Call): WorldRequest {
  const headers: Record<string, string> = { accept: 'application/json', 'notion-version': NOTION_VERSION }
  if (form !== undefined) return { method, url: API + path, headers: { ...headers, 'content-type': form.contentType }, body: form.body, within: 120_000 }
  if (json === undefined) return { method, url: API + path, headers }
  return { method, url: API + path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json), within: 60_000 }
}

/** Sends a call and gives what Notion answers; null for what is not there or not shared with us. Waits when Notion asks for patience. Throws `notion/…`. */
export async function ask(call: Call, config: NotionConfig, world: World): Promise<unknown> {
  const request = requestOf(call)
  const sent: WorldRequest = { ...request, headers: { ...request.headers, authorization: `Bearer ${config.token}` } }
  let reply = await sendPatiently(sent, world, { id: 'notion', title: 'Notion' })
  // A collision inside of Notion, which says to try again.
  for (let round = 1; reply.status === 409 && round <= 3; round++) {
    await world.pause(500 * round)
    reply = await sendPatiently(sent, world, { id: 'notion', title: 'Notion' })
  }
  if (reply.status === 404 && textAt(replyJson(reply), 'code') === 'object_not_found') return null
  const value = replyJson(reply)
  if (refusesMarkdown(call, reply)) throw noMarkdown()
  if (reply.status !== 200 || value === null) throw failure(reply)
  return value
}

/** As `ask`, for what must be there. */
export async function must(call: Call, config: NotionConfig, world: World): Promise<unknown> {
  const value = await ask(call, config, world)
  if (value === null)
    throw new BlamefreeError(
      'notion/not-found',
      'Cannot reach the page or database at Notion: it is not there, or not shared with our connection.',
      'Open it in Notion and add the connection under ••• → Connections.',
    )
  return value
}

/** Whether the Markdown endpoints are not there for this connection, or do not take our version of the dialect. Whatever else they refuse, they would refuse as blocks too. */
function refusesMarkdown({ path, json }: Call, reply: Reply): boolean {
  if (reply.status !== 400 && reply.status !== 404) return false
  const value = replyJson(reply)
  const endpoint = /^\/pages\/[^/]+\/markdown\b/.test(path)
  if (endpoint && textAt(value, 'code') === 'invalid_request_url') return true
  const said = textAt(value, 'message') ?? ''
  return (
    (endpoint || recordAt(json)['markdown'] !== undefined) &&
    /markdown_version|\bbody\.(?:markdown|update_content|replace_content)\b.*should be not present/.test(said)
  )
}

function noMarkdown(): BlamefreeError {
  return new BlamefreeError(
    NO_MARKDOWN,
    'Cannot publish to Notion by Markdown: the connection does not have it, or not the version that we write.',
    'Switch on “Write by blocks” in the settings of the place.',
  )
}

function failure(reply: Reply): BlamefreeError {
  const value = replyJson(reply)
  const code = textAt(value, 'code')
  const said = (textAt(value, 'message') ?? '').slice(0, 200)
  const [id, why, hint] = KNOWN[code ?? ''] ?? KNOWN[String(reply.status)] ?? ['failed', `Notion answers ${reply.status}`, 'Try again in a few minutes.']
  return new BlamefreeError(`notion/${id}`, `Cannot publish to Notion: ${why}${said === '' || id === 'unauthorised' ? '' : ` (“${said}”)`}.`, hint)
}

const KNOWN: Readonly<Record<string, readonly [string, string, string]>> = {
  unauthorized: ['unauthorised', 'the secret is not accepted', 'Copy the secret of the connection again.'],
  restricted_resource: [
    'forbidden',
    'the connection may not do that',
    'Give it Read, Update and Insert content in its capabilities, and add it to the page under ••• → Connections.',
  ],
  validation_error: ['refused', 'Notion does not take the page', 'Publish it to another page; if it happens again, report it.'],
  conflict_error: ['busy', 'others write to the page without a pause', 'Try again in a few minutes.'],
  '413': ['too-large', 'Notion finds it too large', 'Leave detail out, or use smaller images.'],
  '401': ['unauthorised', 'the secret is not accepted', 'Copy the secret of the connection again.'],
}
