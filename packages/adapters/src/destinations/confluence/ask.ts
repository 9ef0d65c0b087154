import { BlamefreeError, replyJson, sendPatiently, textAt, type Reply, type World, type WorldRequest } from '@blamefree/core'
import type { ConfluenceConfig } from './config.ts'

/** The destination, as errors name it. */
export const CONFLUENCE = { id: 'confluence', title: 'Confluence' } as const

/** A request below the address of a Confluence. */
export interface ConfluenceRequest extends Pick<WorldRequest, 'method' | 'headers'> {
  readonly path: string
  /** Sent as JSON. */
  readonly json?: unknown
  readonly body?: Uint8Array
}

/** A request as it goes out, without the token: what a dry run shows. */
export function requestOf({ method, path, json, body, headers }: ConfluenceRequest, { base }: ConfluenceConfig): WorldRequest {
  const content = json === undefined ? body : JSON.stringify(json)
  return {
    method,
    url: `${base}${path}`,
    headers: { accept: 'application/json', ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(content === undefined ? {} : { body: content }),
  }
}

/** Asks, patiently. Throws where nothing that belongs to one page is wrong: the token, or Confluence itself. */
export async function askConfluence(asked: ConfluenceRequest, config: ConfluenceConfig, world: World): Promise<Reply> {
  const request = requestOf(asked, config)
  const reply = await sendPatiently({ ...request, headers: { ...request.headers, authorization: config.authorization } }, world, CONFLUENCE)
  if (reply.status === 401)
    throw new BlamefreeError(
      'confluence/unauthorised',
      'Cannot reach Confluence: it does not know the token, or the token has run out.',
      'Make a new token with the account that publishes, and enter it in the settings of the connection.',
    )
  if (reply.status >= 300 && reply.status < 400)
    throw new BlamefreeError(
      'confluence/redirect',
      'Cannot reach Confluence: its address leads to another one.',
      'Enter the address in the settings as the browser shows it after signing in.',
    )
  if (reply.status >= 500) throw refused('reach Confluence', reply)
  return reply
}

/** An answer that means no, with what Confluence says about it. */
export function refused(what: string, reply: Reply): BlamefreeError {
  const json = replyJson(reply)
  const said = (textAt(json, 'message') ?? textAt(json, 'errors', 0, 'title') ?? textAt(json, 'errors', 0, 'detail') ?? '').replace(/\s+/g, ' ').slice(0, 200)
  return new BlamefreeError(
    'confluence/refused',
    `Cannot ${what}: it answers ${reply.status}${said === '' ? '' : `, “${said}”`}.`,
    reply.status === 403
      ? 'Let the account that publishes view, add and edit pages in the space.'
      : 'Look at the page and the space in Confluence, and publish again.',
  )
}

/** The largest body that Confluence takes, in bytes. */
export const BODY_LIMIT = 5 * 1024 * 1024

/** Throws for a text that is too large, before anything is sent. */
export function holdSize(text: string): void {
  const size = new TextEncoder().encode(text).byteLength
  if (size <= BODY_LIMIT) return
  throw new BlamefreeError(
    'confluence/too-large',
    `Cannot publish to Confluence: the page would have ${(size / 1024 / 1024).toFixed(1)} MB, and Confluence takes 5 MB.`,
    'Take events out of the timeline, or publish it as a file.',
  )
}
